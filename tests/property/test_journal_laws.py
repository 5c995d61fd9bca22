"""Laws of the journal: a search finds what a plain look finds, and every page has one row."""

from __future__ import annotations

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from bot.domain.prompts import Option
from bot.domain.search import folded, has_all, words_in
from bot.services.cards import reading
from bot.surface.card import Button, Card, Choose
from tests.examples import examples
from tests.unit.small_house import ANA, card_of, control, form_of
from tests.unit.world import World, world

SOME = st.text(st.sampled_from("aàAbß éE\u0301iİ\n"), min_size=1, max_size=8)
ANY = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=12)


def _bare(text: str) -> str:
    """Return a text without capitals and accents, said as plainly as can be."""
    apart = unicodedata.normalize("NFD", text)
    return "".join(c for c in apart if not "\u0300" <= c <= "\u036f").casefold()


@given(ANY, ANY)
def test_folding_is_done_once_and_letter_by_letter(one: str, other: str) -> None:
    """Folded again it stays; two texts beside each other fold as each alone: places can be told from it."""
    assert folded(folded(one)) == folded(one)
    assert "".join(map(folded, one + other)) == folded(one) + folded(other)


@given(ANY)
def test_a_text_holds_its_own_words(text: str) -> None:
    """In capitals too, and without accents."""
    assert has_all(folded(text), words_in(text))
    assert has_all(folded(text), words_in(unicodedata.normalize("NFD", text)))


@examples(40)
@given(
    st.lists(SOME.filter(str.strip), min_size=1, max_size=14), SOME.filter(lambda text: _bare(text).split())
)
async def test_search_finds_what_a_plain_scan_finds(texts: list[str], query: str) -> None:
    """Exactly those pages that hold every word, the newest first, over as many lists as it takes."""
    with world() as house:
        await house.arrive()
        for text in texts:
            await house.submit(form_of(await house.command("write")), text=text)
        wanted = [
            entry.id.hex
            for entry, text in zip(house.tables.entries.values(), texts, strict=True)
            if all(word in _bare(text) for word in _bare(query).split())
        ]
        form = form_of(await house.command("search"))
        card = card_of(await house.submit(form, **{reading.WORDS: query}))
        assert await _all_found(house, card) == wanted[::-1]


async def _all_found(house: World, card: Card) -> list[str]:
    if card.text_id == "journal.nothing_found":
        return []
    choose = control(card, "entry.open")
    assert isinstance(choose, Choose)
    found = [option.name for option in choose.options]
    if not any(one.name == "journal.more" for one in card.controls):
        return found
    return found + await _all_found(house, card_of(await house.press(control(card, "journal.more"))))


def _opening(ref: str) -> Choose:
    return Choose(ref=ref, name="entry.open", ask="Which?", options=(Option(name="x", label="x"),))


def _button(ref: str) -> Button:
    return Button(ref=ref, name="b", label="b")


DEEDS = st.lists(
    st.tuples(
        st.sampled_from(["write", "edit", "tag", "mark", "delete", "again"]),
        st.integers(0, 3),
        st.text("ab", max_size=3),
    ),
    max_size=12,
)


@examples(40)
@given(DEEDS)
async def test_every_page_is_one_row(deeds: list[tuple[str, int, str]]) -> None:
    """Whatever is done to pages and however often: one row each, in order, with what was written last."""
    with world() as house:
        await house.arrive()
        mint = house.desk.mint(ANA)
        texts: dict[str, str] = {}
        forms = []
        for n, (deed, place, word) in enumerate(deeds):
            rows = list(house.tables.entries.values())
            if deed == "write" or not rows:
                forms.append(form_of(await house.command("write")))
                await house.submit(forms[-1], text=f"{n} {word}")
                texts[list(house.tables.entries.values())[-1].id.hex] = f"{n} {word}"
                continue
            entry = rows[place % len(rows)]
            card = card_of(await house.choose(_opening(mint("entry.open")), entry.id.hex))
            if deed == "delete":
                await house.press(
                    control(card_of(await house.press(control(card, "entry.delete"))), "entry.remove")
                )
                del texts[entry.id.hex]
            elif deed == "mark":
                await house.press(control(card, "entry.supervise"))
            elif deed == "tag":
                await house.submit(
                    form_of(await house.press(_button(mint("entry.retag", entry.id)))), tags=word
                )
            else:
                form = form_of(await house.press(control(card, "entry.edit")))
                for _ in range(1 + (deed == "again")):
                    await house.submit(form, text=f"{n} {word}")
                texts[entry.id.hex] = f"{n} {word}"
        rows = list(house.tables.entries.values())
        assert {row.id.hex: page["text"] for row, page in zip(rows, house.entries(), strict=True)} == texts
        assert [row.id.hex for row in rows] == list(texts)
