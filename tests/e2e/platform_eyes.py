"""Whether a person could read on their screen what the core said, and reach what it offered.

A record is what the core meant. It is compared with what the platform was really given and showed: every line
of a record stood on the person's screen while its line of the story was told, every control of what was shown
last stands there now, every file lies in their direct messages.
"""

from __future__ import annotations

import re
from base64 import b64decode
from collections.abc import Iterable, Iterator, Sequence

from adapters.sim.render import Output
from tests.e2e.platform_hands import Hands

_SIGNS = re.compile(r"[\W_]+")


class Unread(AssertionError):
    """The core said it, and nobody could read it."""


def see_that_all_was_shown(
    hands: Hands, shown: Sequence[Output], seen: Sequence[str], *, has_files: bool
) -> None:
    """Hold records of one line of a story, all to one person, against what their screen showed meanwhile.

    Without `has_files` the app has no leave to hand files over, and none comes.

    Raises:
        Unread: a line, a control or a file did not come to them.
    """
    whole = "\n".join(seen)
    screen = _squeezed(whole)
    for record in shown:
        for line in _lines(record, names_submit=hands.names_submit):
            if not _is_on(line.strip(), whole, screen):
                raise Unread(f"{record.kind} {record.text_id}: {line!r} was never on the screen")
        for file in record.files or ():
            if (b64decode(file.base64) in hands.files(file.name)) is not has_files:
                raise Unread(f"the file {file.name} is {'not ' if has_files else ''}among the messages")
    for record in _standing(shown):
        for ref in _refs(record):
            if not hands.can_reach(ref):
                raise Unread(f"{record.kind} {record.text_id}: what it offers cannot be reached")


def _lines(record: Output, *, names_submit: bool) -> Iterator[str]:
    """Walk everything that a record says in words, labels of what it offers too."""
    yield from (record.text or "").splitlines()
    for control in record.controls or ():
        yield control.label
        yield from (option.label for option in control.options or ())
    if record.form is not None:
        yield from (record.form.title, record.form.intro or "", record.form.submit if names_submit else "")
        for field in record.form.fields:
            yield field.label
    yield from (record.errors or {}).values()


def _standing(shown: Sequence[Output]) -> Iterable[Output]:
    """Return what the last records of each card say: an earlier one was replaced or taken away."""
    latest = {record.id: record for record in shown}
    return [record for record in latest.values() if record.kind != "retract"]


def _refs(record: Output) -> Iterator[str]:
    yield from (control.ref for control in record.controls or () if control.kind != "link")
    if record.form is not None:
        yield record.form.ref


def _is_on(line: str, whole: str, screen: str) -> bool:
    """Whether a line is on a screen; one of signs alone, as a bar is, has to stand there as it is."""
    words = _squeezed(line)
    return words in screen if words.strip() else line in whole


def _squeezed(words: str) -> str:
    """Return words without signs and spaces between: a platform breaks lines, and makes names bold."""
    return f" {_SIGNS.sub(' ', words).strip()} "
