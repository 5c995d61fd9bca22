"""The units of a course as JSON has them, and back."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from bot.domain.courses.materials import Item, Kind
from bot.domain.courses.units import AskRule, Question, TestRule, Unit

Body = dict[str, Any]  # Any: JSON, of which each reader knows its own names


def item_body(item: Item) -> Body:
    """Return an item as JSON has it; what is as usual is left out."""
    body: Body = {"title": item.title, "link": item.link, "required": item.required}
    return {
        **body,
        **({"kind": item.kind.value} if item.kind is not Kind.READING else {}),
        **({"withdrawn": True} if item.is_withdrawn else {}),
    }


def item_of(body: Body) -> Item:
    """Return the item that JSON holds; a list of three is how it was written before there were units.

    Raises:
        LookupError, TypeError, ValueError: it is none.
    """
    if isinstance(body, list):
        title, required, link = body
        return Item(title=title, required=required, link=link)
    return Item(
        title=body["title"],
        kind=Kind(body.get("kind", Kind.READING)),
        required=body["required"],
        link=body["link"],
        is_withdrawn=body.get("withdrawn", False),
    )


def unit_body(unit: Unit) -> Body:
    """Return a unit as JSON has it."""
    return {
        "n": unit.n,
        "title": unit.title,
        "minutes": unit.minutes,
        "items": [item_body(each) for each in unit.items],
        "objectives": list(unit.objectives),
        "test": [_question_body(each) for each in unit.test],
    }


def unit_of(body: Body) -> Unit:
    """Return the unit that JSON holds.

    Raises:
        LookupError, TypeError, ValueError: it is none.
    """
    return Unit(
        n=body["n"],
        title=body["title"],
        minutes=body["minutes"],
        items=tuple(item_of(each) for each in body["items"]),
        objectives=tuple(body["objectives"]),
        test=tuple(_question_of(each) for each in body["test"]),
    )


def test_rule_body(rule: TestRule) -> Body:
    """Return how tests go, as JSON has it."""
    return {
        "draw": rule.draw,
        "pass_mark": rule.pass_mark,
        "attempts": rule.attempts,
        "cooldown": int(rule.cooldown.total_seconds()),
    }


def test_rule_of(body: Body) -> TestRule:
    """Return how tests go, as JSON holds it."""
    return TestRule(
        draw=body["draw"],
        pass_mark=body["pass_mark"],
        attempts=body["attempts"],
        cooldown=timedelta(seconds=body["cooldown"]),
    )


def ask_rule_body(rule: AskRule) -> Body:
    """Return what is promised on questions, as JSON has it."""
    return {
        "reply_within": int(rule.reply_within.total_seconds()),
        "nudge_at": int(rule.nudge_at.total_seconds()),
    }


def ask_rule_of(body: Body) -> AskRule:
    """Return what is promised on questions, as JSON holds it."""
    return AskRule(
        reply_within=timedelta(seconds=body["reply_within"]), nudge_at=timedelta(seconds=body["nudge_at"])
    )


def _question_body(question: Question) -> Body:
    body: Body = {
        "id": question.id,
        "text": question.text,
        "options": list(question.options),
        "answer": question.answer,
        "why": question.why,
        "objectives": list(question.objectives),
    }
    return {
        **body,
        **({"withdrawn": True} if question.is_withdrawn else {}),
        **({"right_until": question.right_until.isoformat()} if question.right_until else {}),
    }


def _question_of(body: Body) -> Question:
    until = body.get("right_until")
    return Question(
        id=body["id"],
        text=body["text"],
        options=tuple(body["options"]),
        answer=body["answer"],
        why=body["why"],
        objectives=tuple(body["objectives"]),
        is_withdrawn=body.get("withdrawn", False),
        right_until=datetime.fromisoformat(until) if until else None,
    )
