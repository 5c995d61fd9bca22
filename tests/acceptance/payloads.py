"""Three hundred texts by which somebody might try to make more of words than words.

Each is a kind of attack on one of the ways out, in one of the manners in which it comes.
"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import product

KINDS: Mapping[str, tuple[str, ...]] = {
    "mention": (
        "<!channel>",
        "<!here>",
        "@everyone",
        "<@U0000000001>",
        "<@&12>",
        "<!subteam^S1>",
        "<#C0000000001>",
    ),
    "mrkdwn": ("*a* _b_ ~c~", "**a** __b__", "```x```", "> a\n>>> b", "# a\n-# b", "||hidden||", "- a\n1. b"),
    "masked link": (
        "[a page](https://example.org/c)",
        "<https://example.org/d|a page>",
        "<https://example.org/e>",
        "https://example.org/f",
        "<mailto:somebody@example.org|write>",
        "steam://run/1",
    ),
    "bidi": ("a \u202eturned\u202c one", "\u2066set apart\u2069", "\u200fleft", "\u061cmark"),
    "joiner": ("zero\u200bwidth\ufeff", "a\u200db", "\u200c\u200c", "soft\u00adhyphen", "e" + "\u0301" * 60),
    "homoglyph": ("\u0430dmin", "r\u0435ststop.example", "@\u0435veryone", "\uff20here", "\u212aelvin"),
    "csv": (
        "=1+1",
        "+1",
        "-1",
        "@SUM(A1)",
        "\t=1",
        "\r=1",
        "\uff1d1",
        '","',
        '=HYPERLINK("https://example.org")',
    ),
    "yaml": ("!!python/object:os.system x", "&a [*a]", "? a : b", "---\na: 1", "on", "0x10", "{a: *b}"),
    "format string": ("%s%n%x", "{0.__class__}", "{}", "${HOME}", "%(a)s", "{{7*7}}", "$(true)", "\\x00\\n"),
    "control": ("\x1b[31mred", "a\x00b", "\x07", "a\x08b", "\r\n.\r\n", "\x9b2J"),
}
MANNERS = ("{}", "first {} last", "{0}{0}{0}", "\n{}\n", "say: {} and then the rest of it")
PAYLOADS = tuple(
    manner.replace("{0}", each).replace("{}", each)
    for (manner, each) in product(MANNERS, (one for of in KINDS.values() for one in of))
)
