"""Whether a name is most likely a colleague's, by the words around it: it is pointed at more quietly."""

from __future__ import annotations

from collections.abc import Sequence

from bot.guards.identifiers import context
from bot.guards.identifiers.tokens import Before, Token


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


_BACK = 3
_AHEAD = 4
_LEAST = 2
"""So many words it takes to say where somebody is from: "from billing"."""
_WORK = _set(
    "supervision debrief debriefed handover handoff shift shifts covered covering cover swapped swap "
    "nights earlies lates co-led co-facilitated co-ran buddied shadowed shadowing rota team staffroom "
    "peer handing lunch worked working rode rides paired precepted mentored on-call lunched carpooled"
)
"""What one does with colleagues."""
_FROM_WORK = _set(
    "team trust ward office reception billing admin unit agency bank hr pharmacy safeguarding department "
    "dept clinic records finance facilities it triage days nights lates earlies placement payroll estates "
    "theatre theatres ed icu physio ot crisis cmht camhs intake management night day charity staffing "
    "union front next"
)
"""Where a colleague is from."""
_NOT_AT_WORK = context.KIN | context.ROLES


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
    ahead: list[Token] = []
    for at in range(last + 1, min(len(words), last + 1 + _AHEAD)):
        if words[at].before is Before.START:
            break
        ahead.append(words[at])
    if len(ahead) < _LEAST:
        return (
            words[last].tail == "s" and bool(ahead) and ahead[0].key in {"shift", "shifts", "badge", "bleep"}
        )
    keys = [word.key for word in ahead]
    if words[last].tail == "s":
        return keys[0] in {"shift", "shifts", "badge", "bleep", "caseload"}
    if keys[0] in {"from", "in", "at", "on"}:
        rest = keys[1:3] if keys[1] not in context.DETERMINERS else keys[2:4]
        return any(key in _FROM_WORK for key in rest[:2])
    if keys[0] in {"my", "our", "the"}:
        return any(key in context.COLLEAGUES for key in keys[1:4])
    return (
        keys[0] in {"covered", "handed", "debriefed"}
        and len(keys) > 1
        and keys[1] in {"my", "me", "over", "for"}
    )
