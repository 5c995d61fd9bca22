"""Forms at the console: asked field by field, and nothing that was typed is lost."""

from __future__ import annotations

import asyncio
import io

import pytest

from adapters.console.chat import LineTalk
from adapters.console.forms import fill, fill_again
from bot.domain.prompts import Option
from bot.surface.form import ChoiceField, Field, Form, TextField, TimeField

KEEP = ChoiceField(
    name="keep", label="Keep it for", value="year",
    options=(Option(name="month", label="a month"), Option(name="year", label="a year")),
)  # fmt: skip
WORDS = TextField(name="words", label="Your words", long=True)
NAME = TextField(name="own", label="Your own word", hint="One is enough.", required=False, value="flat")
AT = TimeField(name="at", label="At what hour")


def form_of(*fields: Field) -> Form:
    """Return a form of these fields."""
    return Form(
        text_id="t", ref="r", name="f", title="Just for you", intro="What comes to mind?", fields=fields
    )


async def filled(form: Form, piped: str) -> tuple[dict[str, str] | None, str]:
    """Return what came of a form that these lines were piped into, and the screen."""
    screen = io.StringIO()
    talk = LineTalk(io.BytesIO(piped.encode()), screen)
    with talk.session():
        return await fill(form, talk), screen.getvalue()


async def refilled(
    form: Form, typed: dict[str, str], errors: dict[str, str], piped: str
) -> tuple[dict[str, str] | None, str]:
    """Return what came of a refused form, and the screen."""
    screen = io.StringIO()
    talk = LineTalk(io.BytesIO(piped.encode()), screen)
    with talk.session():
        return await fill_again(form, typed, errors, talk), screen.getvalue()


async def test_a_form_is_asked_field_by_field() -> None:
    """Title and intro first, then each label with its hint and how to end."""
    values, screen = await filled(form_of(WORDS, KEEP), "one\n\n two \n.\n1\n")
    assert values == {"words": "one\n\n two ", "keep": "month"}
    assert screen == (
        "\n  Just for you\n  What comes to mind?\n  /cancel leaves this form.\n"
        "\n  Your words\n  A line with only . ends it.\n> \n"
        "  Keep it for      [1] a month  [2] a year\n  Enter keeps [a year]\n> \n"
    )


@pytest.mark.parametrize(("line", "value"), [("", "flat"), ("steady", "steady"), ("-", "")])
async def test_a_default_is_kept_changed_or_left_empty(line: str, value: str) -> None:
    """Enter keeps it, and a dash empties what may be empty."""
    values, screen = await filled(form_of(NAME), f"{line}\n")
    assert values == {"own": value}
    assert "One is enough." in screen
    assert "Enter keeps [flat], - leaves it empty" in screen


@pytest.mark.parametrize(("line", "name"), [("2", "year"), ("A MONTH", "month"), ("", "year")])
async def test_a_choice_is_a_number_a_label_or_what_stands(line: str, name: str) -> None:
    """The stable name comes back."""
    values, _ = await filled(form_of(KEEP), f"{line}\n")
    assert values == {"keep": name}


async def test_a_choice_that_is_none_is_asked_again() -> None:
    """Nothing is guessed."""
    values, screen = await filled(form_of(KEEP), "3\n1\n")
    assert values == {"keep": "month"}
    assert "That is none of these." in screen


async def test_what_is_needed_is_asked_again() -> None:
    """Until it is there, or its writer leaves."""
    values, screen = await filled(form_of(AT, WORDS), "\n08:15\n.\nwords\n.\n")
    assert values == {"at": "08:15", "words": "words"}
    assert screen.count("This one needs an answer.") == 2


@pytest.mark.parametrize("piped", ["/cancel\n", "08:15\n/cancel\n", "08:15\nsome words\n /cancel \n"])
async def test_cancel_leaves_at_any_field(piped: str) -> None:
    """On a line of its own, in a long text too."""
    values, _ = await filled(form_of(AT, WORDS), piped)
    assert values is None


async def test_the_end_of_the_input_ends_a_long_text() -> None:
    """What follows takes what stands in it."""
    values, screen = await filled(form_of(WORDS, KEEP, NAME), "first\nlast without an end")
    assert values == {"words": "first\nlast without an end", "keep": "year", "own": "flat"}
    assert "ended" not in screen


@pytest.mark.parametrize("piped", ["", "some words"])
async def test_an_input_that_ends_too_early_is_said(piped: str) -> None:
    """Nothing typed, or something needed missing: it is never claimed to be saved."""
    values, screen = await filled(form_of(WORDS, AT), piped)
    assert values is None
    assert "The input ended before this was saved." in screen


async def test_a_draft_is_shown_and_kept_with_a_dot() -> None:
    """Where it cannot be edited, it is kept whole or typed anew."""
    draft = TextField(name="words", label="Your words", long=True, value="from\nyesterday")
    kept, screen = await filled(form_of(draft), ".\n")
    anew, _ = await filled(form_of(draft), "from today\n.\n")
    assert (kept, anew) == ({"words": "from\nyesterday"}, {"words": "from today"})
    assert "      from\n      yesterday\n" in screen


async def test_a_draft_is_cleaned_for_the_screen_and_not_in_itself() -> None:
    """What a screen may not see stays in the words of its writer."""
    tricky = "plain \x1b[31mred\x1b[0m \u202eturned"
    draft = TextField(name="words", label="Your words", long=True, value=tricky)
    values, screen = await filled(form_of(draft), ".\n")
    assert values == {"words": tricky}
    assert "\x1b" not in screen
    assert "\u202e" not in screen


async def test_an_over_long_text_is_passed_on_whole() -> None:
    """The core says the limit; the console cuts nothing."""
    short = TextField(name="own", label="Your own word", limit=10)
    values, _ = await filled(form_of(short, WORDS), "x" * 500 + "\n" + "y" * 20_000 + "\n.\n")
    assert values == {"own": "x" * 500, "words": "y" * 20_000}


async def test_a_refused_field_is_asked_below_its_sentence() -> None:
    """The others stay as they are."""
    typed = {"at": "quarter past", "words": "kept words"}
    values, screen = await refilled(form_of(AT, WORDS), typed, {"at": "An hour looks like 08:15."}, "08:15\n")
    assert values == {"at": "08:15", "words": "kept words"}
    assert "  An hour looks like 08:15.\n  At what hour\n  Enter keeps [quarter past]\n" in screen
    assert "Your words" not in screen


async def test_refused_words_are_said_to_be_kept_and_not_shown_again() -> None:
    """A dot sends them again; a new text takes their place."""
    typed, errors = {"words": "a canary"}, {"words": "Not saved yet. Please press again."}
    again, screen = await refilled(form_of(WORDS), typed, errors, ".\n")
    anew, _ = await refilled(form_of(WORDS), typed, errors, "other words\n.\n")
    assert (again, anew) == ({"words": "a canary"}, {"words": "other words"})
    assert "Your words are kept" in screen
    assert "canary" not in screen


@pytest.mark.parametrize(
    ("piped", "sent"), [("\n", {"words": "kept words"}), ("/cancel\n", None), ("", None)]
)
async def test_a_sentence_without_a_field_offers_to_send_again(
    piped: str, sent: dict[str, str] | None
) -> None:
    """Enter is the press that it asks for."""
    values, screen = await refilled(form_of(WORDS), {"words": "kept words"}, {"": "Not saved yet."}, piped)
    assert values == sent
    assert "Not saved yet." in screen


async def test_a_refusal_at_the_end_of_the_input_does_not_go_round() -> None:
    """Nobody is there to press again, and that is said."""
    typed = {"words": "kept words"}
    values, screen = await asyncio.wait_for(
        refilled(form_of(WORDS), typed, {"words": "Not saved yet."}, ""), 20
    )
    assert values is None
    assert "The input ended before this was saved." in screen
