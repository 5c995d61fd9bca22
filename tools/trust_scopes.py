"""Makes docs/trust/scopes.md from the tables in code of what Slack and Discord are asked for."""

from collections.abc import Iterator

from adapters.discord import asks
from adapters.discord.asks import AskKind
from adapters.slack.setup import scopes

_SLACK = "tests/unit/slack/test_slack_manifest.py"
_DISCORD = "tests/unit/discord/test_discord_asks.py"
_ALLOWED = f"[{_SLACK}::test_scopes_are_the_allowed_ones]"
_EVENT = f"[{_SLACK}::test_each_event_comes_with_its_scope]"
_ASKED = f"[{_DISCORD}::test_what_is_asked_of_discord_is_the_allowed_list]"
_POSTED = f"[{_DISCORD}::test_in_a_channel_no_right_over_others_is_needed]"
_IN_A_CHANNEL = "Who looks after the circle or the question is told, when it tries."

EVENTS = {
    "app_home_opened": "Somebody opens Reststop's Home tab, which is drawn then.",
    "app_uninstalled": "Reststop was removed: nothing is sent, and 30 days begin.",
    "dnd_updated_user": "Somebody pauses notifications: check-ins wait.",
    "message.im": "Somebody types to Reststop itself.",
    "tokens_revoked": "Its token was taken back: as if it were removed.",
    "user_change": "A profile changed: a time zone, or a closed account. The rest of it is not kept.",
}
"""What each event of Slack's is heard for."""

HEAD = """\
# What it asks of the platforms

Made by `make trust` from the tables in code: `adapters/slack/setup/scopes.py` and `adapters/discord/asks.py`.
The manifest, the links and the session are made from the same tables.

## Slack: scopes

| Scope | What for | Without it | Shown by |
| --- | --- | --- | --- |
"""

ALL = f"""
## What holds for all of it

- `reststop doctor` names a scope that is missing, and one that is too much. \
[tests/e2e/test_doctor_slack.py::test_each_scope_that_is_missing_says_what_stays_undone] \
[tests/e2e/test_doctor_slack.py::test_a_token_that_may_too_much_is_named]
- No scope is asked for that opens nothing. [{_SLACK}::test_each_scope_opens_something]
- `reststop doctor` prints Discord's links, and names intents that were switched on for nothing. \
[tests/e2e/test_doctor_discord.py::test_a_discord_in_order_is_told_so] \
[tests/e2e/test_doctor_discord.py::test_what_the_portal_is_set_to_otherwise_is_named]
- This page is made from the tables. \
[tests/architecture/test_trust.py::test_a_made_page_is_as_it_would_be_made]
"""

FOOT = """
## Not tested, and why

- What the platforms themselves do with a scope or an intent. All of it ran against simulators, never
  against a live Slack or Discord.
- `im:history` would let the token's holder read what people typed to Reststop. That Slack gives no more
  with it than these conversations is Slack's promise.
"""


def page() -> str:
    """Return the page as it should be.

    Raises:
        KeyError: an event has no reason here.
    """
    return "".join((HEAD, *_scopes(), *_events(), *_discord(), *_never(), ALL, FOOT))


def _scopes() -> Iterator[str]:
    for each in scopes.FEATURES:
        without = f"{'Optional. ' if each.optional else ''}{_sentence(each.without)}"
        yield f"| `{each.scope}` | {each.does} | {without} | {_ALLOWED} |\n"


def _events() -> Iterator[str]:
    opened = {event: each.scope for each in scopes.FEATURES for event in each.events}
    yield "\n## Slack: events\n\n"
    yield "| Event | Comes with | What it is heard for | Shown by |\n| --- | --- | --- | --- |\n"
    for event in scopes.events():
        scope = f"`{opened[event]}`" if event in opened else "no scope"
        yield f"| `{event}` | {scope} | {EVENTS[event]} | {_EVENT} |\n"


def _discord() -> Iterator[str]:
    yield "\n## Discord: scopes, intents, permissions\n\n"
    yield "| What | Name | What for | Without it | Shown by |\n| --- | --- | --- | --- | --- |\n"
    for ask in asks.ASKS:
        shown = f"[{_DISCORD}::test_a_session_asks_for_the_table_and_nothing_else]"
        shown = shown if ask.kind is AskKind.INTENT else _ASKED
        where = " In servers only." if ask.in_server else ""
        yield f"| {ask.kind} | `{ask.name}` | {ask.does}{where} | {_sentence(ask.without)} | {shown} |\n"
    yield f"| permissions | {asks.PERMISSIONS or 'none'} | Links ask for none. | Nothing is missing. "
    yield f"| [{_DISCORD}::test_links_ask_for_no_permission] |\n"
    for name, does in asks.IN_A_CHANNEL.items():
        yield f"| in one channel | *{name}* | {does} | {_IN_A_CHANNEL} | {_POSTED} |\n"


def _never() -> Iterator[str]:
    yield "\n## Never asked for\n\n"
    names = ", ".join(f"`{name}`" for name in sorted(scopes.NEVER))
    yield f"- Slack: {names}, any `admin` scope, any token of a user. {_ALLOWED}\n"
    names = ", ".join(f"`{name}`" for name in sorted(asks.NEVER))
    yield f"- Discord: the intents {names}, and any permission in a whole server. "
    yield f"[{_DISCORD}::test_a_session_asks_for_the_table_and_nothing_else] "
    yield f"[{_DISCORD}::test_links_ask_for_no_permission]\n"


def _sentence(words: str) -> str:
    return f"{words[0].upper()}{words[1:]}."
