"""What Reststop asks of Discord: as little as it does what it promises with, each with a reason."""

from urllib.parse import parse_qs, urlsplit

from adapters.discord.asks import ASKS, IN_A_CHANNEL, NEVER, PERMISSIONS, intents
from adapters.discord.line.client import INTENTS
from adapters.discord.setup.invite import for_person, for_server


def asked(link: str) -> dict[str, list[str]]:
    """What stands in a link."""
    return parse_qs(urlsplit(link).query)


def test_what_is_asked_of_discord_is_the_allowed_list() -> None:
    """The list that SECURITY.md gives: one thing more is a decision, taken here as well."""
    assert sorted(f"{ask.kind} {ask.name}" for ask in ASKS) == [
        "intent dm_messages",
        "intent guilds",
        "scope applications.commands",
        "scope bot",
    ]
    assert all(ask.does and ask.without for ask in ASKS)


def test_a_session_asks_for_the_table_and_nothing_else() -> None:
    """Servers and direct messages: 1 and 4096 as Discord counts them."""
    assert INTENTS.value == 1 + 4096
    assert not NEVER & intents().keys()
    assert not any(getattr(INTENTS, name) for name in NEVER)


def test_links_ask_for_no_permission() -> None:
    """A server gives two scopes and no permission; somebody's own account gives one scope."""
    assert PERMISSIONS == 0
    server, person = asked(for_server("4242")), asked(for_person("4242"))
    assert (server["scope"], server["permissions"]) == (["bot applications.commands"], ["0"])
    assert (person["scope"], person.get("permissions")) == (["applications.commands"], None)


def test_in_a_channel_no_right_over_others_is_needed() -> None:
    """To be there, post, begin threads, and look for its own message: nothing is managed or mentioned."""
    assert sorted(IN_A_CHANNEL) == [
        "Create Public Threads",
        "Read Message History",
        "Send Messages",
        "Send Messages in Threads",
        "View Channel",
    ]
    assert all(IN_A_CHANNEL.values())
