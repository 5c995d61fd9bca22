"""Records: what a story shows for each thing that the core said. Key order is field order."""

from __future__ import annotations

from base64 import b64encode
from dataclasses import dataclass, replace
from typing import Literal, assert_never

from adapters.sim.forms import DrawnForm
from adapters.sim.text import plain
from bot.domain.prompts import Option
from bot.surface.card import Button, Card, Choose, Control, LinkButton, Scale
from bot.surface.outcome import File

SeenBy = Literal["direct", "only_you", "reading", "home", "channel"]
Kind = Literal["card", "form", "replace", "errors", "retract"]


@dataclass(frozen=True, slots=True, kw_only=True)
class DrawnControl:
    """Something to press, choose or answer; `ref` is what comes back, or the page that a link opens."""

    ref: str
    name: str
    kind: Literal["button", "link", "select", "multi", "scale"]
    label: str
    options: tuple[Option, ...] | None = None
    low: int | None = None
    high: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DrawnFile:
    """A file that was handed over."""

    name: str
    type: str
    base64: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Output:
    """One thing that one account saw, or everybody in a channel: then `to` is None.

    Every key is always there, None where unused.
    """

    at: str
    id: str
    to: str | None
    where: str | None
    seen_by: SeenBy
    kind: Kind
    text_id: str | None = None
    summary: str | None = None
    text: str | None = None
    controls: tuple[DrawnControl, ...] | None = None
    form: DrawnForm | None = None
    errors: dict[str, str] | None = None
    files: tuple[DrawnFile, ...] | None = None

    def below(self, under: str) -> Below:
        """Return it as it stands below the card of that id."""
        return Below(
            at=self.at,
            id=self.id,
            to=self.to,
            where=self.where,
            seen_by=self.seen_by,
            kind=self.kind,
            under=under,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Below(Output):
    """What stands below another card in a channel. `under` is the id of that one."""

    under: str


def draw_card(card: Card, base: Output) -> Output:
    """Return `base` with everything that a card says and offers."""
    return replace(
        base,
        text_id=card.text_id,
        summary=card.summary,
        text=plain(card),
        controls=tuple(draw_control(control) for control in card.controls),
    )


def draw_file(file: File, base: Output) -> Output:
    """Return `base` with a file in it."""
    drawn = DrawnFile(name=file.name, type=file.type, base64=b64encode(file.body).decode())
    return replace(base, text_id="file", files=(drawn,))


def draw_control(control: Control) -> DrawnControl:
    """Return a control for a record; the question of a choice or a scale is its label."""
    match control:
        case Button():
            return DrawnControl(ref=control.ref, name=control.name, kind="button", label=control.label)
        case LinkButton():
            return DrawnControl(ref=control.url, name=control.name, kind="link", label=control.label)
        case Choose():
            return DrawnControl(
                ref=control.ref,
                name=control.name,
                kind="select" if control.at_most == 1 else "multi",
                label=control.ask,
                options=control.options,
            )
        case Scale():
            return DrawnControl(
                ref=control.ref,
                name=control.name,
                kind="scale",
                label=control.ask,
                options=_steps(control),
                low=control.low,
                high=control.high,
            )
        case _:
            assert_never(control)


def _steps(scale: Scale) -> tuple[Option, ...]:
    """Name each word by its step; with two words these are the ends."""
    return tuple(Option(name=str(step), label=word) for step, word in scale.worded.items())
