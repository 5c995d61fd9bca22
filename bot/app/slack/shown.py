"""What Slack shows of a prompt or a flow, as an outline to read: messages, modals and forms in order."""

from __future__ import annotations

from collections.abc import Iterator

from adapters.slack.drawing import forms, render
from adapters.slack.text import Payload
from bot.app.content_cards import Met
from bot.surface.card import Card, Reach


def draw(met: Met) -> Payload:
    """Return how Slack shows it: what follows from an answer in a modal, anything else as a message.

    Raises:
        SurfaceError: it does not fit.
    """
    match met.what:
        case Card(reach=Reach.SEALED):
            return render.modal_of([met.what])
        case Card():
            return render.message_of(met.what)
        case _:
            return forms.form_of(met.what)


def outline(met: Met) -> Iterator[str]:
    """Yield what becomes of a card or a form, and then each line that people read of it.

    Raises:
        SurfaceError: it does not fit.
    """
    drawn = draw(met)
    yield _kind(drawn)
    for block in drawn["blocks"]:
        yield from _block(block)
    if "submit" in drawn:
        yield f"[{_text(drawn['submit'])}] [{_text(drawn['close'])}]"


def _kind(drawn: Payload) -> str:
    if "type" not in drawn:
        return f"a message, on a lock screen \u201c{drawn['text']}\u201d"
    return f"a form, \u201c{_text(drawn['title'])}\u201d" if "submit" in drawn else "a modal"


def _block(block: Payload) -> Iterator[str]:
    match block:
        case {"type": "header", "text": title}:
            yield f"# {_text(title)}"
        case {"type": "section", "fields": fields}:
            names, values = fields[::2], fields[1::2]
            yield from (f"{_text(name)}: {_text(value)}" for name, value in zip(names, values, strict=True))
        case {"type": "section", "text": text, **more}:
            yield from _text(text).split("\n")
            if "accessory" in more:
                yield _control(more["accessory"])
        case {"type": "context", "elements": elements}:
            yield from (f"(small) {_text(element)}" for element in elements)
        case {"type": "actions", "elements": elements}:
            yield " ".join(_control(element) for element in elements)
        case {"type": "input", "label": label, "element": element, "optional": is_optional, **more}:
            hint = f" ({_text(more['hint'])})" if "hint" in more else ""
            yield f"{_text(label)}{', may stay empty' if is_optional else ''}: {_control(element)}{hint}"
        case _:
            yield "---"


def _control(element: Payload) -> str:
    match element:
        case {"type": "button", "text": label, **more}:
            return f"[{_text(label)}{' -> ' + more['url'] if 'url' in more else ''}]"
        case {"options": options, **more}:
            several = f", up to {more['max_selected_items']}" if "max_selected_items" in more else ""
            return f"<{' | '.join(_text(option['text']) for option in options)}{several}>"
        case {"max_length": most, "multiline": has_lines}:
            return f"<{'lines' if has_lines else 'one line'}, up to {most} characters>"
        case _:
            return f"<{element['type']}>"


def _text(drawn: Payload) -> str:
    words: str = drawn["text"]
    return words.strip("*") if drawn["type"] == "mrkdwn" else words
