"""Any card and any form, and what is to be read on one: what the laws of drawing are held against."""

from __future__ import annotations

from collections.abc import Callable

from hypothesis import strategies as st

from bot.domain.prompts import Option
from bot.surface.card import (
    Block,
    Button,
    Buttons,
    Card,
    Choose,
    Fields,
    LinkButton,
    Paragraph,
    Picture,
    Reach,
    Scale,
    Shared,
    own_words,
    shared_words,
)
from bot.surface.form import ChoiceField, DateField, Field, Form, TextField, TimeField
from bot.surface.text import shown

Size = Callable[[str], int]
"""How a platform counts what has to be short."""

awkward = st.text(alphabet="ab \n\r\t\u0301\u200d\ufe0f\U0001f642\U0001f469語&<>*_`|:%", max_size=60)
_anything = st.text(alphabet=st.characters(exclude_categories=["Cs"]))
_clean = (st.text(max_size=60) | awkward).map(shown)
_names = st.text(alphabet="abc._:%|é ", min_size=1, max_size=20).filter(str.strip)
_long = st.builds(lambda text, times: shown(text * times), awkward | _clean, st.integers(1, 200))


def cards_within(*, refs: int = 100, steps: int = 100, size: Size = len) -> st.SearchStrategy[Card]:
    """Return any card with refs up to so long and scales up to so far.

    One with a person's own words is sealed, as it has to be.
    """
    return st.builds(
        _card,
        blocks=st.lists(_blocks(_refs(refs), steps, size), min_size=1, max_size=6).map(tuple),
        summary=_clean,
        reach=st.sampled_from(Reach),
        title=_clean,
    )


def forms_within(*, refs: int = 100, size: Size = len) -> st.SearchStrategy[Form]:
    """Return any form with a ref up to so long."""
    return st.builds(
        Form,
        text_id=st.just("any"),
        ref=_refs(refs),
        name=st.just("any"),
        title=_short(24, size),
        fields=st.lists(_fields(size), min_size=1, max_size=4, unique_by=lambda one: one.name).map(tuple),
        intro=_clean,
        submit=_short(24, size),
    )


def words_on(card: Card) -> list[str]:
    """Return everything on a card that is to be read."""
    words = [card.title]
    for block in card.blocks:
        match block:
            case Paragraph(text=text) | Shared(text=text):
                words.append(text)
            case Fields(pairs=pairs):
                words += [text for pair in pairs for text in pair]
            case Picture(alt=alt):
                words.append(alt)
            case Choose(ask=ask, options=named):
                words += [ask, *(option.label for option in named)]
            case Scale(ask=ask, words=of_steps):
                words += [ask, *of_steps]
            case Buttons(buttons=row):
                words += [one.label for one in row]
                words += [one.url for one in row if isinstance(one, LinkButton)]
    return words


def _card(blocks: tuple[Block, ...], summary: str, reach: Reach, title: str) -> Card:
    is_own = any(isinstance(block, Paragraph) and block.own for block in blocks)
    reach = Reach.SEALED if is_own else reach
    return Card(text_id="any", blocks=blocks, summary=summary, reach=reach, title=title)


def _refs(most: int) -> st.SearchStrategy[str]:
    return st.text(alphabet="abc:1_-.", min_size=1, max_size=most)


def _short(most: int, size: Size) -> st.SearchStrategy[str]:
    return _clean.map(lambda text: text[:most]).filter(lambda text: size(text) <= most)


def _options(size: Size) -> st.SearchStrategy[tuple[Option, ...]]:
    one = st.builds(Option, name=_names, label=_short(75, size))
    return st.lists(one, min_size=1, max_size=25, unique_by=lambda one: one.name).map(tuple)


def _blocks(refs: st.SearchStrategy[str], steps: int, size: Size) -> st.SearchStrategy[Block]:
    label = _short(75, size)
    urls = _names.map("https://example.org/{}".format)
    button = st.builds(Button, ref=refs, name=_names, label=label) | st.builds(
        LinkButton, name=_names, label=label, url=urls
    )
    row = st.lists(button, min_size=1, max_size=5, unique_by=lambda one: one.name)
    asked = st.builds(
        Choose, ref=refs, name=_names, ask=_clean, options=_options(size), at_most=st.integers(1, 30)
    )
    return (
        st.builds(Paragraph, text=_long, quiet=st.booleans())
        | _long.map(own_words)
        | _long.map(shared_words)
        | st.builds(Fields, pairs=st.lists(st.tuples(_clean, _clean), max_size=12).map(tuple))
        | st.builds(Picture, alt=_clean.filter(str.strip), png=st.just(b"\x89PNG\r\n\x1a\n"))
        | asked
        | _scales(refs, steps)
        | st.builds(Buttons, buttons=row.map(tuple))
    )


@st.composite
def _scales(draw: st.DrawFn, refs: st.SearchStrategy[str], most: int) -> Scale:
    """Draw a scale with a word for each step, or for its ends."""
    low, steps = draw(st.integers(-5, 5)), draw(st.integers(2, most))
    count = draw(st.sampled_from([2, steps]))
    words = tuple(draw(st.lists(_clean, min_size=count, max_size=count)))
    return Scale(
        ref=draw(refs), name=draw(_names), ask=draw(_clean), low=low, high=low + steps - 1, words=words
    )


def _fields(size: Size) -> st.SearchStrategy[Field]:
    label = _short(45, size)
    long = st.builds(lambda text, times: text * times, _anything | awkward, st.integers(1, 300))
    words = st.builds(
        TextField,
        name=_names,
        label=label,
        hint=_short(100, size),
        value=long,
        required=st.booleans(),
        long=st.booleans(),
        limit=st.integers(1, 20_000),
    )
    hours, days = ["", "07:05", "23:59", "at five"], ["", "2026-02-28", "28 Feb", "20260228"]
    return (
        words
        | st.builds(ChoiceField, name=_names, label=label, options=_options(size), value=_names)
        | st.builds(TimeField, name=_names, label=_names, value=st.sampled_from(hours))
        | st.builds(DateField, name=_names, label=_names, value=st.sampled_from(days))
    )
