"""Whether a name is most likely a colleague's, by the words around it: it is pointed at more quietly."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from bot.guards.identifiers import context
from bot.guards.identifiers.tokens import Before, Token


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


_BACK = 4
_AHEAD = 4
_WORK = _set(
    "supervision debrief debriefed handover handoff shift shifts covered covering cover swapped swap "
    "nights earlies lates co-led co-facilitated co-ran buddied shadowed shadowing rota team staffroom "
    "peer handing lunch worked working rode rides paired precepted mentored restructure farewell leaving "
    "on-call lunched carpooled"
)
"""What one does with colleagues."""
_FROM_WORK = _set(
    "team trust ward office reception billing admin unit agency bank hr pharmacy safeguarding department "
    "dept clinic records finance facilities it triage days nights lates earlies placement payroll estates "
    "theatre theatres ed icu physio ot crisis cmht camhs intake management night day charity staffing "
    "union front next"
)
"""Where a colleague is from."""
_WHERE = _set("from in at on")
_WHOSE = _set("my our the")
_HELPED = _set("covered took held carried did swapped has had")
_THINGS_OF_WORK = _set(
    "shift shifts badge bleep pager caseload break round rounds on-call list clinic handover"
)
"""What a colleague has, or takes off one's hands."""


def is_soft(words: Sequence[Token], first: int, last: int) -> bool:
    """Whether the name from word `first` to word `last` most likely is a colleague's."""
    if words[last].tail == "s" and last + 1 < len(words) and words[last + 1].key in context.KIN:
        return False
    return (
        _has_helping_title(words, first, last) or _is_introduced(words, first) or _is_explained(words, last)
    )


def _has_helping_title(words: Sequence[Token], first: int, last: int) -> bool:
    return first < last and words[first].key in context.HELPING_TITLES


def _is_introduced(words: Sequence[Token], first: int) -> bool:
    """Whether what stands before says so: "my manager", "supervision with", "covered for"."""
    back: list[Token] = []
    for at in range(first - 1, max(-1, first - 1 - _BACK), -1):
        if words[at + 1].before is Before.START:
            break
        back.append(words[at])
    if not back:
        return False
    if back[0].key in context.COLLEAGUES and not any(word.key in context.ROLES for word in back[1:]):
        return True
    return any(word.key in _WORK and not word.tail for word in back)


def _is_explained(words: Sequence[Token], last: int) -> bool:
    """Whether what stands behind says so: "from the team", "on reception", "(my supervisor)", "our lead"."""
    keys: list[str] = []
    for at in range(last + 1, min(len(words), last + 1 + _AHEAD)):
        if words[at].before is Before.START:
            break
        keys.append(words[at].key)
    if not keys:
        return False
    if words[last].tail == "s":
        return keys[0] in _THINGS_OF_WORK
    if keys[0] in _WHERE and len(keys) > 1:
        rest = keys[1:3] if keys[1] not in context.DETERMINERS else keys[2:4]
        return any(key in _FROM_WORK for key in rest)
    if keys[0] in _WHOSE:
        return any(key in context.COLLEAGUES for key in keys[1:])
    return keys[0] in _HELPED and any(
        one in _WHOSE and other in _THINGS_OF_WORK for one, other in pairwise(keys)
    )
