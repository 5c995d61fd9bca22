"""A13: of 300 payloads none pings, unfurls or breaks; `allowed_mentions.parse` is [], `unfurl_*` false.

Mentions, mrkdwn, masked links, direction marks, joiners, homoglyphs, CSV, YAML and format strings: drawn for
both platforms, sent as requests that are captured, kept and taken along again, and written into a table.
"""

from __future__ import annotations

import csv
import io
from dataclasses import replace

import pytest

from adapters.discord.drawing.render import post_of
from adapters.discord.text import escape
from adapters.slack.drawing.render import message_of, modal_of
from adapters.slack.text import POSTED
from bot.domain.csv_rows import as_csv
from bot.domain.documents import Rows
from bot.surface.card import Card, Reach, own_words, say, shared_words
from bot.surface.text import is_shown_clean, kept, shown
from tests.acceptance.payloads import KINDS, PAYLOADS
from tests.property.test_csv_rows_laws import BEGIN_A_FORMULA
from tests.sim.discord.lint import lint_post
from tests.sim.discord.markup import Shown
from tests.sim.discord.markup import shown as seen_by_a_client
from tests.sim.drawn import parts_of
from tests.sim.slack.calling import calls_in
from tests.sim.slack.lint import lint_message, lint_view
from tests.unit.discord.line import discord_line
from tests.unit.slack.line import line
from tests.unit.small_house import form_of
from tests.unit.test_takeout_document import files
from tests.unit.world import world

HELD_BY = (
    "tests/contract/channel_contract.py::ChannelContract::test_shared_words_are_words_and_nothing_else",
    "tests/contract/channel_contract.py::ChannelContract::test_shared_words_mention_nobody_who_is_there",
    "tests/unit/circles/test_circle_shares.py::test_words_that_a_platform_could_take_for_more_are_words",
    "tests/property/test_slack_drawing_laws.py::test_what_somebody_shares_is_words_and_nothing_else",
    "tests/property/test_discord_drawing_laws.py::test_whatever_stands_in_a_text_is_shown_as_it_is",
    "tests/unit/slack/test_slack_chat.py::test_a_message_opens_no_links_and_names_nobody",
    "tests/unit/discord/test_discord_chat.py::test_a_message_names_nobody_and_carries_its_nonce",
    "tests/content/test_yaml_file.py::test_no_text_makes_the_reader_raise",
)
SLACK_SAYS_NO = ("unfurl_links", "unfurl_media", "link_names", "mrkdwn")


def a_share(words: str) -> Card:
    """Return what stands in a channel when somebody shared `words`."""
    blocks = (say("Somebody shares:"), shared_words(words))
    return Card(text_id="any", blocks=blocks, summary="A share", reach=Reach.OPEN)


def test_a13_there_are_three_hundred_of_ten_kinds() -> None:
    """All of them different."""
    assert len(set(PAYLOADS)) >= 300
    assert len(KINDS) == 10


def test_a13_slack_is_given_words_and_nothing_else() -> None:
    """A share calls nobody and leads nowhere; one's own words in a modal are plain text."""
    for payload in PAYLOADS:
        message = message_of(a_share(payload))
        assert lint_message(message) == [], payload
        assert list(calls_in({**message, **POSTED})) == [], payload
        page = Card(text_id="page", blocks=(own_words(payload),), summary="A page", reach=Reach.SEALED)
        view = modal_of([page])
        assert lint_view(view) == [], payload
        assert [part for part in parts_of(view) if part.get("type") == "mrkdwn"] == [], payload


def test_a13_discord_is_given_words_and_nothing_else() -> None:
    """What a client makes of a text is that text; a post names nobody whom Discord might call."""
    for payload in PAYLOADS:
        assert seen_by_a_client(escape(payload)) == Shown(payload)
        post = post_of(a_share(payload))
        assert lint_post(post) == [], payload
        assert post["allowed_mentions"] == {"parse": []}, payload


def test_a13_a_table_works_nothing_out() -> None:
    """And nothing that somebody wrote is lost from it."""
    [row, *_] = csv.reader(
        io.StringIO(as_csv(Rows(head=PAYLOADS, rows=())).decode("utf-8-sig"), newline=""), strict=True
    )
    for cell, payload in zip(row, PAYLOADS, strict=True):
        assert not cell.startswith(BEGIN_A_FORMULA)
        assert cell in {payload, f"'{payload}"}


def test_a13_what_is_shown_hides_and_turns_nothing() -> None:
    """No control sign, no direction mark, and the joiners alone that spelling needs."""
    for payload in PAYLOADS:
        assert is_shown_clean(shown(payload)), payload


async def test_a13_all_of_it_is_kept_and_taken_along_word_for_word(caplog: pytest.LogCaptureFixture) -> None:
    """Through the form of a page and out again, and none of it is in a log."""
    mine = [payload for payload in PAYLOADS if kept(payload).strip()][::6]
    with world() as house:
        await house.settle_in()
        for payload in mine:
            await house.submit(form_of(await house.command("write")), text=payload)
        made, _ = await files(house)
    assert [one["text"] for one in made["entries"]] == [kept(payload) for payload in mine]
    assert not [payload for payload in mine if len(payload) > 3 and payload in caplog.text]


@pytest.mark.parametrize("kind", KINDS)
async def test_a13_what_slack_is_asked_unfurls_nothing_and_names_nobody(kind: str) -> None:
    """The request as Slack has it, with the first words of this kind."""
    async with line() as here:
        to = here.workspace.user("ana")
        letter = here.letter(to)
        card = replace(letter.card, blocks=(say(shown(KINDS[kind][0])), *letter.card.blocks))
        await here.chat.send(replace(letter, card=card))
        [posted] = here.calls("chat.postMessage")
        assert {posted.args[name] for name in SLACK_SAYS_NO} == {False}
        assert posted.args["parse"] == "none"
        assert list(calls_in(posted.args)) == []


@pytest.mark.parametrize("kind", KINDS)
async def test_a13_what_discord_is_asked_names_nobody(kind: str) -> None:
    """The request as Discord has it, with the first words of this kind."""
    async with discord_line() as here:
        letter = here.letter(here.sim.user("ana"))
        card = replace(letter.card, blocks=(say(shown(KINDS[kind][0])), *letter.card.blocks))
        await here.chat.send(replace(letter, card=card))
        [posted] = here.calls("POST /channels/*/messages")
        assert posted.args["allowed_mentions"] == {"parse": []}
