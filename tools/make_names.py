"""Writes the words that the finder of names knows: bot/guards/identifiers/data/names.z, from lists of names.

What it reads lies outside the house, and nothing of it is installed:

    pip download --no-deps -d DIR faker names && apt-get download scowl && dpkg-deb -x scowl_*.deb DIR/scowl
    python -m tools.make_names DIR/faker-*.whl DIR/names-*.tar.gz DIR/scowl/usr/share/dict/scowl

and from the house the lists that were written for it: tools/names. One word a line, in any letters. In
not_names also several words, which are no name only together ("deja vu"). The same lists make the same file,
byte for byte. Where each list comes from and what its licence asks: docs/decisions/0013.
"""

from __future__ import annotations

import ast
import sys
import tarfile
import zipfile
import zlib
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

from bot.guards.identifiers.lexicon import DATA, folded
from tools.venvs import ROOT

WRITTEN = ROOT / "tools" / "names"
_SCOWL_LEVELS = {10: 7, 20: 6, 35: 5, 40: 4, 50: 3, 55: 2, 60: 1, 70: 1}
_SCOWL_WORDS = ("american-words", "british-words", "english-words")
_COMMON_GIVEN = 400
_HEARD_GIVEN = 800
"""Below this rank the census has what may be slips of a pen: "so", "my", "man"."""
_HEARD_FAMILY = 3_000
_COMMON_FAMILY = 1_000
_KNOWN_FAMILY = 6_000
_MOST_FAMILY = 10_000
_COMMON_WORD = 4
_LEAST_OF_A_PLACE = 4
_OF_PLACES = (
    "cities",
    "city_name",
    "states",
    "state_name",
    "provinces",
    "districts",
    "countries",
    "regions",
    "counties",
)
"""What Faker calls its lists of places; "city_part" and the like are none."""
_WORD_LIKE = "word_like"
_SEVERAL = 3
"""So many of Faker's countries know a given name that is well known."""


class Words:
    """What each word is: how strongly a given name, a family name, a common word, and what else it names."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self._given: dict[str, int] = defaultdict(int)
        self._family: dict[str, int] = defaultdict(int)
        self._common: dict[str, int] = defaultdict(int)
        self._kinds: dict[str, set[str]] = defaultdict(set)
        self._english: set[str] = set()
        self._heard_family: set[str] = set()

    def give(self, name: str, strength: int) -> None:
        """Note a given name; the strongest source counts."""
        for part in _parts(name):
            self._given[part] = max(self._given[part], strength)

    def family(self, name: str, strength: int) -> None:
        """Note a family name; the strongest source counts."""
        for part in _parts(name):
            self._family[part] = max(self._family[part], strength)

    def common(self, word: str, strength: int) -> None:
        """Note a word of English, 7 for the commonest."""
        key = folded(word)
        self._common[key] = max(self._common[key], strength)

    def other(self, words: str, kind: str) -> None:
        """Note what is something else than a name, by the letter of its list."""
        self._kinds[folded(words)].add(kind)

    def phrases(self) -> list[str]:
        """Give what is no name only as several words, in order."""
        return sorted(" ".join(each.split()) for each in self._kinds if " " in each)

    def weigh(self) -> None:
        """Hold a name back that is a common word of English, unless people of English are called so."""
        for word, strength in self._given.items():
            if self._common.get(word, 0) >= _COMMON_WORD and word not in self._english:
                self._given[word] = min(strength, 1)
        for word, strength in self._family.items():
            if self._common.get(word, 0) >= _COMMON_WORD and word not in self._heard_family:
                self._family[word] = min(strength, 1)

    def of_english(self, name: str) -> None:
        """Note a given name of people whose language is English, whatever else the word means."""
        self._english.add(folded(name))

    def of_english_family(self, name: str) -> None:
        """Note a family name of people whose language is English, whatever else the word means."""
        self._heard_family.add(folded(name))

    def lines(self) -> Iterator[str]:
        """Give a line for each word, in order: the word, a tab, and its marks."""
        known = {*self._given, *self._family, *self._common, *self._kinds} - set(self.phrases())
        for word in sorted(known, key=lambda each: each.encode()):
            marks = [
                f"{letter}{table[word]}"
                for letter, table in (("g", self._given), ("f", self._family), ("w", self._common))
                if table.get(word)
            ]
            yield f"{word}\t{''.join([*marks, *sorted(self._kinds.get(word, ()))])}"


def _parts(name: str) -> Iterator[str]:
    """Split "Amir Ali" and "Chia-Hao" as the finder reads them; what is no word is left out."""
    for part in name.replace("\u2019", "'").split():
        key = folded(part.strip(".,()'"))
        if len(key) > 1 or not key.isascii():
            if key.replace("-", "").replace("'", "").isalpha() or not key.isascii():
                yield key
            if "-" in key:
                yield from (each for each in key.split("-") if len(each) > 1 and each.isalpha())


def _faker(wheel: Path) -> Iterator[tuple[str, bool, str]]:
    """Yield country, whether it is a given name, and the name, from every list of persons in the wheel."""
    with zipfile.ZipFile(wheel) as inside:
        for path in sorted(inside.namelist()):
            if "/providers/person/" not in path:
                continue
            country = path.split("/")[-2]
            if not path.endswith(".py"):
                continue
            for node in ast.walk(ast.parse(inside.read(path))):
                if not isinstance(node, ast.Assign | ast.AnnAssign) or node.value is None:
                    continue
                target = node.targets[0] if isinstance(node, ast.Assign) else node.target
                kind = target.id if isinstance(target, ast.Name) else ""
                is_given = "first" in kind and "name" in kind
                if not is_given and not ("last" in kind and "name" in kind):
                    continue
                for each in ast.walk(node.value):
                    if (
                        isinstance(each, ast.Constant)
                        and isinstance(each.value, str)
                        and "{" not in each.value
                    ):
                        yield country, is_given, each.value


def _places(wheel: Path) -> Iterator[str]:
    """Yield towns, states and countries from every list of addresses in the wheel."""
    with zipfile.ZipFile(wheel) as inside:
        for path in sorted(inside.namelist()):
            if "/providers/address/" not in path or not path.endswith(".py"):
                continue
            for node in ast.walk(ast.parse(inside.read(path))):
                if not isinstance(node, ast.Assign | ast.AnnAssign) or node.value is None:
                    continue
                target = node.targets[0] if isinstance(node, ast.Assign) else node.target
                if isinstance(target, ast.Name) and any(word in target.id for word in _OF_PLACES):
                    for each in ast.walk(node.value):
                        if isinstance(each, ast.Constant) and isinstance(each.value, str):
                            yield each.value


def _census(archive: Path) -> Iterator[tuple[str, int, str]]:
    """Yield the list, the rank and the name of each name that the census of the United States counted."""
    with tarfile.open(archive) as inside:
        for member in sorted(inside.getmembers(), key=lambda each: each.name):
            if "/dist." not in member.name or (read := inside.extractfile(member)) is None:
                continue
            for line in read.read().decode().splitlines():
                name, _, _, rank = line.split()
                yield member.name.rpartition("/dist.")[2], int(rank), name.title()


def _written(folder: str) -> Iterator[tuple[str, str]]:
    for path in sorted((WRITTEN / folder).glob("*.txt")):
        for line in path.read_text("utf-8").splitlines():
            if line.strip():
                yield path.stem, line.strip()


def _add_names(words: Words, wheel: Path) -> None:
    countries: dict[str, set[str]] = defaultdict(set)
    for country, is_given, name in _faker(wheel):
        if is_given:
            countries[name].add(country)
        else:
            words.family(name, 2)
    for name, known_in in countries.items():
        words.give(name, 3 if len(known_in) >= _SEVERAL else 2)
    for where, name in _written("given"):
        words.give(name, 2 if where == _WORD_LIKE else 3)
        if where == _WORD_LIKE:
            words.of_english(name)
    for _, name in _written("family"):
        words.family(name, 3)


def _add_census(words: Words, archive: Path) -> None:
    for where, rank, name in _census(archive):
        if where != "all.last":
            words.give(name, 3 if rank <= _COMMON_GIVEN else 2)
            if rank <= _HEARD_GIVEN:
                words.of_english(name)
        elif rank <= _MOST_FAMILY:
            if rank <= _HEARD_FAMILY:
                words.of_english_family(name)
            words.family(name, 3 if rank <= _COMMON_FAMILY else 2 if rank <= _KNOWN_FAMILY else 1)


def _add_english(words: Words, scowl: Path) -> None:
    for level, strength in _SCOWL_LEVELS.items():
        for kind in _SCOWL_WORDS:
            for word in _lines(scowl / f"{kind}.{level}"):
                if not word.endswith("'s") and len(word) > 1:
                    words.common(word, strength)
        for word in _lines(scowl / f"english-upper.{level}"):
            if not word.endswith("'s"):
                words.other(word, "u")


def _lines(path: Path) -> Iterable[str]:
    return path.read_text("latin-1").split() if path.exists() else ()


def main(wheel: Path, archive: Path, scowl: Path) -> None:
    """Write the file, and say how large it is."""
    words = Words()
    _add_names(words, wheel)
    _add_census(words, archive)
    _add_english(words, scowl)
    words.weigh()
    letters = kinds()
    for name, line in _written("not_names"):
        words.other(line, letters[name])
    for place in _places(wheel):
        if len(place) >= _LEAST_OF_A_PLACE and place.replace("-", "").isalpha() and place[0].isupper():
            words.other(place, letters["places"])
    lines = list(words.lines())
    packed = zlib.compress("\n".join([*words.phrases(), "\0", *lines, ""]).encode(), 9)
    DATA.write_bytes(packed)
    print(f"{len(lines)} words, {len(packed) // 1024} KiB")


def kinds() -> dict[str, str]:
    """Return the letter of each list of what is no name: capital letters, in the order of the files."""
    names = sorted(path.stem for path in (WRITTEN / "not_names").glob("*.txt"))
    letters = {name: name[0].upper() for name in names}
    if len(set(letters.values())) < len(names):
        raise ValueError("Two lists of tools/names/not_names begin with the same letter.")
    return letters


if __name__ == "__main__":
    main(*(Path(each) for each in sys.argv[1:]))
