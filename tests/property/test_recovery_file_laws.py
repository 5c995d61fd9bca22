"""What holds of a recovery file for every key, all words and any change of it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from adapters.vault import material, recovery, words
from adapters.vault.material import Kek, Material
from bot.errors import KeyProblem, WordsWrong

secrets = st.binary(min_size=16, max_size=16)
keys = st.binary(min_size=32, max_size=32)
materials = st.builds(
    lambda root, keks: Material(root=root, keks=tuple(Kek(key=key) for key in keks)),
    keys,
    st.lists(keys, min_size=1, max_size=4, unique=True),
)

SECRET = bytes(16)
KEYS = material.with_new_kek(material.create())
TEXT = recovery.seal(KEYS, to=recovery.public_of(SECRET))


@given(secret=secrets)
def test_any_secret_comes_back_from_its_words(secret: bytes) -> None:
    """Words are another writing of it."""
    assert words.read_words(" ".join(words.words_of(secret))) == secret


@given(secret=secrets, held=materials)
def test_any_key_comes_back_with_its_words(secret: bytes, held: Material) -> None:
    """And the file says, without them, whose it is and which keys it holds."""
    kept = recovery.parse(recovery.seal(held, to=recovery.public_of(secret)))
    assert recovery.open_with(kept, secret) == held
    assert kept.holds(held)
    assert kept.is_of(material.with_new_kek(held))
    assert not kept.holds(material.with_new_kek(held))
    assert not kept.is_of(material.create())


@given(secret=secrets)
def test_other_words_open_nothing(secret: bytes) -> None:
    """Whatever they are."""
    if secret != SECRET:
        with pytest.raises(WordsWrong):
            recovery.open_with(recovery.parse(TEXT), secret)


def test_every_flipped_bit_is_refused() -> None:
    """In whatever part of the file; also where a rotation looks at it without the words."""
    whole = TEXT.encode()
    for bit in range(len(whole) * 8):
        flipped = bytearray(whole)
        flipped[bit // 8] ^= 1 << bit % 8
        with pytest.raises(KeyProblem):
            recovery.open_with(recovery.parse(bytes(flipped).decode("utf-8", "replace")), SECRET)
        try:
            seen = recovery.parse(bytes(flipped).decode("utf-8", "replace"))
        except KeyProblem:
            continue
        assert not seen.is_of(KEYS)


@given(size=st.integers(0, len(TEXT) - 1))
def test_a_file_that_was_cut_short_is_refused(size: int) -> None:
    """At whatever place."""
    with pytest.raises(KeyProblem):
        recovery.parse(TEXT[:size])


def test_nothing_secret_can_be_read_in_it() -> None:
    """Neither a key in any writing of it, nor the words."""
    for key in (KEYS.root, *(kek.key for kek in KEYS.keks)):
        assert key.hex() not in TEXT
    for line in material.render(KEYS).splitlines():
        if not line.startswith("#"):
            assert line.split()[-1] not in TEXT
    assert "key" not in repr(recovery.parse(TEXT)).replace("kek_ids", "")
