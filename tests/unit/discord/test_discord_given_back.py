"""What was typed goes back to its writer, and what a button brings once more."""

from __future__ import annotations

from collections.abc import Iterator

from adapters.discord import text
from adapters.discord.answering.acts import Memory, plan, plan_kept
from adapters.discord.answering.calls import Follow, OpenModal, Plan, Reply
from adapters.discord.answering.kept import KeptCards, KeptForm
from adapters.discord.drawing.forms import form_of
from adapters.discord.hearing.places import Command, FormSent, Whisper
from adapters.discord.limits import PAGES_AT_ONCE
from bot.domain.prompts import Option
from bot.surface.audience import OnlyYou
from bot.surface.card import Reach
from bot.surface.form import ChoiceField, Form, TextField
from bot.surface.outcome import Outcome, Refuse, Show
from tests.sim.discord.reading import controls_in, sent, texts_in
from tests.unit.discord.plans import DRAWN, POSTED, Remembered
from tests.unit.some_acts import ANA, a_card


def test_what_is_more_than_one_answer_may_hold_goes_on_by_a_button() -> None:
    """Nothing is cut, and each answer keeps to five messages."""
    kept = Remembered()
    long = [
        Show(card=a_card(f"{name}{'.' * 3_900}", Reach.SEALED), audience=OnlyYou()) for name in "abcdefgh"
    ]
    made = plan(Outcome(first=long[0], then=tuple(long[1:])), Command(is_direct=False), ANA, kept.memory())
    shown = [*_bodies(made)]
    assert len(shown) == PAGES_AT_ONCE
    more = plan_kept(kept.items["token0"], kept.memory())
    assert controls_in(shown[-1]) == ["ktoken0~"]
    pages = [*shown[:-1], *_bodies(more)]
    assert "".join(next(texts_in(page))[:1] for page in pages) == "abcdefgh"


def test_what_is_kept_is_shown_to_one_pair_of_eyes_and_a_form_opens() -> None:
    """What has gone says so, with who to call beside it."""
    memory = Remembered().memory()
    cards = plan_kept(KeptCards(pages=({"components": [{"type": 10, "content": "sealed"}]},)), memory)
    assert isinstance(cards.first, Reply)
    assert isinstance(plan_kept(KeptForm(modal=DRAWN), memory).first, OpenModal)
    gone = plan_kept(None, memory).first
    assert isinstance(gone, Reply)
    assert controls_in(gone.body) == ["chelpnow~"]


def test_a_refusal_gives_back_what_was_written_and_names_the_field() -> None:
    """Names of options are none of their words; a sentence that is said of two fields stands at both."""
    form = Form(
        text_id="test.form", ref="2", name="hours", title="Hours", submit="Save",
        fields=(
            TextField(name="from", label="From"), TextField(name="to", label="To"),
            ChoiceField(name="day", label="Day", options=(Option(name="sunday", label="Sunday"),)),
        ),
    )  # fmt: skip
    drawn = form_of(form)
    typed = sent(drawn, **{"from|0|": "noon *ish*", "to|0|": "", "day|0|": "sunday"})
    kept = Remembered()
    memory = Memory(keep=kept.keep, drawn=lambda _: KeptForm(modal=drawn, origin=POSTED))
    refuse = Refuse(errors={"from": "No hour.", "to": "No hour."})
    place = FormSent(id=drawn["custom_id"], below=Whisper(), typed=typed)
    made = plan(Outcome(first=refuse), place, ANA, memory)
    [page] = _bodies(made)
    words = list(texts_in(page))
    assert words[:4] == ["From: No hour.", "To: No hour.", text.YOUR_WORDS, "noon *ish*"]
    assert "sunday" not in words
    item = kept.items["token0"]
    assert isinstance(item, KeptForm)
    assert item.origin == POSTED
    assert [part["component"].get("value") for part in item.modal["components"]][:2] == ["noon *ish*", None]
    assert item.modal["components"][2]["component"]["options"][0]["default"]


def _bodies(made: Plan) -> Iterator[dict[str, object]]:
    """Walk the messages that one pair of eyes sees."""
    assert isinstance(made.first, Reply)
    yield made.first.body
    yield from (call.body for call in made.calls if isinstance(call, Follow))
