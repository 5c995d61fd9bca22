"""The key file's text: read strictly, written so that it can be read, shown never."""

from __future__ import annotations

import base64
import dataclasses

import pytest

from adapters.vault import material
from adapters.vault.material import KEY_BYTES, Kek, Material
from bot.errors import KeyBroken

ROOT, OLD, NEW = bytes([1]) * 32, Kek(key=bytes([2]) * 32), Kek(key=bytes([3]) * 32)


def encoded(key: bytes) -> str:
    """Return a key as it stands in the file."""
    return base64.b64encode(key).decode()


ROOT_LINE = f"root {encoded(ROOT)}"
OLD_LINE, NEW_LINE = (f"kek {kek.id} {encoded(kek.key)}" for kek in (OLD, NEW))


def test_material_is_read_back_as_it_was_written() -> None:
    """A new key survives its file, and two new keys differ in every secret."""
    one, other = material.create(), material.create()
    assert material.parse(material.render(one)) == one
    secrets = {one.root, other.root, one.keks[0].key, other.keks[0].key}
    assert {len(each) for each in secrets} == {KEY_BYTES}
    assert len(secrets) == 4


def test_material_takes_the_last_kek_as_current() -> None:
    """Older keys stay for what they wrapped; remarks, empty lines and spaces are passed over."""
    text = f"# a remark\n\n{ROOT_LINE}  \n  {OLD_LINE}\n{NEW_LINE}"
    read = material.parse(text)
    assert read == Material(root=ROOT, keks=(OLD, NEW))
    assert material.parse(material.render(read)) == read


def test_material_ids_check_their_keys() -> None:
    """An id is short, stable and of one key alone."""
    assert OLD.id == "k0e37ec71696e7595"
    assert OLD.id != NEW.id
    assert len({OLD.id, NEW.id, *OLD_LINE.split(), *NEW_LINE.split()}) == 5


@pytest.mark.parametrize(
    "text",
    [
        "",
        "# only a remark",
        ROOT_LINE,
        OLD_LINE,
        f"{ROOT_LINE}\n{ROOT_LINE}\n{OLD_LINE}",
        f"{ROOT_LINE}\n{OLD_LINE}\n{OLD_LINE}",
        f"{ROOT_LINE} {OLD_LINE}",
        f"{ROOT_LINE}\nkek {encoded(OLD.key)}",
        f"{ROOT_LINE}\nkek {NEW.id} {encoded(OLD.key)}",
        f"{ROOT_LINE}\n{OLD_LINE} more",
        f"{ROOT_LINE}\n{OLD_LINE}\nsplit 3 5",
        f"root {encoded(ROOT[:31])}\n{OLD_LINE}",
        f"root {encoded(ROOT + b'x')}\n{OLD_LINE}",
        f"root {encoded(ROOT)[:-1]}\n{OLD_LINE}",
        f"root {encoded(ROOT)[:8]}*{encoded(ROOT)[8:]}\n{OLD_LINE}",
        f"root é{encoded(ROOT)[1:]}\n{OLD_LINE}",
        ROOT.hex(),
        encoded(ROOT),
    ],
)
def test_material_refuses_a_malformed_file(text: str) -> None:
    """Whatever is not exactly a key file is refused, without a word of it in the error."""
    with pytest.raises(KeyBroken) as caught:
        material.parse(text)
    told = repr(caught.value) + repr(caught.value.__context__)
    for key in (ROOT, OLD.key, NEW.key):
        assert encoded(key)[:16] not in told


def test_material_names_the_line_that_is_wrong() -> None:
    """Whoever mends a key file is told where."""
    with pytest.raises(KeyBroken, match=r"^Line 3 of the key file"):
        material.parse(f"{ROOT_LINE}\n{OLD_LINE}\nkek {OLD.id} {encoded(NEW.key)}")


def test_material_shows_no_secret() -> None:
    """Printing key material tells nothing that opens anything."""
    shown = repr(Material(root=ROOT, keks=(OLD, NEW))) + str(dataclasses.fields(Material))
    for key in (ROOT, OLD.key, NEW.key):
        assert repr(key)[2:-1] not in shown
        assert encoded(key) not in shown
