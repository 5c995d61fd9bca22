"""`reststop content`: check the prompt library, and read a prompt as it would be asked."""

from __future__ import annotations

import difflib
import json
from dataclasses import asdict
from pathlib import Path

import click

from adapters.content.loader import Report, examine
from bot.app.library import library_folder
from bot.domain.prompts import Modality, Prompt

_folder = click.option(
    "--prompts",
    "folder",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=library_folder,
    help="The library's folder; the one that comes with Reststop unless given.",
)


@click.group()
def content() -> None:
    """Look after the prompt library."""


@content.command()
@_folder
@click.option("--json", "as_json", is_flag=True, help="One JSON object instead of sentences.")
def check(*, folder: Path, as_json: bool) -> None:
    """Read every file and name every problem. Exits 1 if there is one."""
    report = examine(folder)
    click.echo(_as_json(report) if as_json else _as_sentences(report))
    if report.problems:
        raise SystemExit(1)


def _as_json(report: Report) -> str:
    return json.dumps(
        {
            "prompts": len(report.prompts),
            "flows": len(report.flows),
            "rounds": 0,
            "courses": 0,
            "by_domain": report.by_domain(),
            "problems": [asdict(problem) for problem in report.problems],
        },
        ensure_ascii=False,
    )


def _as_sentences(report: Report) -> str:
    lines = [f"{problem} ({problem.code})" for problem in report.problems]
    shelves = [f"{count} {shelf}" for shelf, count in report.by_domain().items() if count]
    lines.append(f"By domain: {', '.join(shelves) or 'none'}.")
    prompts, flows = _count(len(report.prompts), "prompt"), _count(len(report.flows), "flow")
    problems = _count(len(report.problems), "problem")
    lines.append(f"Found {prompts}, {flows} and {problems}. {_review_sentence(report)}")
    return "\n".join(lines)


def _count(number: int, thing: str) -> str:
    return f"{number or 'no'} {thing}{'' if number == 1 else 's'}"


def _review_sentence(report: Report) -> str:
    drafts, total = report.drafts(), len(report.prompts) + len(report.flows)
    if not total:
        return "There is nothing to review."
    if not drafts:
        return "All have been reviewed by a practitioner."
    if drafts == total:
        return "All are drafts, not yet reviewed by a practitioner."
    return f"{drafts} of them are drafts, not yet reviewed by a practitioner."


@content.command()
@click.argument("prompt_id", metavar="ID")
@_folder
def preview(*, prompt_id: str, folder: Path) -> None:
    """Show the prompt ID as plain text, with what is known about it."""
    report = examine(folder)
    found = next((prompt for prompt in report.prompts if prompt.id == prompt_id), None)
    if found is None:
        raise click.BadParameter(_not_there(prompt_id, report), param_hint="ID")
    click.echo(_as_text(found, report))


def _not_there(prompt_id: str, report: Report) -> str:
    near = difflib.get_close_matches(prompt_id, [prompt.id for prompt in report.prompts])
    hint = f" Near it: {', '.join(near)}." if near else ""
    broken = " Some files could not be read; `reststop content check` names them." if report.problems else ""
    return f"no prompt has this id.{hint}{broken}"


def _as_text(prompt: Prompt, report: Report) -> str:
    lines = [report.titles.get(prompt.domain, prompt.domain), "", prompt.text, ""]
    match prompt.modality:
        case Modality.MARK | Modality.CHOICE | Modality.MULTI:
            lines += [f"  [{option.label}]" for option in prompt.options]
            lines += ["  [my own word]"] if prompt.own_words else []
        case Modality.SCALE:
            lines.append(f"  0 {prompt.low_label} ... 10 {prompt.high_label}")
        case Modality.TEXT | Modality.FLOW:
            lines.append("  (a few lines of your own)")
    lines += ["  [not today]", "", *_facts(prompt)]
    return "\n".join(lines)


def _facts(prompt: Prompt) -> list[str]:
    review = prompt.review
    read = (
        "draft, not yet reviewed by a practitioner"
        if review.is_draft
        else f"reviewed by {review.reviewed_by_role} on {review.reviewed_on}"
    )
    facts = {
        "id": f"{prompt.id}, version {prompt.version}, {prompt.locale}",
        "domain": f"{prompt.domain}, family {prompt.family}",
        "asked": f"{prompt.modality}, {prompt.depth}, sensitivity {prompt.sensitivity:d}"
        + (", gentle" if prompt.gentle else ""),
        "for": ", ".join(prompt.audience),
        "when": ", ".join(prompt.moment),
        "tags": ", ".join(prompt.tags),
        "pair": prompt.pair or "",
        "review": read,
    }
    return [f"{name:<8}{fact}" for name, fact in facts.items() if fact]
