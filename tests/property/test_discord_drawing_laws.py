"""Laws of drawing for Discord: whole, accepted, nobody's words as markup, and back as it went."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from adapters.discord import limits, text
from adapters.discord.drawing.controls import ControlId, Kind
from adapters.discord.drawing.forms import filled, form_of, typed_in
from adapters.discord.drawing.render import layouts_of, post_of
from bot.domain.journal import ENTRY_MAX
from bot.errors import BeyondReach, SurfaceError
from bot.surface.card import Card, LinkButton, Reach, own_words, say
from bot.surface.form import ChoiceField, Form, TextField
from bot.surface.parts import pieces, units
from bot.surface.text import shown as cleaned
from tests.contract.surface_samples import ROW, card
from tests.json_types import Json
from tests.property.drawn_cards import awkward, cards_within, forms_within, words_on
from tests.sim.discord.interactions import COMMAND, MODAL
from tests.sim.discord.lint import lint_callback, lint_post
from tests.sim.discord.markup import Shown, shown
from tests.sim.discord.reading import controls_in, marked_up, read, sent, texts_in
from tests.sim.drawn import parts_of, squeezed

OURS = {"bold", "heading", "small", "quote"}
"""What is made of our own words, and of nothing that stands in them."""

cards = cards_within(refs=92, steps=24, size=units)
forms = forms_within(refs=92, size=units)
signs = st.text(alphabet="ab1 \n\t.)-+#*_~`|<>@:[](){}\\/!&=é語\U0001f642", max_size=40)
marks = (
    "<@12> <@!12> <@&12> @everyone @here <#12> <:x:12> <a:x:12> </go:12> <t:12> <t:12:R> <id:guide> :wave:",
    "<+123> <a@b.example> [a](https://b.example) <https://b.example> https://b.example steam://run",
    "**b** *i* _i_ __u__ ~~s~~ ||x|| `c` ``c`` ```py #a \\ \\* \u00af\\_(x)_/\u00af 12:30 1:2:3 :1: ::a: a",
    "> >>> - * + -# # ## ### 1. 12) -",
)
made_of_signs = st.lists(
    st.sampled_from([mark for line in marks for mark in line.split()] + [" ", "\n", "\n\n"]), max_size=12
).map("".join)
anything = signs | made_of_signs | st.text()


@given(anything)
@example("<@12> said: # look\n- [here](https://a.example) at @everyone ||now|| :wave: <t:12:R> </go:12>")
@example("1. a\n  2) b\n+ c\n-# d\n> e\n>>> f\n```py\ng\n```\n\\*h\\* \\")
def test_whatever_stands_in_a_text_is_shown_as_it_is(words: str) -> None:
    """A client shows the very signs, and makes nothing of them: no markup, no mention, no link, no emoji."""
    assert shown(text.escape(words)) == Shown(words)


@given(anything)
def test_our_own_markup_holds_the_whole_and_nothing_else(words: str) -> None:
    """In a heading, in small print and in bold: every sign is there, and only what we meant is made of it."""
    for drawn in (text.heading(words), text.small(words), f"a {text.bold(words)}: b"):
        seen = shown(drawn)
        assert squeezed(words) in squeezed(seen.words)
        assert {*seen.made} <= OURS
    assert shown(f"a {text.bold(words)}").words == f"a {words}"


@given(anything)
@example("\n\n- a\n> b <@1>\n>>> c\n")
def test_words_that_are_shared_stand_in_a_quote_and_nothing_is_made_of_them(words: str) -> None:
    """Line by line, so that what comes after it stands outside: a mention, a link and a list stay signs."""
    lines = text.quoted(words).split("\n")
    assert all(line.startswith("> ") for line in lines)
    assert "\n".join(shown(line.removeprefix("> ")).words for line in lines) == words
    assert not any(shown(line.removeprefix("> ")).made for line in lines)


@given(anything, st.integers(1, 30), st.integers(8, 200))
def test_words_are_parted_whole_after_they_are_escaped(words: str, times: int, most: int) -> None:
    """Each piece is short enough as it is sent, and together they are the text."""
    for draw in (text.escape, text.small, text.quoted):
        found = list(pieces(words * times, most, lambda piece: units(draw(piece))))  # noqa: B023 - used at once
        assert "".join(f"{piece.before}{piece.text}" for piece in found) == words * times
        assert all(units(draw(piece.text)) <= most for piece in found)


@given(anything, st.integers(1, 30), st.integers(8, 200))
def test_tight_pieces_are_as_few_as_can_be(words: str, times: int, most: int) -> None:
    """Where a form has few inputs; they are the text, and a sign is not parted for it."""
    found = list(pieces(words * times, most, is_tight=True))
    assert "".join(f"{piece.before}{piece.text}" for piece in found) == words * times
    assert all(most / 2 < units(piece.text) + 2 for piece in found[:-1])
    assert all(units(piece.text) <= most for piece in found)


@given(st.lists(cards, min_size=1, max_size=3))
def test_any_cards_stand_whole_in_answers_that_discord_takes(of: list[Card]) -> None:
    """Every word of every card, in so many messages, and nothing that Discord would refuse."""
    bodies = layouts_of(of)
    assert [problem for body in bodies for problem in lint_post(body)] == []
    seen = read(bodies)
    assert [words for card in of for words in words_on(card) if squeezed(words) not in seen] == []
    for body in bodies:
        parts = [part for part in parts_of(body["components"]) if "type" in part]
        assert len(parts) <= limits.LAYOUT_PARTS
        assert sum(map(units, marked_up(body))) <= limits.LAYOUT_CHARS


@given(cards)
def test_what_is_posted_is_whole_or_refused_and_never_sealed(card: Card) -> None:
    """What is sealed is beyond its reach; what is too long for a message is an error, not a shorter text."""
    if card.reach is Reach.SEALED:
        with pytest.raises(BeyondReach):
            post_of(card)
        return
    for as_layout in (False, True):
        try:
            body = post_of(card, as_layout=as_layout)
        except SurfaceError:
            opened = (say(card.summary), say(f"{card.title}****"), *card.blocks)
            assert len(layouts_of([replace(card, blocks=opened, title="")])) > 1
            continue
        assert lint_post(body) == []
        words = [*words_on(card), card.summary]
        assert [each for each in words if squeezed(each) not in read(body)] == []
        assert next(texts_in(body)).startswith(card.summary.strip())


@given(cards)
def test_nothing_is_ever_made_of_what_stands_on_a_card(card: Card) -> None:
    """Only what is ours: headings, small print, and the bold names of facts."""
    bodies = layouts_of([card])
    if card.reach is not Reach.SEALED and units(card.text) < limits.CONTENT_CHARS / 4:
        bodies.append(post_of(card))
    for drawn in marked_up(bodies):
        assert {*shown(drawn).made} <= OURS
    assert all(body["allowed_mentions"] == {"parse": []} for body in bodies)


@given(awkward | signs, st.integers(1, ENTRY_MAX))
def test_an_entry_of_any_signs_is_read_in_pages(words: str, times: int) -> None:
    """Up to the longest: to the last sign, and the buttons stand below the end of it."""
    entry = cleaned((words * times)[:ENTRY_MAX])
    bodies = layouts_of([card(own_words(entry), ROW, reach=Reach.SEALED)])
    assert [problem for body in bodies for problem in lint_post(body)] == []
    assert squeezed(entry) in read(bodies)
    assert [bool(controls_in(body)) for body in bodies] == [*[False] * (len(bodies) - 1), True]
    assert not squeezed(entry) or list(marked_up(bodies[-1]))


@given(st.lists(cards, min_size=1, max_size=3))
def test_every_control_comes_back_as_what_it_is(of: list[Card]) -> None:
    """Each id that is drawn unpacks to the ref of a control on a card; none stands twice in a message."""
    refs_on = {one.ref for card in of for one in card.controls if not isinstance(one, LinkButton)}
    for body in layouts_of(of):
        ids = controls_in(body)
        assert len({*ids}) == len(ids)
        controls = [ControlId.unpack(each) for each in ids]
        assert [each for each in controls if each is None or each.ref not in refs_on] == []


@given(st.sampled_from(Kind), st.text(max_size=20), st.text(max_size=20), st.integers(2, 40))
def test_a_control_comes_back_as_it_went(kind: Kind, arg: str, ref: str, number: int) -> None:
    """Whatever its argument is, and whatever its ref; a number behind it means nothing."""
    control = ControlId(kind, arg, ref)
    try:
        packed = control.pack()
    except SurfaceError:
        assert units(arg + ref) * 3 > limits.ID_CHARS - limits.ID_ROOM - 2
        return
    assert ControlId.unpack(packed) == ControlId.unpack(f"{packed}~{number}") == control


@given(st.text())
def test_what_is_not_ours_is_no_control(text: str) -> None:
    """Ids of others are told apart, and nothing goes wrong."""
    control = ControlId.unpack(text)
    assert control is None or text.startswith(control.kind)


def drawn(form: Form) -> Json | None:
    """The form as a modal that Discord takes; None where its texts have no room."""
    try:
        modal = form_of(form)
    except SurfaceError:
        held = sum(units(field.value) for field in form.fields if isinstance(field, TextField))
        assert held > limits.INPUT_CHARS / 2
        return None
    assert lint_callback({"type": MODAL, "data": modal}, COMMAND) == []
    return modal


@given(forms)
def test_any_form_is_drawn_whole(form: Form) -> None:
    """Title, intro, labels, hints, options: all there to read, and nothing is made of them."""
    modal = drawn(form)
    words = [form.title, form.intro]
    for field in form.fields:
        words += [field.label, field.hint]
        words += [option.label for option in field.options] if isinstance(field, ChoiceField) else []
    assert modal is None or [each for each in words if squeezed(each) not in read(modal)] == []
    assert [shown(each).made for each in marked_up(modal) if shown(each).made] == []


@given(forms)
def test_a_form_that_is_sent_untouched_says_what_it_held(form: Form) -> None:
    """Every text to the last sign, in however many inputs; opened again as it was left, it says the same."""
    modal = drawn(form)
    if modal is None:
        return
    typed = typed_in(sent(modal))
    for field in form.fields:
        is_gone = isinstance(field, ChoiceField) and field.value not in {one.name for one in field.options}
        assert typed[field.name] == ("" if is_gone else field.value)
    assert filled(modal, sent(modal)) == modal


@given(forms, anything)
def test_a_form_opens_again_as_it_was_left(form: Form, words: str) -> None:
    """Whatever was typed into the first input."""
    modal = drawn(form)
    if modal is None:
        return
    first = next(part["component"] for part in modal["components"] if "component" in part)
    if "options" in first:
        words = first["options"][-1]["value"]
    left = sent(modal, **{first["custom_id"]: words})
    assert typed_in(sent(filled(modal, left))) == typed_in(left)
