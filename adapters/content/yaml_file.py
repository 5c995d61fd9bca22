"""Reads one YAML file and trusts nothing in it: size, depth, aliases, tags, keys are checked before use."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import yaml

MOST_BYTES = 64 * 1024
DEEPEST = 8
"""Lists and maps inside each other; the library's own files need five."""
LARGEST_BITS = 63
"""Of a whole number. In hexadecimal or by sixties YAML takes one that Python then refuses to print."""
_TEXT = "tag:yaml.org,2002:str"

_Loader: type[yaml.CSafeLoader | yaml.SafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with a file before anybody asks what it says."""

    where: str
    """A key path, or `line 7`, or empty for the file as a whole."""
    code: str
    message: str


def read_yaml(file: Path) -> tuple[object, tuple[Fault, ...]]:
    """Return what stands in `file`, or None and every fault found. Never raises."""
    try:
        with file.open("rb") as opened:
            raw = opened.read(MOST_BYTES + 1)
    except OSError:
        return None, (Fault("", "unreadable", "This file cannot be opened. Look at its permissions."),)
    if len(raw) > MOST_BYTES:
        return None, (Fault("", "too_large", "This file is over 64 kB. Split it in two."),)
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        return None, (Fault("", "not_utf8", "This file is not UTF-8 text. Save it as UTF-8."),)
    return parse_yaml(text)


def parse_yaml(text: str) -> tuple[object, tuple[Fault, ...]]:
    """Return what `text` says, or None and every fault found. Never raises."""
    try:
        faults = tuple(_structure_faults(text))
        if faults:
            return None, faults
        loader = _Loader(text)
        try:
            root = loader.get_single_node()
            if root is None:
                return None, (Fault("", "empty", "There is nothing in this file. Fill it or remove it."),)
            nodes = tuple(_nodes(root))
            faults = (*_key_faults(nodes), *_value_faults(nodes, loader))
            return (None, faults) if faults else (loader.construct_document(root), ())
        finally:
            loader.dispose()
    except yaml.MarkedYAMLError as error:
        where = f"line {error.problem_mark.line + 1}" if error.problem_mark else ""
        return None, (Fault(where, "bad_yaml", _syntax(error.problem)),)
    except yaml.YAMLError:
        return None, (Fault("", "bad_yaml", "This file holds characters that YAML does not allow."),)


def _syntax(problem: str | None) -> str:
    reason = f" ({problem})" if problem else ""
    return f"YAML stops here{reason}. Look for a missing quote, a stray tab or a wrong indent."


def _structure_faults(text: str) -> Iterator[Fault]:
    """What the stream of events shows; read without recursion, so that depth can be refused."""
    depth = documents = 0
    for event in yaml.parse(text, Loader=_Loader):
        if isinstance(event, yaml.NodeEvent):
            yield from _ornaments(event)
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
        elif isinstance(event, yaml.DocumentStartEvent):
            documents += 1
            if documents > 1:
                yield Fault(_line(event), "two_documents", "A second `---` starts here. Keep one per file.")
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
            if depth > DEEPEST:
                yield Fault(
                    _line(event), "too_deep", f"More than {DEEPEST} levels of lists and maps. Flatten it."
                )
                return


def _ornaments(event: yaml.NodeEvent) -> Sequence[Fault]:
    """YAML's ways to name, repeat and retype a value. They hide what a file says."""
    if isinstance(event, yaml.AliasEvent):
        return [Fault(_line(event), "alias", "`*` repeats another place here. Write the value out.")]
    found = []
    if event.anchor is not None:
        found.append(Fault(_line(event), "alias", "`&` names this place. Remove the name."))
    if isinstance(event, yaml.CollectionStartEvent | yaml.ScalarEvent) and event.tag is not None:
        found.append(Fault(_line(event), "tag", "`!` gives a type here. Remove it."))
    return found


def _line(found: yaml.Event | yaml.Node) -> str:
    return f"line {found.start_mark.line + 1}" if found.start_mark else ""


def _nodes(root: yaml.Node) -> Iterator[tuple[str, yaml.Node]]:
    """Every value below `root` with its key path, in the order of the file."""
    places = [("", root)]
    while places:
        place, node = places.pop()
        yield place, node
        inside: list[tuple[str, yaml.Node]] = []
        if isinstance(node, yaml.SequenceNode):
            inside = [(f"{place}[{_id_in(item) or n}]", item) for n, item in enumerate(node.value)]
        elif isinstance(node, yaml.MappingNode):
            inside = [(_below(place, key), value) for key, value in node.value]
        places.extend(reversed(inside))


def _below(place: str, key: yaml.Node) -> str:
    name = key.value if isinstance(key, yaml.ScalarNode) else "?"
    return f"{place}.{name}" if place else name


def _id_in(item: yaml.Node) -> str | None:
    """The id, code or `n` of a list's item: easier to find in a long file than its place in the list."""
    if isinstance(item, yaml.MappingNode):
        for key, value in item.value:
            if key.value in {"id", "code"} and isinstance(value, yaml.ScalarNode):
                return str(value.value)
            if key.value == "n" and isinstance(value, yaml.ScalarNode):
                return f"n={value.value}"
    return None


def _key_faults(nodes: Iterable[tuple[str, yaml.Node]]) -> Iterator[Fault]:
    """Keys that YAML would quietly turn into something else, or quietly drop."""
    for place, node in nodes:
        if isinstance(node, yaml.MappingNode):
            seen: set[str] = set()
            for key, _value in node.value:
                path = _below(place, key)
                yield from _key_fault(key, path, seen)
                seen.add(path)


def _key_fault(key: yaml.Node, path: str, seen: set[str]) -> Iterator[Fault]:
    if not isinstance(key, yaml.ScalarNode):
        message = f"{_line(key).capitalize()}: a list or map stands where a key is expected. Use a word."
        yield Fault(path, "key_not_text", message)
    elif key.tag == "tag:yaml.org,2002:bool":
        message = (
            f'{_line(key).capitalize()}: unquoted, {key.value} means true or false. Write "{key.value}".'
        )
        yield Fault(path, "boolean_key", message)
    elif key.tag != _TEXT:
        message = (
            f'{_line(key).capitalize()}: unquoted, {key.value} is not read as a word. Write "{key.value}".'
        )
        yield Fault(path, "key_not_text", message)
    elif path in seen:
        message = f"{_line(key).capitalize()}: {key.value} stands here a second time. Keep one."
        yield Fault(path, "duplicate_key", message)


def _value_faults(
    nodes: Iterable[tuple[str, yaml.Node]], loader: yaml.CSafeLoader | yaml.SafeLoader
) -> Iterator[Fault]:
    """Dates that no calendar has, such as 2026-02-31, and numbers beyond all need, however written."""
    for place, node in nodes:
        if isinstance(node, yaml.ScalarNode) and node.tag != _TEXT:
            try:
                value = loader.construct_object(node)
                is_sound = not isinstance(value, int) or value.bit_length() <= LARGEST_BITS
            except (ValueError, OverflowError):
                is_sound = False
            if not is_sound:
                message = f"{_line(node).capitalize()}: there is no such date or number. Correct it."
                yield Fault(place, "bad_value", message)
