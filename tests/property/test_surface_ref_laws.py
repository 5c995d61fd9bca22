"""Laws of action refs: they come back as they went, and nobody else's work."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.people import Account
from bot.errors import ForeignRef, ForgedRef
from bot.surface.refs import ActionRef, RefCodec

REF_MAX = 92
"""Of the hundred characters that a button of Discord carries, a platform has a few for itself."""
CODEC = RefCodec(b"k" * 32)
accounts = st.builds(
    Account, surface=st.sampled_from(["slack", "discord", "console"]), workspace=st.text(), user=st.text()
)
refs = st.builds(
    ActionRef,
    action=st.from_regex(r"[a-z][a-z0-9_.]{0,23}", fullmatch=True),
    subject=st.none() | st.uuids(),
    arg=st.from_regex(r"[A-Za-z0-9._+-]{0,20}", fullmatch=True),
)


@given(refs, accounts)
def test_a_ref_comes_back_as_it_went_and_fits_every_platform(ref: ActionRef, owner: Account) -> None:
    """Packing and unpacking is the identity, within what a button can carry."""
    packed = CODEC.pack(ref, owner)
    assert len(packed) <= REF_MAX
    assert CODEC.unpack(packed, owner) == ref


@given(refs, accounts, accounts)
def test_a_foreign_press_is_told_from_a_forged_one(ref: ActionRef, owner: Account, other: Account) -> None:
    """Somebody else's button is foreign; nothing needs to be stored to know."""
    packed = CODEC.pack(ref, owner)
    if owner == other:
        return
    with pytest.raises(ForeignRef):
        CODEC.unpack(packed, other)


@given(refs, accounts, st.data())
def test_a_changed_ref_is_forged(ref: ActionRef, owner: Account, data: st.DataObject) -> None:
    """No single character can be changed without the MAC noticing."""
    packed = CODEC.pack(ref, owner)
    place = data.draw(st.integers(0, len(packed) - 1))
    char = data.draw(st.sampled_from("aZ09:-_"))
    changed = packed[:place] + char + packed[place + 1 :]
    if changed == packed:
        return
    with pytest.raises(ForgedRef):
        CODEC.unpack(changed, owner)


@given(st.text(alphabet=st.characters(exclude_categories=[])), accounts)
def test_any_text_is_no_ref(text: str, owner: Account) -> None:
    """What was not packed here is forged, and nothing else goes wrong."""
    with pytest.raises(ForgedRef):
        CODEC.unpack(text, owner)


@given(refs, accounts)
def test_another_key_makes_another_ref(ref: ActionRef, owner: Account) -> None:
    """A ref of one house means nothing in another."""
    with pytest.raises(ForgedRef):
        RefCodec(b"j" * 32).unpack(CODEC.pack(ref, owner), owner)
