"""Invented question banks, and a small course in units to which they are added."""

from __future__ import annotations

from collections.abc import Sequence

OPTIONS = ("ask who is missing", "look at the clock", "speak for both", "end at once")
HEAD = "unit,question,option 1,option 2,option 3,option 4,answer,why,objectives"


def csv_row(unit: int, n: int, answer: str = "", *, options: Sequence[str] = OPTIONS) -> str:
    """A row of a bank; its right answer stands at another place each time."""
    chosen = answer or "abcd"[n % 4]
    options = [f"{each} ({n})" for each in options]
    return (
        f"{unit},Invented question {n} of unit {unit}?,{','.join(options)},{chosen},Invented reason {n}.,A1"
    )


def csv_bank(unit: int, numbers: Sequence[int]) -> str:
    """A bank of one unit."""
    return "\n".join((HEAD, *(csv_row(unit, n) for n in numbers))) + "\n"


def question_lines(unit: int, n: int) -> str:
    """A question as the file of a course has it."""
    options = "\n".join(f"          - {each} ({n})" for each in OPTIONS)
    return (
        f"      - id: u{unit}q{n}\n        objectives: [A1]\n"
        f"        q: Invented question {n} of unit {unit}?\n"
        f"        options:\n{options}\n        answer: {n % 4}  # from 0\n        why: Invented reason {n}.\n"
    )


def course_text(unit_1: str, unit_2: str = "") -> str:
    """A course in two units; `unit_1` and `unit_2` are what stands there of a test."""
    return f"""# A course for tests.
meta:
  schema: reststop/v1
  kind: course
  id: two_units
  version: 1
  locale: en
  title: Two invented units
  short_title: Two units
  level: all
  pace: own
  review: {{status: draft, author_role: trainer, reviewed_by_role: null, reviewed_on: null}}

about: "Two small units. No names or details of people you support, please."
zone: UTC
objectives:
  A1: notice who is heard in a room
organiser: {{disclosures: null, approvals: null, hours: null}}

units:
  - n: 1
    title: Who is in the room  # the first
    minutes: 20
    objectives: [A1]
    items: [{{kind: reading, title: An invented text, required: true, link: null}}]
{unit_1}
  # what follows is the second unit
  - n: 2
    title: Who is heard
    minutes: 20
    objectives: [A1]
    items:
      - {{kind: video, title: An invented film, required: true, link: null}}
{unit_2}
credit: {{basis: none, counts_recording: false, wording: "Evidence only. Your board decides."}}
trainer_view: {{figures: together_only, free_text: never, shared: by_the_learner_alone}}
"""


def written_test(unit: int, numbers: Sequence[int]) -> str:
    """What a unit has of a test."""
    return "    test:\n" + "".join(question_lines(unit, n) for n in numbers)
