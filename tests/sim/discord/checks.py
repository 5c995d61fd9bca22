"""Small checks of JSON, from which the tables of Discord's limits are made, and its answer to what fails.

The answer is that of https://docs.discord.com/developers/reference#error-messages: code 50035 and a tree of
what is wrong where. The error words are those of issue threads where one was found; what begins with HOUSE
Discord would take, and Reststop does not do. No problem quotes what it is about.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from tests.json_types import Json

Path = tuple[str, ...]
"""The keys and places that lead to a value; () is the body itself."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is refused, where it stands."""

    at: Path
    code: str
    message: str


Check = Callable[[object, Path], Iterator[Problem]]
"""Walks the problems of a value that stands there."""

INVALID_FORM = 50035
"""The code of a body that is refused for what stands in it."""
EMPTY = "Cannot send an empty message"
"""The message of code 50006, which has no tree."""


def answer(problems: Iterable[Problem]) -> Json:
    """Return the body with which Discord refuses, with status 400."""
    errors: Json = {}
    for problem in problems:
        if problem.message == EMPTY:
            return {"message": EMPTY, "code": 50006}
        node = errors
        for key in problem.at:
            node = node.setdefault(key, {})
        node.setdefault("_errors", []).append({"code": problem.code, "message": problem.message})
    return {"message": "Invalid Form Body", "code": INVALID_FORM, "errors": errors}


def words(most: int, least: int = 1) -> Check:
    """Take a string of so many characters; where it has to be there, not of blanks alone."""

    def check(value: object, at: Path) -> Iterator[Problem]:
        if not isinstance(value, str):
            yield Problem(at, "STRING_TYPE_CONVERT", "Could not interpret this as string.")
        elif any("\ud800" <= sign <= "\udfff" for sign in value):
            yield Problem(at, "HOUSE_ENCODING", "Must be writable as UTF-8.")
        elif least and not value.strip():
            yield required(at)
        elif not least <= len(value) <= most:
            yield length(at, most, least)

    return check


def number(low: int, high: int) -> Check:
    """Take an integer of a range."""

    def check(value: object, at: Path) -> Iterator[Problem]:
        if type(value) is not int:
            yield Problem(at, "NUMBER_TYPE_COERCE", "Value is not int.")
        elif value < low:
            yield Problem(at, "NUMBER_TYPE_MIN", f"int value should be greater than or equal to {low}.")
        elif value > high:
            yield Problem(at, "NUMBER_TYPE_MAX", f"int value should be less than or equal to {high}.")

    return check


def flag(value: object, at: Path) -> Iterator[Problem]:
    """Take true or false."""
    if not isinstance(value, bool):
        yield Problem(at, "BOOLEAN_TYPE_CONVERT", "Must be either true or false.")


def never(_value: object, at: Path) -> Iterator[Problem]:
    """Take nothing: a field that is deprecated or is not for here. Null does not come to be looked at."""
    yield Problem(at, "HOUSE_FIELD", "This field has no place here.")


def off(value: object, at: Path) -> Iterator[Problem]:
    """Take false: Discord would take true."""
    if value is not False:
        yield Problem(at, "HOUSE_OFF", "This is not done here.")


def free(_value: object, _at: Path) -> Iterator[Problem]:
    """Take everything: it is looked at elsewhere, or says nothing to anybody."""
    yield from ()


def one_of(*values: int) -> Check:
    """Take one of these numbers."""

    def check(value: object, at: Path) -> Iterator[Problem]:
        if type(value) is not int or value not in values:
            yield Problem(at, "BASE_TYPE_CHOICES", f"Value must be one of {values}.")

    return check


def many(each: Check, most: int, least: int = 1) -> Check:
    """Take an array of so many."""

    def check(value: object, at: Path) -> Iterator[Problem]:
        if not isinstance(value, list):
            yield Problem(at, "LIST_TYPE_CONVERT", "Only iterables may be used in a ListType.")
            return
        if not least <= len(value) <= most:
            yield length(at, most, least)
        for place, held in enumerate(value):
            yield from each(held, (*at, str(place)))

    return check


def shape(keys: Mapping[str, Check], *needs: str) -> Check:
    """Take an object that has these keys alone; what is not of `needs` may be missing, or null."""

    def check(value: object, at: Path) -> Iterator[Problem]:
        if not isinstance(value, Mapping):
            yield Problem(at, "MODEL_TYPE_CONVERT", "Only dictionaries may be used in a ModelType.")
            return
        yield from (required((*at, key)) for key in needs if value.get(key) is None)
        for key, held in value.items():
            if key not in keys:
                yield Problem((*at, key), "HOUSE_UNKNOWN_FIELD", "Discord knows no such field here.")
            elif held is not None:
                yield from keys[key](held, (*at, key))

    return check


def by_type(checks: Mapping[int, Check]) -> Check:
    """Take an object that its `type` tells how to check."""

    def check(value: object, at: Path) -> Iterator[Problem]:
        kind = value.get("type") if isinstance(value, Mapping) else None
        if type(kind) is int and kind in checks:
            yield from checks[kind](value, at)
        else:
            known = ", ".join(map(str, checks))
            yield Problem((*at, "type"), "UNION_TYPE_CHOICES", f'Value of "type" must be one of ({known}).')

    return check


def all_of(*checks: Check) -> Check:
    """Take what the first takes, and if it does, what the others do."""

    def check(value: object, at: Path) -> Iterator[Problem]:
        for each in checks:
            found = list(each(value, at))
            yield from found
            if found:
                return

    return check


def twice(values: Iterable[tuple[Path, object]], code: str, message: str) -> Iterator[Problem]:
    """Walk the places where a value stands that has stood before."""
    seen: set[object] = set()
    for at, value in values:
        if value in seen:
            yield Problem(at, code, message)
        seen.add(value)


def required(at: Path) -> Problem:
    """Return that something is missing."""
    return Problem(at, "BASE_TYPE_REQUIRED", "This field is required")


def length(at: Path, most: int, least: int) -> Problem:
    """Return that something is too long or too short."""
    if least == 0:
        return Problem(at, "BASE_TYPE_MAX_LENGTH", f"Must be {most} or fewer in length.")
    return Problem(at, "BASE_TYPE_BAD_LENGTH", f"Must be between {least} and {most} in length.")


def object_of(value: object) -> Json:
    """Return an object whose shape was looked at before."""
    assert isinstance(value, dict)
    return value


def list_of(value: object) -> list[Json]:
    """Return an array of objects whose shape was looked at before."""
    assert isinstance(value, list)
    return value
