"""What single words are known as, and that the packed list is the one that was written down."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from bot.guards.identifiers import lexicon

ROOT = Path(__file__).parents[3]
OF_MANY_CULTURES = (
    "Temitope Chidinma Adwoa Aminata Wanjiru Nakato Tigist Hodan Sipho Lerato Tendai Khadija",
    "Farideh Zeynep Berivan Meenakshi Senthil Sreedevi Moushumi Harpreet Shagufta Dilrukshi Srijana Tenzin",
    "Xiulan Haruka Jiwoo Thuy Somchai Sokha Khin Ligaya Wayan Aroha Sione Mereseini",
    "Leilani Winona Szymon Olena Ondrej Dejan Ilir Mihai Zsuzsanna Despina Vytautas Solveig",
    "Maaike Heinrich Benoît Concetta Itziar Yuleisi João Niamh Rhiannon Mhairi Jaylen Deja",
    "Paulie Shaz",
)


@pytest.mark.parametrize("name", [name for names in OF_MANY_CULTURES for name in names.split()])
def test_given_names_of_many_cultures_are_known(name: str) -> None:
    """A name counts the same wherever it comes from."""
    assert lexicon.look_up(lexicon.folded(name)).given >= 2


@pytest.mark.parametrize("name", ["अभय", "فاطمه", "Андрій", "Δέσποινα", "건우", "אביאל"])
def test_names_in_their_own_letters_are_known(name: str) -> None:
    """What is written in no Latin letters is read too."""
    assert lexicon.look_up(lexicon.folded(name)).is_listed


def test_a_word_may_be_a_name_and_common_at_once() -> None:
    """The finder weighs the two against each other; the list only says both."""
    will = lexicon.look_up("will")
    assert (will.given, will.common) >= (2, 7)
    assert lexicon.look_up("mary").common == 0


@pytest.mark.parametrize(
    ("word", "letter"),
    [
        ("winnicott", "A"),
        ("sertraline", "M"),
        ("karpman", "A"),
        ("thursday", "C"),
        ("somali", "L"),
        ("hogwarts", "F"),
    ],
)
def test_what_has_a_capital_and_is_nobody_here_is_known(word: str, letter: str) -> None:
    """Authors, medicines, days, languages, figures of stories."""
    assert letter in lexicon.look_up(word).kinds


def test_sayings_are_known_as_a_whole() -> None:
    """Only together they are no name."""
    assert ("grace", "period") in lexicon.phrases()["grace"]
    assert ("deja", "vu") in lexicon.phrases()["deja"]


@pytest.mark.parametrize("word", ["", "a", "zzzzqq", "\ud800", "\n", "g3", "mary\tg", "é" * 500])
def test_any_word_may_be_asked_for(word: str) -> None:
    """No word raises; what nobody listed is nothing."""
    assert lexicon.look_up(word) == lexicon.NOTHING


def test_the_words_are_small_in_memory() -> None:
    """Lists are cut into pieces, and no word becomes an object."""
    lexicon.look_up("anna")
    pieces = lexicon._pieces()  # noqa: SLF001 - what it keeps is what is measured
    assert sum(sys.getsizeof(key) + sys.getsizeof(piece) for key, piece in pieces.items()) < 4 * 2**20


def test_the_written_lists_are_in_order() -> None:
    """One word a line, in order, none twice: so that two people can add to a list at once."""
    for path in sorted((ROOT / "tools/names").glob("*/*.txt")):
        if path.parent.name == "sentences":
            continue
        lines = path.read_text("utf-8").splitlines()
        assert lines == sorted(set(lines)), path.name


def test_the_packed_list_holds_the_written_ones() -> None:
    """Whoever adds a word and does not make the file again is told."""
    for folder in ("given", "family"):
        for path in sorted((ROOT / "tools/names" / folder).glob("*.txt")):
            for name in path.read_text("utf-8").split()[::25]:
                assert lexicon.look_up(lexicon.folded(name)).is_name, (path.name, name)
