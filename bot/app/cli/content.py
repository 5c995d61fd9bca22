"""`reststop content`: check the prompt library, and read a prompt or a flow as it would be asked."""

from __future__ import annotations

import difflib
import json
import sys
from collections.abc import Iterator, Mapping
from dataclasses import asdict

import click

from adapters.content.loader import Report
from bot.app.cli.content_courses import facts_of_course, lines_of_course
from bot.app.cli.content_flows import flow_as_text, length_in_words
from bot.app.cli.content_folders import in_folders
from bot.app.cli.content_outline import outlined
from bot.app.cli.content_prompts import after_as_text, prompt_as_text
from bot.app.cli.content_rounds import facts_of_round, lines_of_round
from bot.app.cli.content_simulate import simulate
from bot.app.content_cards import Met, of_flow, of_prompt, of_reading, of_round, of_template
from bot.app.content_courses import of_course
from bot.app.fitting import examine_library
from bot.app.library import Folders
from bot.app.platforms import PLATFORMS
from bot.domain.flows import Flow
from bot.domain.portfolios import Template
from bot.domain.prompts import Prompt, Review, Sensitivity
from bot.domain.readings import Reading
from bot.domain.reviews import needs_signature
from bot.domain.rounds import RoundTemplate

_OUTLINES = {kind.surface: kind.outline for kind in PLATFORMS}
"""What shows a card or a form as a platform does, by its name."""


@click.group()
def content() -> None:
    """Look after the prompt library."""


content.add_command(simulate)


@content.command()
@in_folders
@click.option("--json", "as_json", is_flag=True, help="One JSON object instead of sentences.")
def check(*, folders: Folders, as_json: bool) -> None:
    """Read every file and name every problem. Exits 1 if there is one."""
    report = examine_library(folders)
    click.echo(_as_json(report) if as_json else _as_sentences(report))
    if report.problems:
        raise SystemExit(1)


def _as_json(report: Report) -> str:
    return json.dumps(
        {
            "prompts": len(report.prompts),
            "flows": len(report.flows),
            "rounds": len(report.rounds),
            "courses": len(report.courses),
            "by_domain": report.by_domain(),
            "problems": [asdict(problem) for problem in report.problems],
        },
        ensure_ascii=False,
    )


def _as_sentences(report: Report) -> str:
    lines = [f"{problem} ({problem.code})" for problem in report.problems]
    lines += [f"With {pack.title} ({pack.id}), version {pack.version}." for pack in report.packs]
    shelves = [f"{count} {shelf}" for shelf, count in report.by_domain().items() if count]
    lines.append(f"By domain: {', '.join(shelves) or 'none'}.")
    prompts, flows = _count(len(report.prompts), "prompt"), _count(len(report.flows), "flow")
    cards = _count(len(report.readings), "card", "to read")
    templates = _count(len(report.templates), "template")
    rounds, courses = _count(len(report.rounds), "round"), _count(len(report.courses), "course")
    problems = _count(len(report.problems), "problem")
    found = f"{prompts}, {flows}, {cards}, {templates}, {rounds}, {courses} and {problems}"
    lines.append(f"Found {found}. {_review_sentence(report)}")
    return "\n".join(lines)


def _count(number: int, thing: str, more: str = "") -> str:
    return f"{number or 'no'} {thing}{'' if number == 1 else 's'} {more}".rstrip()


def _review_sentence(report: Report) -> str:
    questions, cards = len(report.prompts) + len(report.flows), len(report.readings)
    total = questions + cards + len(report.templates) + len(report.rounds) + len(report.courses)
    drafts = report.drafts()
    if not total:
        return "There is nothing to review."
    if not drafts:
        return "All have been reviewed by a practitioner."
    if drafts == total:
        return "All are drafts, not yet reviewed by a practitioner."
    return f"{drafts} of them are drafts, not yet reviewed by a practitioner."


@content.command()
@click.argument("text_id", metavar="ID")
@in_folders
@click.option("--on", "surface", type=click.Choice([*_OUTLINES]), help="As people see it there.")
def preview(*, text_id: str, folders: Folders, surface: str | None) -> None:
    """Show a prompt, flow, card to read, template, round or course as text, with what is known about it."""
    report = examine_library(folders)
    prompt = next((prompt for prompt in report.prompts if prompt.id == text_id), None)
    flow = next((flow for flow in report.flows if flow.id == text_id), None)
    reading = next((reading for reading in report.readings if reading.id == text_id), None)
    template = next((template for template in report.templates if template.id == text_id), None)
    group = _group_shown(text_id, report, surface)
    if prompt:
        if surface:
            click.echo(outlined(of_prompt(prompt), _OUTLINES[surface]))
        else:
            title = report.titles.get(prompt.domain, prompt.domain)
            click.echo("\n".join((prompt_as_text(prompt, title), "", *_facts(prompt))))
    elif flow and surface:
        click.echo(outlined(_met_in(flow, report), _OUTLINES[surface]))
    elif flow:
        click.echo("\n".join((flow_as_text(flow), "", *_facts_of_flow(flow))))
    elif reading and surface:
        click.echo(outlined(of_reading(reading), _OUTLINES[surface]))
    elif reading:
        click.echo("\n".join((reading.title, "", *reading.lines, "", *_facts_of_reading(reading))))
    elif template and surface:
        click.echo(outlined(of_template(template), _OUTLINES[surface]))
    elif template:
        click.echo("\n".join((template.title, "", *_lines_of(template), "", *_facts_of_template(template))))
    elif group:
        click.echo(group)
    else:
        raise click.BadParameter(_not_there(text_id, report), param_hint="ID")


@content.command()
@click.argument("text_id", default="", metavar="[ID]")
@click.option("--organisation", default="", metavar="O", help="As slack/T0123; where several are known.")
@click.option("--sign", "role", default="", metavar="ROLE", help="Sign it, as this role: no name goes in.")
@click.option("--edit", "words", metavar="TEXT", help="Sign it in these words. `-` reads them.")
@click.option("--retire", is_flag=True, help="Let it be asked no more in this organisation.")
@click.option("--undo", is_flag=True, help="Let it be undecided again.")
def review(
    *, text_id: str, organisation: str, role: str, words: str | None, retire: bool, undo: bool
) -> None:
    """List what an organisation has not decided of; show the text ID, and decide of it."""
    from bot.app.cli.content_review import Asked, look_through  # noqa: PLC0415 - it alone opens the data

    typed = sys.stdin.read() if words == "-" else words
    look_through(Asked(text_id, organisation, role=role, words=typed, retire=retire, undo=undo))


def _group_shown(text_id: str, report: Report, surface: str | None) -> str:
    """Return what is for several people: a round or a course; nothing where none has this id."""
    kept = next((each for each in report.rounds if each.id == text_id), None)
    course = next((each for each in report.courses if each.id == text_id), None)
    if kept:
        return _round_shown(kept, surface)
    if course and surface:
        return outlined(of_course(course), _OUTLINES[surface])
    if course:
        facts = _lined_up({**facts_of_course(course), "review": _read_by(course.review)})
        return "\n".join((*lines_of_course(course), "", *facts))
    return ""


def _round_shown(kept: RoundTemplate, surface: str | None) -> str:
    if surface:
        return outlined(of_round(kept), _OUTLINES[surface])
    facts = _lined_up({**facts_of_round(kept), "review": _read_by(kept.review)})
    return "\n".join((*lines_of_round(kept), "", *facts))


def _met_in(flow: Flow, report: Report) -> Iterator[Met]:
    """Walk the cards and forms of a flow, where no region is known."""
    if report.regions is None:
        raise click.ClickException("The regions could not be read; `reststop content check` names why.")
    known = {each.id: each for each in report.flows}
    return of_flow(flow, report.regions.directory, known)


def _not_there(text_id: str, report: Report) -> str:
    readings = (reading.id for reading in report.readings)
    templates = (template.id for template in report.templates)
    prompts, flows = (prompt.id for prompt in report.prompts), (flow.id for flow in report.flows)
    rounds, courses = (each.id for each in report.rounds), (each.id for each in report.courses)
    known = [*prompts, *flows, *readings, *templates, *rounds, *courses]
    near = difflib.get_close_matches(text_id, known)
    hint = f" Near it: {', '.join(near)}." if near else ""
    broken = " Some files could not be read; `reststop content check` names them." if report.problems else ""
    return f"nothing has this id.{hint}{broken}"


def _facts(prompt: Prompt) -> list[str]:
    gentle = ", gentle" if prompt.gentle else ""
    return _lined_up(
        {
            "id": f"{prompt.id}, version {prompt.version}, {prompt.locale}",
            "domain": f"{prompt.domain}, family {prompt.family}",
            "asked": f"{prompt.modality}, {prompt.depth}, sensitivity {prompt.sensitivity:d}{gentle}",
            "for": ", ".join(prompt.audience),
            "when": ", ".join(prompt.moment),
            "tags": ", ".join(prompt.tags),
            "pair": prompt.pair or "",
            "comes": _comes(prompt),
            "after": after_as_text(prompt).replace("\n", f"\n{'':<8}"),
            "review": _read_by(prompt.review),
        }
    )


def _facts_of_flow(flow: Flow) -> list[str]:
    gentle = ", gentle" if flow.gentle else ""
    return _lined_up(
        {
            "id": f"{flow.id}, version {flow.version}, {flow.locale}",
            "domain": flow.domain,
            "forms": flow.short_title,
            "asked": f"{flow.depth}, sensitivity {flow.sensitivity:d}{gentle}, {length_in_words(flow)}",
            "for": ", ".join(flow.audience),
            "comes": "only when a person begins it; marked where nobody there signed it",
            "review": _read_by(flow.review),
        }
    )


def _facts_of_reading(reading: Reading) -> list[str]:
    return _lined_up(
        {
            "id": f"{reading.id}, version {reading.version}, {reading.locale}",
            "care": f"sensitivity {reading.sensitivity:d}",
            "comes": "only when a person opens it; marked where nobody there signed it",
            "review": _read_by(reading.review),
        }
    )


def _lines_of(template: Template) -> list[str]:
    parts = (f"- {section.label} ({section.kind})" for section in template.sections)
    return [template.about, *((template.note,) if template.note else ()), *parts]


def _facts_of_template(template: Template) -> list[str]:
    sessions = ", ".join(sorted(template.sessions))
    return _lined_up(
        {
            "id": f"{template.id}, version {template.version}, {template.locale}",
            "forms": template.short_title,
            "table": f"of accounts, and of sessions noted as {sessions}" if sessions else "",
            "pages": "chosen pages stand in it too" if template.pages else "accounts alone",
            "comes": "only when a person opens it; marked until it is reviewed",
            "review": _read_by(template.review),
        }
    )


def _read_by(review: Review) -> str:
    if review.is_draft:
        return "draft, not yet reviewed by a practitioner"
    return f"reviewed by {review.reviewed_by_role} on {review.reviewed_on}"


def _comes(prompt: Prompt) -> str:
    if prompt.sensitivity is Sensitivity.GUARDED:
        return "only when a person opens it; marked where nobody there signed it"
    if needs_signature(prompt):
        return "by itself where the organisation signed it (`content review`), else only opened"
    return "by itself"


def _lined_up(facts: Mapping[str, str]) -> list[str]:
    return [f"{name:<8}{fact}" for name, fact in facts.items() if fact]
