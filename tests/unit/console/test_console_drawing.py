"""How the console draws a card: its text, then one question at a time, then the row."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from adapters.console.limits import NARROWEST, WIDEST, line_width
from adapters.console.open_card import OpenCard
from adapters.console.render import draw
from adapters.console.tones import Group
from bot.domain.prompts import Option
from bot.surface.card import Button, Buttons, Card, Reach, own_words, say
from bot.surface.text import shown
from tests.contract.surface_samples import KIND, ROW, SEVERAL, TANK, WEIGHT, WHOLE, card


def text_of(groups: list[Group]) -> str:
    """Return what a plain screen shows."""
    return "\n\n".join("\n".join(line.text for line in group) for group in groups)


def drawn(place: OpenCard | Card, width: int = WIDEST) -> str:
    """Return what is read next of a card."""
    place = OpenCard(card=place) if isinstance(place, Card) else place
    return text_of(draw(place, width)[0])


def after(place: OpenCard) -> OpenCard:
    """Return a card once it was drawn."""
    return draw(place, WIDEST)[1]


def test_a_card_is_drawn_up_to_its_first_question() -> None:
    """Title and text stand together, the question apart, on one line where it fits."""
    greeting = card(say("One line.\nAnother."), say("More."), KIND, ROW, title="Today")
    assert drawn(greeting) == (
        "  Today\n  One line.\n  Another.\n\n  More.\n\n"
        "  Who is it with?      [1] someone I support  [2] a colleague\n\n"
        "  [s] Set it down   [t] Not today   [h] Help now\n  Our policy: https://example.org/policy?a=1"
    )


def test_a_question_that_does_not_fit_has_its_answers_below() -> None:
    """They flow over as many lines as they need."""
    assert drawn(card(TANK), 40) == (
        "  How much is in the tank?\n  [1] empty  [2] low  [3] some  [4] good\n  [5] full  [n] not now"
    )


def test_a_label_that_does_not_fit_hangs_below_its_key() -> None:
    """So the next key is seen to begin a line."""
    days = replace(KIND, ask="Days", options=(Option(name="three", label="Three a week: Monday, Friday"),))
    assert drawn(card(days), 26) == ("  Days\n  [1] Three a week:\n      Monday, Friday\n  [n] not now")


def test_a_scale_between_ends_shows_its_ends() -> None:
    """The number in between is typed as it is."""
    assert drawn(card(WEIGHT)) == "  How heavy is it?      [0] a feather … [10] a stone   [n] not now"


def test_a_question_with_several_answers_says_how_many() -> None:
    """And what to type."""
    assert drawn(card(SEVERAL)).startswith("  Which of these? (up to 2, like 1 2)")


def test_the_row_comes_last_with_its_keys() -> None:
    """Help has h, a link its address."""
    assert drawn(card(say("Here."), ROW)) == (
        "  Here.\n\n  [1] Set it down   [2] Not today   [h] Help now\n  Our policy: https://example.org/policy?a=1"
    )


def test_a_row_that_is_passed_by_has_no_numbers() -> None:
    """Numbers are the next card's."""
    groups, _ = draw(OpenCard(card=card(ROW)), WIDEST, keyed=False)
    assert text_of(groups).startswith("  [Set it down]   [Not today]   [h] Help now")


def test_own_words_stand_apart() -> None:
    """Their lines stay as they were written."""
    words = card(own_words("first\n\n  indented"), reach=Reach.SEALED)
    assert drawn(words) == "      first\n\n        indented"


def test_what_was_drawn_is_not_drawn_again() -> None:
    """Until its person asks where they are."""
    place = after(OpenCard(card=card(say("Here."), ROW)))
    assert drawn(place) == ""
    assert drawn(place.look_again()).startswith("  [1] Set it down")


def test_text_between_questions_is_read_between_them() -> None:
    """A prompt below the marks comes when the marks are through."""
    place = after(OpenCard(card=card(TANK, say("Something to think about."), ROW)))
    assert drawn(place.settle(TANK)).startswith("  Something to think about.\n\n  [s] Set it down")


def test_a_replacement_is_silent_until_its_questions_are_through() -> None:
    """What was answered is not asked again, and what is new is read once, at the end."""
    place = after(OpenCard(card=card(TANK, WEIGHT))).settle(TANK)
    place = place.become(card(say("Noted."), TANK, WEIGHT))
    groups, place = draw(place, WIDEST)
    assert text_of(groups).startswith("  How heavy is it?")
    place = place.settle(WEIGHT).become(card(say("Noted. That was a whole check-in.")))
    groups, place = draw(place, WIDEST)
    assert text_of(groups) == "  Noted. That was a whole check-in."
    assert draw(place, WIDEST)[0] == []


def test_a_new_title_is_read_with_the_rest() -> None:
    """A title that changed is news too."""
    place = after(OpenCard(card=card(say("Here."), title="One")))
    assert drawn(place.become(card(say("Here."), title="Two"))) == "  Two"


def test_a_pressed_card_is_read_no_further() -> None:
    """Its replacement is."""
    place = OpenCard(card=card(TANK, say("A prompt."), ROW)).press()
    assert drawn(place) == ""
    other = Buttons(buttons=(Button(ref="u", name="undo", label="Undo"),))
    assert drawn(place.become(card(say("Fine."), other))) == "  Fine.\n\n  [1] Undo"


def test_the_width_follows_the_terminal_within_what_reads_well() -> None:
    """Neither a ribbon nor a wall."""
    assert [line_width(columns) for columns in (3, 60, 300)] == [NARROWEST, 60, WIDEST]


@given(width=st.integers(NARROWEST, WIDEST))
def test_no_width_loses_a_word(width: int) -> None:
    """Whatever the terminal's width, a card is read whole."""
    place = OpenCard(card=WHOLE)
    seen = ""
    for ask in (TANK, WEIGHT, KIND, SEVERAL):
        groups, place = draw(place, width)
        seen += text_of(groups) + "\n"
        place = place.settle(ask)
    assert [word for word in WHOLE.text.split() if word not in seen] == []


@given(words=st.text(max_size=400), width=st.integers(NARROWEST, WIDEST))
def test_own_words_are_drawn_whole(words: str, width: int) -> None:
    """Every sign that may be shown is there, in order."""
    groups, _ = draw(OpenCard(card=card(own_words(words), reach=Reach.SEALED)), width)
    assert "".join(text_of(groups).split()) == "".join(shown(words).split())
