"""The portfolio: pages that somebody chose, listed, marked and taken off. For their writer alone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from datetime import date
from uuid import UUID

from bot.domain.prompts import Option
from bot.services.cards.days import day_phrase
from bot.services.cards.plain import plain, press, row
from bot.services.cards.reading import Listed
from bot.services.desk import Mint
from bot.surface.card import Block, Button, Card, Choose, Paragraph, Reach, aside, own_words, say

_STAY = "Pages here stay until you take them off or delete them, also when the time of others is over."
_TIME_IS_OVER = " What is past its time goes a week after I say so, and not before."
_SUMMARY = "Your portfolio."


def show(mint: Mint, listed: Listed, today: date) -> Card:
    """Return the chosen pages, with what may be done with them."""
    count = "One page" if listed.total == 1 else f"{listed.total:,} pages"
    return _sealed(
        "portfolio",
        f"My portfolio: {count.lower()}",
        (
            *_lines(listed, today),
            Choose(
                ref=mint("entry.open"),
                name="entry.open",
                ask="Which one shall I open?",
                options=_options(listed, today),
            ),
            row(
                press(mint, "portfolio.pick", "Choose more"),
                press(mint, "portfolio.write", "Write an account"),
                press(mint, "portfolio.take", "Take it along"),
                press(mint, "portfolio.off", "Take some off"),
            ),
            *_more(listed),
            aside(_STAY),
        ),
    )


def empty(mint: Mint) -> Card:
    """Return what stands there before anything was chosen."""
    return Card(
        text_id="portfolio.empty",
        blocks=(
            say(
                "Nothing is chosen for your portfolio yet. It can hold pages of your journal, and accounts "
                "that you write for it. You can take it along as a file."
            ),
            aside(_STAY),
            row(
                press(mint, "portfolio.pick", "Choose pages"),
                press(mint, "portfolio.write", "Write an account"),
                press(mint, "portfolio.take", "Take it along"),
            ),
        ),
        summary=_SUMMARY,
        reach=Reach.PERSONAL,
    )


def pick(mint: Mint, listed: Listed, today: date) -> Card:
    """Return pages that are not chosen yet, of which several may be at once."""
    return _several(
        mint,
        listed,
        today,
        text_id="portfolio.pick",
        title="Pages for my portfolio",
        action="portfolio.add",
        ask="Which ones shall I keep for it?",
    )


def going(mint: Mint, listed: Listed, today: date) -> Card:
    """Return the pages whose time is soon over, of which some may stay."""
    return _several(
        mint,
        listed,
        today,
        text_id="portfolio.going",
        title="Pages whose time is soon over",
        action="portfolio.add",
        ask="Which ones shall I keep for your portfolio?",
    )


def off(mint: Mint, listed: Listed, today: date) -> Card:
    """Return the chosen pages, of which several may be taken off at once."""
    return _several(
        mint,
        listed,
        today,
        text_id="portfolio.off",
        title="Pages in my portfolio",
        action="portfolio.remove",
        ask="Which ones shall I take off? The pages themselves stay.",
    )


def added(mint: Mint, count: int) -> Card:
    """Return the answer to chosen pages; which ones is not said."""
    pages = "One page" if count == 1 else f"{count} pages"
    said = f"Kept for your portfolio: {pages.lower()}." if count else "These stand in your portfolio already."
    return _with_way(mint, "portfolio.added", said)


def marked(mint: Mint, *, is_on: bool, has_scene: bool, goes_soon: bool) -> Card:
    """Return the answer to the one tap on a page."""
    if not is_on:
        time = _TIME_IS_OVER if goes_soon else " It has the time of all other pages again."
        said = f"Noted. It is off your portfolio.{time}"
        return _with_way(mint, "entry.portfolio", said)
    scene = " Its scene still goes by itself." if has_scene else ""
    return _with_way(mint, "entry.portfolio", f"Noted. It is in your portfolio, and stays.{scene}")


def removed(mint: Mint, *, goes_soon: bool) -> Card:
    """Return the answer to pages that were taken off; one whose time is over goes, and not at once."""
    time = _TIME_IS_OVER if goes_soon else " They have the time of all other pages again."
    said = f"Noted. They are off your portfolio.{time}"
    return _with_way(mint, "portfolio.removed", said)


def full(most: int) -> Card:
    """Return what is said where no more pages fit."""
    return plain(
        "portfolio.full", f"A portfolio holds up to {most} pages, and this is more. Nothing was changed."
    )


def none_to_pick() -> Card:
    """Return what is said where no page is left to choose."""
    return plain("portfolio.none_to_pick", "There is no other page here. `write` opens one.")


def none_going() -> Card:
    """Return what is said where no page goes soon."""
    return plain("portfolio.none_going", "No page reaches the end of its time soon.")


def _several(
    mint: Mint, listed: Listed, today: date, *, text_id: str, title: str, action: str, ask: str
) -> Card:
    options = _options(listed, today)
    choose = Choose(ref=mint(action), name=action, ask=ask, options=options, at_most=len(options))
    return _sealed(text_id, title, (*_lines(listed, today), choose, *_more(listed)))


def _lines(listed: Listed, today: date) -> tuple[Paragraph, ...]:
    last = listed.first + len(listed.lines) - 1
    is_part = listed.total > len(listed.lines)
    above = (aside(f"{listed.first} to {last} of {listed.total:,}"),) if is_part else ()
    labels = _labels(listed, today)
    return (*above, *(own_words(f"{labels[line.id]}: {line.context}") for line in listed.lines))


def _options(listed: Listed, today: date) -> tuple[Option, ...]:
    labels = _labels(listed, today)
    return tuple(Option(name=line.id.hex, label=labels[line.id]) for line in listed.lines)


def _labels(listed: Listed, today: date) -> Mapping[UUID, str]:
    """Return how each page is called; of those from one minute, the second and third are counted."""
    found: dict[UUID, str] = {}
    seen = Counter[str]()
    for line in listed.lines:
        label = f"{day_phrase(line.day, today)}, {line.at:%H:%M}"
        seen[label] += 1
        found[line.id] = label if seen[label] == 1 else f"{label} ({seen[label]})"
    return found


def _more(listed: Listed) -> tuple[Block, ...]:
    return (row(Button(ref=listed.more, name="portfolio.more", label="More")),) if listed.more else ()


def _with_way(mint: Mint, text_id: str, text: str) -> Card:
    return Card(
        text_id=text_id,
        blocks=(say(text), row(press(mint, "portfolio.show", "My portfolio"))),
        summary="Noted.",
        reach=Reach.SEALED,
    )


def _sealed(text_id: str, title: str, blocks: tuple[Block, ...]) -> Card:
    return Card(text_id=text_id, title=title, blocks=blocks, summary=_SUMMARY, reach=Reach.SEALED)
