"""Words that a platform could take for something else than words."""

HOSTILE = (
    "<!channel> <!here> <!everyone> @channel @here @everyone",
    "<@U0000000001> <@&1> <@1> <#C0000000001> <#1> <!subteam^S1> </reststop:1> <id:guide>",
    "https://example.org/a and www.example.org and example.org/b",
    "[a page](https://example.org/c) <https://example.org/d|a page> <https://example.org/e>",
    "mailto:somebody@example.org <mailto:somebody@example.org|write> tel:+00",
    "*a* **b** _c_ __d__ ~e~ ~~f~~ `g` ```h``` ||i|| > j",
    "# a heading\n-# a small one\n> a quote\n>>> another\n- a list\n1. a number",
    ":wave: <:wave:1> <a:wave:1> <t:0:R> <!date^0^{date}|a day>",
    "a \u202eturned\u202c one, \u2066set apart\u2069, zero\u200bwidth\ufeff, \u200fleft",
    "&lt;!channel&gt; &amp; &#64;here \\@here \\<@1>",
)
