"""Laws of drawing for Slack: whole, accepted, nobody's words as markup, and back as it went."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from adapters.slack import limits
from adapters.slack.drawing.controls import ControlId, Kind
from adapters.slack.drawing.forms import form_of, typed_in
from adapters.slack.drawing.render import home_of, message_of, modal_of
from adapters.slack.text import POSTED
from bot.errors import BeyondReach, SurfaceError
from bot.surface.card import Card, Fields, LinkButton, Reach, shared_words
from bot.surface.form import ChoiceField, DateField, Form, TextField, TimeField
from bot.surface.parts import pieces, units
from bot.surface.phrases import BLANK
from tests.json_types import Json
from tests.property.drawn_cards import awkward, cards_within, forms_within, words_on
from tests.sim.drawn import parts_of, squeezed
from tests.sim.slack.calling import calls_in
from tests.sim.slack.lint import lint_home, lint_message, lint_view
from tests.sim.slack.reading import actions_in, read, state_of

cards, forms = cards_within(), forms_within()


@given(st.lists(cards, min_size=1, max_size=3))
def test_any_cards_stand_whole_in_a_modal_that_slack_takes(of: list[Card]) -> None:
    """Every word of every card, in one modal, and nothing that Slack would refuse."""
    view = modal_of(of)
    assert lint_view(view) == []
    seen = read(view["blocks"])
    assert [words for card in of for words in words_on(card) if squeezed(words) not in seen] == []


@given(cards)
def test_a_message_is_whole_or_refused_and_never_sealed(card: Card) -> None:
    """What is sealed is beyond its reach; what is too long for a message is an error, not a shorter text."""
    if card.reach is Reach.SEALED:
        with pytest.raises(BeyondReach):
            message_of(card)
        with pytest.raises(BeyondReach):
            home_of(card)
        return
    assert lint_home(home_of(card)) == []
    try:
        message = message_of(card)
    except SurfaceError:
        assert sum(len(words) for words in words_on(card)) > limits.MESSAGE_CHARS / 2
        return
    assert lint_message(message) == []
    assert [words for words in words_on(card) if squeezed(words) not in read(message["blocks"])] == []


@given(st.lists(cards, min_size=1, max_size=3))
def test_only_our_names_of_facts_are_ever_markup(of: list[Card]) -> None:
    """Nothing that a person may have written stands in mrkdwn, and what does has no control of Slack's."""
    ours = {
        name for card in of for block in card.blocks if isinstance(block, Fields) for name, _ in block.pairs
    }
    for part in parts_of(modal_of(of)):
        if part.get("type") == "mrkdwn":
            assert read(part) in {squeezed(name) for name in ours}
            assert part["verbatim"] is True
            assert not {"<", ">"} & set(part["text"])


@given(st.text() | awkward)
def test_what_somebody_shares_is_words_and_nothing_else(words: str) -> None:
    """Whatever they typed: all of it is read, and none of it calls, leads anywhere or is markup."""
    block = shared_words(words)
    message = message_of(Card(text_id="any", blocks=(block,), summary="A share", reach=Reach.OPEN))
    assert lint_message(message) == []
    assert list(calls_in({**message, **POSTED})) == []
    assert read(message["blocks"]) in {squeezed(block.text), BLANK}
    assert {part["type"] for part in parts_of(message["blocks"])} <= {
        "rich_text", "rich_text_quote", "text", "section", "plain_text",
    }  # fmt: skip


@given(cards)
def test_every_control_comes_back_as_what_it_is(card: Card) -> None:
    """Each id that is drawn unpacks to the ref of a control on the card; a link has none."""
    refs_on = {control.ref for control in card.controls if not isinstance(control, LinkButton)}
    for action_id in actions_in(modal_of([card])):
        control = ControlId.unpack(action_id)
        assert control is not None
        assert control.pack() == action_id
        assert (control.kind is Kind.LINK and not control.ref) or control.ref in refs_on


@given(st.sampled_from(Kind), st.text(max_size=20), st.text(max_size=100))
def test_a_control_comes_back_as_it_went(kind: Kind, arg: str, ref: str) -> None:
    """Whatever its argument is, and whatever its ref."""
    assert ControlId.unpack(ControlId(kind, arg, ref).pack()) == ControlId(kind, arg, ref)


@given(st.text())
def test_what_is_not_ours_is_no_control(text: str) -> None:
    """Ids of others are told apart, and nothing goes wrong."""
    control = ControlId.unpack(text)
    assert control is None or text.startswith(f"{control.kind}:")


@given(st.text(alphabet=st.characters()) | awkward, st.integers(1, 20), st.integers(4, 200))
def test_pieces_joined_are_the_text(text: str, times: int, most: int) -> None:
    """To the last sign, none too long, and none empty beside others."""
    found = list(pieces(text * times, most))
    assert "".join(f"{piece.before}{piece.text}" for piece in found) == text * times
    assert all(units(piece.text) <= most for piece in found)
    assert len(found) == 1 or all(piece.text for piece in found)


def drawn(form: Form) -> Json:
    """The form as a modal that Slack takes."""
    view = form_of(form)
    assert lint_view(view) == []
    return view


@given(forms)
def test_any_form_is_drawn_whole(form: Form) -> None:
    """Title, intro, labels, hints, options: all there to read, and Slack takes it."""
    seen = read(drawn(form))
    words = [form.title, form.intro, form.submit]
    for field in form.fields:
        words += [field.label, field.hint]
        words += [option.label for option in field.options] if isinstance(field, ChoiceField) else []
    assert [text for text in words if squeezed(text) not in seen] == []


@given(forms)
def test_a_form_that_is_sent_untouched_says_what_it_held(form: Form) -> None:
    """Every text to the last sign, in however many inputs; a choice, an hour and a day as they were."""
    view = drawn(form)
    typed = typed_in({**view, "state": {"values": state_of(view)}})
    for field in form.fields:
        match field:
            case TextField(value=value):
                held = {value}
            case ChoiceField(value=value, options=named):
                held = {value if value in {option.name for option in named} else ""}
            case TimeField(value=value) | DateField(value=value):
                held = {value, ""}
        assert typed[field.name] in held


@given(forms)
def test_only_the_ref_stands_beside_a_form(form: Form) -> None:
    """Where Slack keeps what it is told to give back, there is nobody's word."""
    view = drawn(form)
    assert (view["private_metadata"], view["callback_id"]) == (form.ref, "form")
