"""Reading YAML: plain values come through, everything clever is refused by name and place."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from adapters.content.yaml_file import DEEPEST, MOST_BYTES, parse_yaml, read_yaml


def test_plain_values_come_through() -> None:
    """Words, numbers, truth, nothing, days, lists and maps."""
    text = "a: word\nb: 3\nc: true\nd: null\ne: 2026-01-31\nf: [x, y]\ng: {h: i}\n"
    data, faults = parse_yaml(text)
    assert faults == ()
    assert data == {
        "a": "word",
        "b": 3,
        "c": True,
        "d": None,
        "e": date(2026, 1, 31),
        "f": ["x", "y"],
        "g": {"h": "i"},
    }


@pytest.mark.parametrize("key", ["yes", "no", "on", "off", "Yes", "TRUE", "false"])
def test_a_key_that_yaml_reads_as_truth_is_refused(key: str) -> None:
    """`no: not now` would become false: not now. Quoted, it is a word."""
    _, (fault,) = parse_yaml(f"options:\n  {key}: not now\n")
    assert (fault.where, fault.code) == (f"options.{key}", "boolean_key")
    assert f'"{key}"' in fault.message
    assert "Line 2" in fault.message
    data, faults = parse_yaml(f'options:\n  "{key}": not now\n')
    assert (data, faults) == ({"options": {key: "not now"}}, ())


@pytest.mark.parametrize("key", ["1", "1.5", "null", "~", "2026-01-31", "<<"])
def test_a_key_that_is_no_word_is_refused(key: str) -> None:
    """Numbers, days, nothing and merges are no names."""
    _, faults = parse_yaml(f"{key}: x\n")
    assert [(fault.where, fault.code) for fault in faults] == [(key, "key_not_text")]


def test_every_key_fault_is_told_at_once() -> None:
    """One go is enough to find them all, deep or not."""
    _, faults = parse_yaml("a: 1\na: 2\nlist:\n  - {id: first, no: x}\n  - {b: 1, b: 2, b: 3}\n")
    assert [(fault.where, fault.code) for fault in faults] == [
        ("a", "duplicate_key"),
        ("list[first].no", "boolean_key"),
        ("list[1].b", "duplicate_key"),
        ("list[1].b", "duplicate_key"),
    ]


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("a: &x 1\nb: *x\n", ["alias", "alias"]),
        ("a: &x [1]\n", ["alias"]),
        ("a: !!python/object/apply:os.getcwd []\n", ["tag"]),
        ("a: !local x\n", ["tag"]),
        ("a: 1\n---\nb: 2\n", ["two_documents"]),
        ("a: [1\n", ["bad_yaml"]),
        ("a:\tb: c\n", ["bad_yaml"]),
        ("a: 'open\n", ["bad_yaml"]),
        ("", ["empty"]),
        ("a: 2026-13-01\nb: 2026-02-30\n", ["bad_value", "bad_value"]),
        (f"a: 0x{'f' * 5000}\nb: 1{':59' * 9000}\n", ["bad_value", "bad_value"]),
        (f"a: 0{'7' * 9000}\nb: 1{':59' * 9000}.5\n", ["bad_value", "bad_value"]),
    ],
)
def test_what_hides_a_meaning_is_refused(text: str, codes: list[str]) -> None:
    """Aliases, types, second documents and impossible days are named, and no value comes out."""
    data, faults = parse_yaml(text)
    assert (data, [fault.code for fault in faults]) == (None, codes)


def test_depth_is_bounded() -> None:
    """The library's own depth is fine; a bomb of brackets is not, and costs nothing."""
    assert parse_yaml("[" * DEEPEST + "]" * DEEPEST)[1] == ()
    assert [fault.code for fault in parse_yaml("[" * 60_000)[1]] == ["too_deep"]


def test_size_is_bounded(tmp_path: Path) -> None:
    """64 kB and not a byte more."""
    file = tmp_path / "big.yaml"
    file.write_bytes(b"a: " + b"x" * (MOST_BYTES - 3))
    assert read_yaml(file)[1] == ()
    file.write_bytes(b"a: " + b"x" * (MOST_BYTES - 2))
    assert [fault.code for fault in read_yaml(file)[1]] == ["too_large"]


def test_a_file_that_went_away_is_a_fault(tmp_path: Path) -> None:
    """Between listing and reading, a file may vanish."""
    assert [fault.code for fault in read_yaml(tmp_path / "gone.yaml")[1]] == ["unreadable"]


def test_a_byte_order_mark_is_no_problem(tmp_path: Path) -> None:
    """Some editors write one; nobody sees it."""
    file = tmp_path / "marked.yaml"
    file.write_bytes(b"\xef\xbb\xbfa: b\n")
    assert read_yaml(file) == ({"a": "b"}, ())


PLAIN = st.recursive(
    st.none() | st.booleans() | st.integers(-(10**6), 10**6) | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=10), inner, max_size=3),
    max_leaves=10,
)


@given(PLAIN)
@settings(deadline=None)
def test_what_yaml_writes_plainly_is_read_back(data: object) -> None:
    """Unless it is refused, a value comes out as it went in."""
    read, faults = parse_yaml(yaml.safe_dump(data))
    assert faults or read == data


@given(st.text(max_size=80))
@settings(deadline=None)
def test_no_text_makes_the_reader_raise(text: str) -> None:
    """Whatever is typed, there is a value or a fault."""
    data, faults = parse_yaml(text)
    assert data is None or not faults
