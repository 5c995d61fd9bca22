"""The measure of the guards counts as its page says, and shows no text that is held back."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

from bot.guards.crisis.meanings import Label
from bot.guards.identifiers.found import Category, Found
from tools import guard_danger, guard_identifiers
from tools.guard_danger import Answered
from tools.guard_figures import score, share
from tools.guard_identifiers import compare, look
from tools.guard_measure import measure
from tools.guard_rows import Mark, Note, Saying
from tools.guard_tables import BEGIN, END, page
from tools.venvs import ROOT

HELD_WORDS = "quincewood"
OPEN_WORDS = "larchmere"


def note(text: str, *marked: str, **more: bool) -> Note:
    """A note in which these words are marked as something else than a name."""
    marks = tuple(
        Mark(
            start=text.index(words),
            end=text.index(words) + len(words),
            category=Category.EMAIL,
            is_soft=False,
            is_optional=more.get("is_optional", False),
        )
        for words in marked
    )
    return Note(
        name="one",
        batch="open_1",
        text=text,
        marks=marks,
        is_clean=not marks,
        kind="journal",
        region="any",
        is_lower=False,
    )


def answered(label: Label, answer: Label, *also_ok: Label, tag: str = "") -> Answered:
    """A text with a label, and the answer that it got."""
    saying = Saying(
        name="one", batch="open_1", text="words", label=label, also_ok=frozenset(also_ok), tag=tag
    )
    return Answered(saying=saying, answer=answer)


def test_a_place_counts_as_found_once_two_of_its_letters_are_covered() -> None:
    """A part of an address is found with it, one that lies elsewhere is not, and what was found is right."""
    looked = look(note("write to zo@example.org or come by", "to zo@example.org"))
    assert [hit for _, hit in looked.marks] == [True]
    assert [is_right for _, is_right in looked.finds] == [True]
    missed = look(note("write to zo@example.org or come by", "come by"))
    assert [hit for _, hit in missed.marks] == [False]
    assert [is_right for _, is_right in missed.finds] == [False]


def test_a_title_does_not_count_for_what_stands_beside_it() -> None:
    """Who is called Dr, and nothing else of them seen, was not found."""
    called = note("ask Dr Ito", "Dr Ito")
    title, name = (
        compare(called, [Found(start=start, end=start + 2, category=Category.NAME)]) for start in (4, 7)
    )
    assert [hit for _, hit in title.marks] == [False]
    assert [hit for _, hit in name.marks] == [True]


def test_what_is_optional_is_neither_missed_nor_a_false_alarm() -> None:
    """A city may be found or not."""
    figures = guard_identifiers.figures(
        [look(note("write to zo@example.org", "zo@example.org", is_optional=True))]
    )
    assert figures["all: found"].of == 0
    assert figures["all: right"].value == 1


def test_an_answer_that_a_label_allows_is_right_but_not_for_f1() -> None:
    """What else is accepted is no error and no false alarm; idiom and neutral are one answer."""
    figures = guard_danger.figures(
        [
            answered(Label.SELF_RISK_LOW, Label.SELF_RISK_HIGH, Label.SELF_RISK_HIGH),
            answered(Label.IDIOM_NONE, Label.NEUTRAL),
            answered(Label.NEUTRAL, Label.SELF_RISK_LOW, Label.SELF_RISK_LOW),
        ]
    )
    assert figures["right answer"].value == 1
    assert figures["writer worn out: alarmed"].value == 0
    assert figures["neutral: any note"].value == 0
    assert figures["macro F1"].value == pytest.approx(1 / 5 * 2 / 3)


def test_a_writer_at_risk_is_met_missed_or_taken_for_another() -> None:
    """Each of the three is counted by itself."""
    figures = guard_danger.figures(
        [
            answered(Label.SELF_RISK_HIGH, Label.SELF_RISK_HIGH, tag="abuse"),
            answered(Label.SELF_RISK_HIGH, Label.HARM_TO_OTHERS),
            answered(Label.SELF_RISK_HIGH, Label.IDIOM_NONE),
            answered(Label.SELF_RISK_HIGH, Label.CLIENT_RISK),
        ]
    )
    names = ("strong answer", "missed", "taken for somebody else")
    assert [figures[f"writer at high risk: {name}"].value for name in names] == [0.5, 0.25, 0.25]
    assert figures["writer abused or unsafe: strong answer"].of == 1


def test_an_interval_holds_what_was_measured_and_is_the_same_each_time() -> None:
    """Wilson's for 8 of 10 is 49 to 94 in 100; a score's is drawn from a seed that stays."""
    figure = share(8, 10)
    assert (round(figure.low, 2), round(figure.high, 2)) == (0.49, 0.94)

    def mean(times: Mapping[int, int]) -> float:
        return sum(worth * count for worth, count in times.items()) / sum(times.values())

    outcomes: Sequence[int] = [1] * 30 + [0] * 10
    drawn = score(outcomes, mean)
    assert drawn == score(outcomes, mean)
    assert drawn.low < drawn.value == 0.75 < drawn.high


def test_nothing_measured_is_no_number() -> None:
    """An empty group shows a dash."""
    assert str(share(0, 0)) == "-"


def test_no_text_held_back_is_ever_shown(tmp_path: Path) -> None:
    """Not even where errors are asked for: of what is held back there are numbers alone."""
    for batch, words in {"held_z": HELD_WORDS, "open_1": OPEN_WORDS}.items():
        span = {"start": 4, "end": 4 + len(words), "category": "ORG", "text": words}
        rows = {
            "identifiers": {
                "id": f"{batch}-1",
                "text": f"the {words}",
                "spans": [span],
                "clean": False,
                "kind": "peer",
                "region": "UK",
                "lower": True,
            },
            "crisis": {"id": f"{batch}-2", "text": f"the {words}", "label": "client_risk"},
        }
        for guard, row in rows.items():
            (tmp_path / f"{guard}.{batch}.jsonl").write_text(json.dumps(row) + "\n", "utf-8")
    numbers = tmp_path / "numbers.json"
    command = [sys.executable, "-m", "tools.measure_guards", "--data", str(tmp_path), "--held"]
    shown = subprocess.run(
        [*command, "--errors", "99", "--json", str(numbers)],
        cwd=ROOT,
        check=True,
        capture_output=True,
        text=True,
    )
    assert OPEN_WORDS in shown.stdout
    assert HELD_WORDS not in shown.stdout + shown.stderr + numbers.read_text("utf-8")
    assert "held_z" in json.loads(numbers.read_text("utf-8"))["batches"]


def test_batches_held_back_are_measured_only_when_asked_for(tmp_path: Path) -> None:
    """Whoever writes rules sees no numbers of them by the way."""
    row = {"id": "1", "text": "words", "label": "neutral", "also_ok": [], "tag": ""}
    (tmp_path / "crisis.held_z.jsonl").write_text(json.dumps(row) + "\n", "utf-8")
    assert measure(tmp_path).batches == {}
    assert measure(tmp_path, with_held=True).sides["held"].danger.texts == 1


def test_tables_replace_the_tables_of_a_page_and_nothing_else(tmp_path: Path) -> None:
    """What stands before and behind them stays."""
    written = page(f"before\n{BEGIN}\nold\n{END}\nbehind\n", measure(tmp_path))
    assert written.startswith(f"before\n{BEGIN}\n")
    assert written.endswith(f"{END}\nbehind\n")
    assert "old\n" not in written
