"""Lines around what was found: each place on one of them, none too long, and joined again what it was."""

from __future__ import annotations

import pytest

from bot.guards.identifiers.finding import find
from bot.guards.identifiers.lines import LINE_MAX, PLACE_MAX, Line, in_pieces, lines
from bot.guards.identifiers.masking import masked

NAME = "Mr Iyer"


def of(text: str) -> list[Line]:
    """The lines of a text with what is found in it."""
    found = find(text)
    [pieces] = in_pieces([(text, found)])
    return list(lines(text, found, pieces[1::2]))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (f"One. So {NAME} came! Two.", [f"So \u00ab{NAME}\u00bb came!"]),
        (f"Then {NAME} came\nto ana@b.org", [f"Then \u00ab{NAME}\u00bb came", "to \u00abana@b.org\u00bb"]),
        (f"So {NAME}\tmet  Mrs Oak.", [f"So \u00ab{NAME}\u00bb met \u00abMrs Oak\u00bb."]),
        (f"\u0645\u0631\u062d\u0628\u0627\u061f {NAME}", [f"\u00ab{NAME}\u00bb"]),
        (NAME, [f"\u00ab{NAME}\u00bb"]),
        ("Nothing here.", []),
        ("", []),
    ],
)  # fmt: skip
def test_a_line_is_the_sentence_around_its_places(text: str, said: list[str]) -> None:
    """On one line, whatever gaps stood in it."""
    assert [line.text for line in of(text)] == said


@pytest.mark.parametrize(
    "text",
    [
        f"{'word ' * 100}{NAME} {'and so on ' * 60}Mrs Oak{' tail' * 90}",
        f"{NAME} and " * 200,
        f"{'x' * 900} {NAME} {'y' * 900}",
        " ".join(["ana@b.org"] * 300),
        f"a {'b' * 63}@{'c.' * 4}{'d' * 60} e" * 3,
    ],
)
def test_a_long_sentence_is_shown_around_its_places(text: str) -> None:
    """Cut between words, with a sign where it was; each place is on exactly one line, in order."""
    found, shown = find(text), of(text)
    assert sum(line.places for line in shown) == len(found)
    marked = [text[place.start : place.end][:PLACE_MAX] for place in found]
    parts = (part for line in shown for part in line.text.split("\u00ab")[1:])
    assert marked == [part.partition("\u00bb")[0].removesuffix("\u2026") for part in parts]
    for line in shown:
        bare = line.text.replace("\u00ab", "").replace("\u00bb", "").strip("\u2026")
        assert len(bare) <= LINE_MAX
        assert bare in " ".join(text.split()) or "\u2026" in bare
        assert not set("\u00ab\u00bb") & set(line.masked)


def test_labels_are_those_of_the_whole() -> None:
    """Over several texts, one below the other; a sign that no kept text holds breaks nothing."""
    text, scene = f"So {NAME} came.\0 Then Mrs Oak.", f"With {NAME}"
    pieces = in_pieces([(text, find(text)), (scene, find(scene))])
    whole = f"{text}\n{scene}"
    assert "\n".join("".join(each) for each in pieces) == masked(whole, find(whole))
    assert in_pieces([("", ()), ("", ())]) == [[""], [""]]
