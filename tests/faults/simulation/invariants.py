"""What holds of every town, whatever befell it: I1 to I8, each a check that returns what is wrong."""

from __future__ import annotations

from collections import Counter
from collections.abc import Awaitable, Callable, Iterator, Mapping
from datetime import timedelta

from bot.domain.deliveries import DeliveryState
from bot.domain.rounds import UNSAID
from bot.errors import KeyGone, Tampered
from bot.ports.store import Unit
from bot.services.desk import Desk
from bot.services.doors.addresses import whose
from bot.services.journal.entries import read_entry
from bot.testing.rounds import invented_round
from tests.faults.simulation.moves import wrong_moves
from tests.faults.simulation.people import Inhabitant
from tests.faults.simulation.platform import Kind
from tests.faults.simulation.town import Town

LEAST = 3
"""Nothing is told of fewer than so many who chose the same; nothing at all of fewer answers than FROM."""
FROM = 5
CHECKIN = "checkin"
Problems = Iterator[str]


async def acknowledged_is_readable(town: Town) -> Problems:
    """I1: whatever was said to be saved, its owner reads, each page once."""
    found = []
    for one in town.people:
        life = one.life
        if life is None:
            continue
        pages = await _pages(town, one)
        for word in life.acknowledged:
            times = sum(f" {word}." in page for page in pages)
            if times != 1:
                found.append(f"a page of {one.account.user} that was acknowledged stands {times} times")
        found += one.reads_wrong
    return iter(found)


async def only_the_owner_reads(town: Town) -> Problems:
    """I2: no word of anybody was ever on another's screen, and no row opens as another's."""
    found = [
        f"{other.account.user} was shown a word of {one.account.user}"
        for one in town.people
        for other in town.people
        if other is not one and any(word in text for word in one.wrote for text in other.seen)
    ]
    found += await town.standing.at_desk(_open_as_another, writes=False)
    return iter(found)


async def one_checkin_for_a_slot(town: Town) -> Problems:
    """I3: no key was shown twice, and nobody had two check-ins on one date."""
    return _one_checkin(town)


def _one_checkin(town: Town) -> Problems:
    for name, platform in town.platforms.items():
        keys = Counter(shown.key for shown in platform.letters)
        yield from (f"shown {times} times on {name}" for times in keys.values() if times > 1)
    for one in town.people:
        days = Counter(town.day_of(shown) for shown in one.letters if shown.card.text_id == CHECKIN)
        yield from (
            f"{one.account.user} had {times} check-ins of {day}" for day, times in days.items() if times > 1
        )


async def each_delivery_is_somewhere(town: Town) -> Problems:
    """I4: sent, or still to come, or laid aside; what is called sent was shown, and nothing else was."""
    return _somewhere(town)


def _somewhere(town: Town) -> Problems:
    shown = {each.key for platform in town.platforms.values() for each in platform.letters}
    shown |= {key for platform in town.platforms.values() for key in platform.channels.keys}
    surfaces = {kind.value for kind in Kind}
    for key, delivery in town.known.items():
        surface = delivery.lane.partition("/")[0]
        if surface not in surfaces:
            yield f"in no lane: {delivery.lane}"
        what = f"{delivery.lane} {delivery.slot_on} {delivery.slot} is {delivery.state}"
        match delivery.state:
            case DeliveryState.SENT if delivery.owner is not None and key not in shown:
                yield f"{what} and was not shown"
            case DeliveryState.CLAIMED | DeliveryState.SENDING | DeliveryState.AMBIGUOUS:
                yield f"{what} after all is quiet"
            case DeliveryState.PLANNED if delivery.not_before is None:
                yield f"{what} and nobody sends it"
            case DeliveryState.EXPIRED | DeliveryState.PLANNED if delivery.owner is not None and key in shown:
                yield f"{what} and was shown"
            case _:
                pass
    yield from _missed(town)


def _missed(town: Town) -> Problems:
    """Who is steady had one on each date; where nobody can be asked, one that is in doubt is laid aside."""
    for one in (one for one in town.people if one.is_steady):
        came = {town.day_of(shown) for shown in one.letters if shown.card.text_id == CHECKIN}
        first = min(came, default=None)
        if first is None:
            yield f"{one.account.user} had no check-in at all"
            continue
        last = (town.clock.now() - timedelta(hours=12)).date()
        asked = {first + timedelta(days) for days in range((last - first).days + 1)}
        missed = asked - came
        doubted = town.parked(one) if one.platform.kind is Kind.NOTHING else 0
        if len(missed) > doubted:
            yield f"{one.account.user} missed {sorted(map(str, missed))}, {doubted} laid aside"


async def erased_is_gone(town: Town) -> Problems:
    """I5: after the receipt no row laid aside opens, and no letter leaves for that notebook."""
    return iter(await town.standing.at_desk(lambda desk, _unit: list(_erased(town, desk)), writes=False))


def _erased(town: Town, desk: Desk) -> Problems:
    for one, person, rows in town.aside:
        life = next((life for life in one.lives if life.erased_at and life.person == person.id), None)
        if life is None:
            continue
        for row in rows:
            try:
                read_entry(desk, person, row)
            except KeyGone:
                continue
            except Tampered:
                yield "a row of an erased person was tampered with"
            yield f"a row of {one.account.user}, who was erased, opens"
    for one in town.people:
        yield from _letters_after(town, one)


def _letters_after(town: Town, one: Inhabitant) -> Problems:
    """Tell of each letter that left for somebody while they had no notebook."""
    for life, after in zip(one.lives, [*one.lives[1:], None], strict=True):
        begins = after.began if after else town.clock.now()
        for shown in one.letters if life.erased_at is not None else ():
            if life.erased_at is not None and life.erased_at < shown.left_at < begins:
                yield f"a letter left for {one.account.user} after they were erased"


async def no_word_lies_open(town: Town) -> Problems:
    """I6: no word is in a file of the house, in what was posted, or in what was logged."""
    return _words_open(town)


def _words_open(town: Town) -> Problems:
    places = {str(file.name): file.read_bytes() for file in town.folder.rglob("*") if file.is_file()}
    for name, platform in town.platforms.items():
        posted = [shown.card for shown in platform.letters]
        posted += [each.card for each in platform.channels.standing.values()]
        places[f"what stands on {name}"] = "\n".join(f"{card!r} {card.text}" for card in posted).encode()
    places["the log"] = "\n".join(town.logged).encode()
    words = [word for one in town.people for word in one.wrote]
    for place, content in places.items():
        yield from (f"a word lies open in {place}" for word in words if word.encode() in content)


async def figures_are_of_enough(town: Town) -> Problems:
    """I7: how a round arrived is told of enough answers alone, and no way that too few chose is named."""
    return _figures(town)


def _figures(town: Town) -> Problems:
    arriving = invented_round().arrive
    for circle in town.circles:
        told = [card.text for card in circle.cards("circle.arrived")]
        for text, tapped in zip(told, circle.told, strict=False):
            answers = Counter(way for ways in tapped.values() for way in ways if way != UNSAID)
            people = sum(any(way != UNSAID for way in ways) for ways in tapped.values())
            if text == arriving.few:
                continue
            if people < FROM:
                yield f"told of {people} answers"
            named = text.partition(": ")[2]
            for option in arriving.options:
                if option.label in named and answers[option.name] < LEAST:
                    yield f"a way that {answers[option.name]} chose is named"


async def nothing_is_committed_twice(town: Town) -> Problems:
    """I8: no delivery ended twice or moved as none may, and no lease had two holders."""
    return iter([*wrong_moves(town.database), *town.leases_wrong])


async def nothing_broke(town: Town) -> Problems:
    """And beside them: no handler failed, and time passed without a fault that is not the database's."""
    faults = [line for line in town.logged if " failed" in line and "NotSaved" not in line]
    return iter([*faults, *(["somebody was told that something broke"] if town.broken else [])])


async def _pages(town: Town, one: Inhabitant) -> list[str]:
    """Return every page of somebody, opened."""

    def look(desk: Desk, unit: Unit) -> list[str]:
        person = whose(desk, unit, one.account, desk.index(one.account))
        entries = unit.journal.every(person.id) if person is not None else ()
        return [f" {read_entry(desk, person, entry).text}" for entry in entries if person is not None]

    return await town.standing.at_desk(look, writes=False)


def _open_as_another(desk: Desk, unit: Unit) -> list[str]:
    """Try each row as somebody else's."""
    people = [person for each in unit.people.all_ids() if (person := unit.people.get(each)) is not None]
    found = []
    for person in people:
        for row in unit.journal.every(person.id):
            for other in people:
                if other.id == person.id:
                    continue
                try:
                    read_entry(desk, other, row)
                except (KeyGone, Tampered):
                    continue
                found.append("a row opens as another's")
    return found


CHECKS: Mapping[str, Callable[[Town], Awaitable[Problems]]] = {
    "I1": acknowledged_is_readable,
    "I2": only_the_owner_reads,
    "I3": one_checkin_for_a_slot,
    "I4": each_delivery_is_somewhere,
    "I5": erased_is_gone,
    "I6": no_word_lies_open,
    "I7": figures_are_of_enough,
    "I8": nothing_is_committed_twice,
    "beside": nothing_broke,
}


async def wrong_in(town: Town) -> list[str]:
    """Return everything that does not hold, with the name of the invariant before it."""
    return [f"{name}: {problem}" for name, check in CHECKS.items() for problem in await check(town)]
