"""Masks read well: who is who, what a date may keep, and where a sentence begins."""

from __future__ import annotations

import pytest

from bot.guards.identifiers.finding import find
from bot.guards.identifiers.found import Category, Found
from bot.guards.identifiers.masking import masked
from bot.guards.identifiers.months import month_or_year

MARKS = {
    "n": Category.NAME,
    "i": Category.INITIALS,
    "d": Category.DATE,
    "a": Category.AGE_90_PLUS,
    "p": Category.PHONE,
    "o": Category.ORG,
}


def _mask(marked: str) -> str:
    """Mask a note in which places are marked {like this:n}; ~ behind the letter marks a colleague."""
    text, found = "", []
    for piece in marked.split("{"):
        inside, closed, after = piece.partition("}")
        if not closed:
            text += piece
            continue
        words, _, mark = inside.rpartition(":")
        found.append(
            Found(
                start=len(text),
                end=len(text) + len(words),
                category=MARKS[mark[0]],
                is_soft=mark.endswith("~"),
            )
        )
        text += words + after
    return masked(text, found)


@pytest.mark.parametrize(
    ("note", "expected"),
    [
        ("{Maria:n} cancelled again.", "Someone cancelled again."),
        ("{maria:n} cancelled again.", "someone cancelled again."),
        ("So {Maria:n} rang. {Maria's:n} mum too.", "So someone rang. Someone's mum too."),
        (
            "{Ana Ruiz:n} sat, {Jo:n} stood, then {Mrs Ruiz:n} left.",
            "Person A sat, person B stood, then person A left.",
        ),
        ("{Ruiz:n} and {Ana Ruiz:n} again", "Someone and someone again"),
        ("{Helen:n~} covered for me.", "A colleague covered for me."),
        ("{Helen:n~} and {Tom:n~} met {Ravi:n}.", "Colleague A and colleague B met someone."),
        ("client {L.P.:i} was bored", "client X was bored"),
        ("client {L.P.:i} and pt {RB:i}", "client A and pt B"),
        ("My {K.D.:i} told me", "My someone told me"),
        ("with the {Petersons:n} today", "with the family today"),
        ("She was seen on {3rd February:d}.", "She was seen on a day in February."),
        ("a {97yo:a} lady", "a very old lady"),
        ("said yes? {07700 900377:p} is the gran", "said yes? A phone number is the gran"),
        (
            "at {Eastlake School:o}, at {St Bride's Church:o}, at {Corbin Ltd:o}",
            "at a school, at a place of worship, at an organisation",
        ),
        ("{May:n} came on {5 May:d}", "Someone came on one day"),
    ],
)
def test_a_masked_note_reads_well(note: str, expected: str) -> None:
    """It says of what kind the words were, and who is who."""
    assert _mask(note) == expected


@pytest.mark.parametrize(
    ("date", "kept"),
    [
        ("the 4th of March", "March"),
        ("12-Sept-24", "September"),
        ("01/27/2026", "January"),
        ("27/01/2026", "January"),
        ("03/04/2026", "2026"),
        ("03/04", None),
        ("12.03.2024", "March"),
        ("2025-11-02", "November"),
        ("2025-13-45", "2025"),
        ("31/31/1888", None),
        ("", None),
    ],
)
def test_a_date_keeps_its_month_where_it_is_certain_else_its_year(date: str, kept: str | None) -> None:
    """Never its day."""
    assert month_or_year(date) == kept


def test_a_date_at_the_end_of_a_sentence_leaves_its_stop() -> None:
    """What comes after it stays another sentence."""
    text = "Maria cancelled again, third time since 12 May. I was short."
    assert masked(text, find(text)) == "Someone cancelled again, third time since a day in May. I was short."
