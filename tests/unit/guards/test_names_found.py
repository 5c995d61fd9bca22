"""Names are found by what stands around them: word-like, small, of many cultures; and what is none."""

from __future__ import annotations

import pytest

from bot.guards.identifiers.finding import find
from bot.guards.identifiers.found import Category

WORD_LIKE = [
    ("saw will at ten and he was calm", "will"),
    ("hope cried when the door shut", "hope"),
    ("May didn't come to the appointment.", "May"),
    ("told grace i would be back in a week", "grace"),
    ("Sat with Joy until the morning.", "Joy"),
    ("Rose's daughter rang the ward.", "Rose"),
    ("My client Faith brought her son.", "Faith"),
    ("Mark says the voices are louder at night.", "Mark"),
]
WORDS = [
    "I hope it helps.",
    "will call her back after lunch",
    "In May we close for two weeks.",
    "Mark my words, this rota will not hold.",
    "Grace under pressure, mostly.",
    "The bill came and I paid it.",
    "Joy in small things: a biscuit, a chair.",
    "Lost my faith in rotas.",
    "she rose early and drove north",
    "Summer is always quiet here.",
]
OF_MANY_CULTURES = [
    ("Oluwaseun laughed and then went quiet.", "Oluwaseun"),
    ("Met Thandeka after the round.", "Thandeka"),
    ("Xiulan bowed at the door.", "Xiulan"),
    ("Farideh won't sign and I understand.", "Farideh"),
    ("Sat with Siddharth by the window.", "Siddharth"),
    ("Zsuzsanna cried about her mother.", "Zsuzsanna"),
    ("Told Tigist the scan was clear.", "Tigist"),
    ("Leilani sang to the baby.", "Leilani"),
    ("Ended with Nguyen today.", "Nguyen"),
    ("Worried about Jaylen all weekend.", "Jaylen"),
    ("saw harpreet and her mum, both in tears", "harpreet"),
    ("rang nkechi twice, no answer", "nkechi"),
]
WHOLE = [
    ("Mr. Chaudhary keeps his shoes on.", "Mr. Chaudhary"),
    ("Bridget O'Malley complained about me.", "Bridget O'Malley"),
    ("Siti binti Osman refused the cannula.", "Siti binti Osman"),
    ("mrs love hates mornings", "mrs love"),
    ("Session with the Hendersons ran over.", "Hendersons"),
]
CLEAN = [
    "Winnicott would have let the child keep the string.",
    "Reading Rogers on the bus again.",
    "Started sertraline, stopped mirtazapine.",
    "Edinburgh scale done, score 14.",
    "Parkinson's clinic ran over.",
    "Off to Dublin for the weekend.",
    "The Polish interpreter was booked for nine.",
    "Christmas rota again.",
    "WhatsApp group is on fire.",
    "St Anthony found the keys, she says.",
    "Harry Potter at bedtime.",
    "Client late. Client crying. Client gone.",
    "Mum was furious and so was I.",
    "Tired. Proud. Tired.",
]
COLLEAGUES = [
    ("My manager Denise said no again.", "Denise"),
    ("supervision with Helen, we looked at my need to be liked", "Helen"),
    ("Covered for Priti again.", "Priti"),
    ("Sister Boateng held my elbow.", "Sister Boateng"),
    ("Dr. Levinson thinks I push too soon.", "Dr. Levinson"),
    ("Anyone know Marguerite from the trust?", "Marguerite"),
]


def found(text: str) -> list[str]:
    """The names in a text, as they stand there."""
    return [text[place.start : place.end] for place in find(text) if place.category is Category.NAME]


@pytest.mark.parametrize(("text", "name"), WORD_LIKE)
def test_a_word_is_a_name_where_it_stands_as_one(text: str, name: str) -> None:
    """Hope cried, and somebody saw Will."""
    assert name in found(text)


@pytest.mark.parametrize("text", WORDS)
def test_the_same_word_is_none_where_it_is_a_word(text: str) -> None:
    """I hope, in May, mark my words."""
    assert found(text) == []


@pytest.mark.parametrize(("text", "name"), OF_MANY_CULTURES)
def test_names_from_everywhere_are_found(text: str, name: str) -> None:
    """In capitals and in small letters."""
    assert found(text) == [name]


@pytest.mark.parametrize(("text", "name"), WHOLE)
def test_a_name_is_found_whole(text: str, name: str) -> None:
    """With its title and all its parts."""
    assert found(text) == [name]


def test_what_is_hers_is_not_her_name() -> None:
    """The 's stays outside."""
    assert found("Yolanda's mum rang and Yolanda\u2019s dad too.") == ["Yolanda", "Yolanda"]


@pytest.mark.parametrize("text", CLEAN)
def test_what_has_a_capital_and_is_nobody_is_let_be(text: str) -> None:
    """Authors, scales, medicines, places, faiths, figures of stories, and what is no name at all."""
    assert found(text) == []


@pytest.mark.parametrize(("text", "name"), COLLEAGUES)
def test_a_colleague_is_pointed_at_softly(text: str, name: str) -> None:
    """A manager, a supervisor, a helping title, somebody from the trust."""
    (place,) = (each for each in find(text) if each.category is Category.NAME)
    assert (text[place.start : place.end], place.is_soft) == (name, True)


@pytest.mark.parametrize("text", ["Yolanda cried.", "Mr Chaudhary keeps his shoes on.", "rang nkechi twice"])
def test_whom_one_helps_is_pointed_at_as_such(text: str) -> None:
    """Nothing here says that it is a colleague."""
    assert [place.is_soft for place in find(text)] == [False]


def test_a_name_in_an_address_is_left_to_the_address() -> None:
    """One place is one finding."""
    assert found("write to yolanda.cruz@example.org or see https://yolanda.example.org/cruz") == []


def test_an_empty_text_and_one_without_words_have_no_names() -> None:
    """Nothing raises."""
    assert [found(text) for text in ("", " ", "...", "12 34", "\ud800", "'s", "-")] == [[]] * 7
