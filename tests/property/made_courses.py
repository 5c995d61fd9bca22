"""Random courses in units, as files that the check takes: units, items, questions and promises."""

from __future__ import annotations

import tempfile
from functools import cache
from pathlib import Path

import yaml
from hypothesis import strategies as st

from adapters.content.course_file import CourseReport, examine_course
from adapters.content.loader import Report, examine

Body = dict[str, object]
_DUMPER: type[yaml.CSafeDumper | yaml.SafeDumper] = getattr(yaml, "CSafeDumper", yaml.SafeDumper)
KINDS = ("webinar", "reading", "video", "handout")
ZONES = (
    "UTC",
    "America/New_York",
    "Europe/Berlin",
    "Pacific/Auckland",
    "Australia/Lord_Howe",
    "Asia/Kolkata",
)


@cache
def _no_library() -> Report:
    with tempfile.TemporaryDirectory() as folder:
        return examine(Path(folder))


def examined(body: Body) -> CourseReport:
    """What the check says of a course, written to a file and read back."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "made.yaml"
        file.write_text(yaml.dump(body, Dumper=_DUMPER, allow_unicode=True, sort_keys=False), "utf-8")
        return examine_course(file, _no_library())


@st.composite
def course_files(draw: st.DrawFn) -> Body:
    """A course that is sound, and leaves out now and then what may be left out."""
    count = draw(st.integers(1, 3))
    most = draw(st.integers(1, 6))
    has_rule = draw(st.booleans())
    units = [_unit(draw, n, most if has_rule else 5) for n in range(1, count + 1)]
    if has_rule or draw(st.booleans()):
        tested = set(range(1, count + 1))
    else:
        tested = draw(st.sets(st.integers(1, count)))
    for unit, n in zip(units, range(1, count + 1), strict=True):
        if n not in tested:
            del unit["test"]
    return {
        "meta": {
            "schema": "reststop/v1",
            "kind": "course",
            "id": "made",
            "version": 1,
            "locale": "en",
            "title": "A made course",
            "short_title": "Made",
            "level": draw(st.sampled_from(["beginner", "intermediate", "advanced", "all"])),
            "pace": "own",
            "review": {"status": "draft", "author_role": "trainer"},
        },
        "about": "A few made units.",
        "zone": draw(st.sampled_from(ZONES)),
        "objectives": {"A1": "do a made thing", "A2": "do another"},
        "organiser": {"disclosures": None, "approvals": None, "hours": None},
        "units": units,
        **({"post_test": _rule(draw, most)} if has_rule else {}),
        **_promises(draw),
        "push": _pushes(draw, count),
        "credit": {"basis": "none", "counts_recording": False, "wording": "Your board decides."},
        "trainer_view": {
            "figures": "together_only",
            "free_text": "never",
            "shared": "by_the_learner_alone",
        },
    }


def _unit(draw: st.DrawFn, n: int, most: int) -> Body:
    items = draw(st.lists(st.booleans(), min_size=0, max_size=4))
    items.insert(draw(st.integers(0, len(items))), True)
    options = draw(st.integers(2, 6))
    pool = 2 * draw(st.integers(max(5, most, options), max(5, most, options) + 1))
    turn = draw(st.integers(0, 5))
    return {
        "n": n,
        "title": f"Made unit {n}",
        "minutes": draw(st.integers(5, 90)),
        "objectives": draw(st.sampled_from([["A1"], ["A2"], ["A1", "A2"]])),
        "items": [
            {
                "kind": draw(st.sampled_from(KINDS)),
                "title": f"Made item {place} of {n}",
                "required": required,
                "link": draw(st.sampled_from([None, "https://example.org/made"])),
            }
            for place, required in enumerate(items)
        ],
        "test": [_question(n, q, options, (q + turn) % options) for q in range(pool)],
    }


def _question(n: int, q: int, options: int, answer: int) -> Body:
    words = [f"made option {place} of {q}" for place in range(options)]
    return {
        "id": f"u{n}q{q + 1}",
        "objectives": ["A1"] if q % 2 else [],
        "q": f"Made question {q} of unit {n}?",
        "options": words,
        "answer": answer if q % 3 else words[answer],
        "why": f"Made reason {q}.",
    }


def _rule(draw: st.DrawFn, most: int) -> Body:
    return {
        "draw": draw(st.integers(1, most)),
        "pass_mark": draw(st.sampled_from([0.5, 0.6, 0.75, 0.8, 1.0])),
        "attempts": draw(st.integers(1, 4)),
        "cooldown": f"PT{draw(st.integers(1, 48))}H",
    }


def _promises(draw: st.DrawFn) -> Body:
    nudge = draw(st.integers(1, 100))
    promises: Body = {
        "ask_instructor": {
            "reply_within": f"PT{nudge + draw(st.integers(1, 48))}H",
            "nudge_at": f"PT{nudge}H",
        },
        "nudges": {"if_idle": draw(st.sampled_from([["P7D"], ["P7D", "P21D"], ["P1D", "P2D", "P90D"]]))},
        "unit_reflection": {"do": "text", "text": "What do you take from this unit?"},
        "completion": {
            "requires": ["all_items", "all_tests"],
            "evidence": {"hours": None, "wording": "Your board decides."},
        },
    }
    kept = draw(st.sets(st.sampled_from(sorted(promises))))
    return {name: promise for name, promise in promises.items() if name in kept}


def _pushes(draw: st.DrawFn, count: int) -> list[Body]:
    """A few things after units, none on the day of the question after a unit, or on one day with another."""
    moments = draw(st.sets(st.tuples(st.integers(1, count), st.integers(2, 30)), max_size=5))
    return [
        {
            "at": f"u{n}.done +P{days}D",
            "id": f"made_{n}_{days}",
            "do": "text",
            "text": f"What came of {n} and {days}?",
        }
        for n, days in sorted(moments)
    ]
