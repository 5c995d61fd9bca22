"""What Discord shows of a prompt or a flow, as an outline to read: messages, layouts and forms in order."""

from __future__ import annotations

import re
from collections.abc import Iterator

from adapters.discord.drawing import forms, render
from adapters.discord.text import Payload
from bot.app.content_cards import Met
from bot.surface.card import Card, Reach

_ESCAPE = re.compile(r"\\([^0-9A-Za-z\s])")


def draw(met: Met) -> list[Payload]:
    """Return how Discord shows it: what follows from an answer in layouts, anything else as a message.

    Raises:
        SurfaceError: it does not fit.
    """
    match met.what:
        case Card(reach=Reach.SEALED):
            return render.layouts_of([met.what])
        case Card():
            return [render.post_of(met.what)]
        case _:
            return [forms.form_of(met.what)]


def outline(met: Met) -> Iterator[str]:
    """Yield what becomes of a card or a form, and then each line that people read of it.

    Raises:
        SurfaceError: it does not fit.
    """
    bodies = draw(met)
    yield _kind(bodies)
    for place, body in enumerate(bodies):
        if place:
            yield "... and in a further message"
        if "content" in body:
            yield from _said(body["content"])
        for component in body["components"]:
            yield from _component(component)


def _kind(bodies: list[Payload]) -> str:
    body = bodies[0]
    if "title" in body:
        return f"a form, \u201c{body['title']}\u201d"
    if "content" in body:
        return f"a message, on a lock screen \u201c{next(_said(body['content']))}\u201d"
    return "for one pair of eyes"


def _component(component: Payload) -> Iterator[str]:
    match component:
        case {"content": words}:
            yield from _said(words)
        case {"components": elements}:
            yield " ".join(_control(element) for element in elements)
        case {"label": label, "component": element, **more}:
            hint = f" ({more['description']})" if "description" in more else ""
            yield f"{label}{'' if element['required'] else ', may stay empty'}: {_control(element)}{hint}"
        case _:
            yield "---"


def _control(element: Payload) -> str:
    match element:
        case {"options": options, **more}:
            several = f", up to {more['max_values']}" if "max_values" in more else ""
            return f"<{' | '.join(option['label'] for option in options)}{several}>"
        case {"label": label, **more}:
            return f"[{label}{' -> ' + more['url'] if 'url' in more else ''}]"
        case {"max_length": most, "style": style}:
            return f"<{'one line' if style == 1 else 'lines'}, up to {most} characters>"
        case _:
            return f"<like {element['placeholder']}>"


def _said(words: str) -> Iterator[str]:
    """Walk the lines of a text as they are read, without empty ones."""
    for line in filter(str.strip, words.split("\n")):
        mark, rest = next(((mark, line[3:]) for mark in ("-# ", "## ") if line.startswith(mark)), ("", line))
        yield {"-# ": "(small) ", "## ": "# ", "": ""}[mark] + _ESCAPE.sub(r"\1", rest.replace("**", ""))
