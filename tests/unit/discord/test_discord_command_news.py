"""What a sync changes is said by name, and what Discord adds by itself is no news."""

from __future__ import annotations

from adapters.discord.setup.command_news import news
from tests.json_types import Json


def command(name: str, *below: Json, **more: object) -> Json:
    """Return a command of one's own, with what stands below it."""
    return {"type": 1, "name": name, "description": f"About {name}", "options": list(below), **more}


def group(name: str, *below: Json, **more: object) -> Json:
    """Return a group below a command."""
    return command(name, *below, **more) | {"type": 2}


def option(**more: object) -> Json:
    """Return what may stand behind a command."""
    return {"type": 3, "name": "words", "description": "Words", **more}


OURS = command(
    "reststop",
    command("write", option()),
    group("journal", command("last"), command("search", option())),
    contexts=[0, 1],
    integration_types=[0, 1],
)


def test_what_discord_adds_is_no_news() -> None:
    """Ids, defaults and another order of the places come back with what it was told."""
    back = command(
        "reststop",
        command("write", option(required=False, autocomplete=False), name_localizations=None),
        group("journal", command("last"), command("search", option(id="9"))),
        contexts=[1, 0],
        integration_types=[1, 0],
        id="7",
        version="8",
        nsfw=False,
        dm_permission=True,
    )
    assert news([back], [OURS]).is_none


def test_a_first_sync_is_all_new() -> None:
    """Each command by all its words."""
    told = news([], [OURS])
    assert told.new == ("reststop journal last", "reststop journal search", "reststop write")
    assert (told.changed, told.gone, told.is_none) == ((), (), False)


def test_each_change_has_a_name() -> None:
    """A command that came, went, or says or takes something else; another command of the application goes."""
    now = command(
        "reststop",
        command("write", option(description="Other words")),
        group("journal", command("search", option())),
        command("rest"),
        contexts=[0, 1],
        integration_types=[0, 1],
    )
    told = news([OURS, command("old")], [now])
    assert told.new == ("reststop rest",)
    assert told.changed == ("reststop write",)
    assert told.gone == ("old", "reststop journal last")


def test_where_it_may_be_used_counts_for_each() -> None:
    """A command that leaves direct messages is another one there."""
    told = news([OURS], [OURS | {"contexts": [0]}])
    assert told.changed == ("reststop journal last", "reststop journal search", "reststop write")


def test_the_words_about_a_group_count_for_what_stands_in_it() -> None:
    """People read them on the way."""
    now = OURS | {
        "options": [group("journal", command("last"), description="Pages"), command("write", option())]
    }
    assert news([OURS], [now]).changed == ("reststop journal last",)
