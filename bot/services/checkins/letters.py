"""Check-ins that come by themselves: whether one is still wanted, and what it asks."""

from __future__ import annotations

from bot.domain.checkins import is_in_time
from bot.domain.people import Standing
from bot.domain.recurrence import following, occurrences
from bot.domain.rota import Rota, rhythm_of
from bot.domain.zones import zone_of
from bot.services.cards import silence as silence_cards
from bot.services.checkins.asking import asked_lately, card_of, choose_prompt, letter_of, shelf_by
from bot.services.checkins.silence import speak_of, went_by
from bot.services.journal.runs import begin_run, run_of
from bot.services.letters.absence import is_on_leave
from bot.services.letters.kinds import Begun, Look
from bot.services.letters.team import is_off
from bot.services.rhythm.enrolment import back_again, falls_on_holiday, silence
from bot.surface.card import Card


class CheckinLetter:
    """A check-in on its way: sent in its window or let go, and chosen only when it leaves."""

    keeps_quiet = True

    def is_wanted(self, look: Look) -> bool:
        """Whether they wish it still, their organisation lets it come, and the hour has not gone by."""
        row, person, delivery = look.row, look.person, look.delivery
        if not (row.due_at and row.rule and row.zone):
            return False
        if person.standing is not Standing.ACTIVE or not person.has_said_yes:
            return False
        if is_on_leave(person, delivery.due_at) or is_on_leave(person, look.now):
            return False
        if _is_day_off(look):
            return False
        rhythm, zone = rhythm_of(row.rule), zone_of(row.zone)
        asked = next(occurrences(rhythm, zone, delivery.slot_on), None)
        if asked is None or (asked.slot_on, asked.slot) != (delivery.slot_on, delivery.slot):
            return False  # a send in doubt outlived the rhythm that it was planned for
        upcoming = following(rhythm, zone, delivery.slot_on)
        return is_in_time(look.now, delivery.due_at, upcoming.at, waits=look.waits)

    def begin(self, look: Look) -> Begun:
        """Choose the prompt and write the run; after five that went by, ask whether to pause instead."""
        desk, unit, person = look.desk, look.unit, look.person
        lately = asked_lately(desk, unit, person)
        if went_by(desk, unit, person, lately):
            return Begun(card=_silence_card(look))
        shelf = shelf_by(look)
        prompt = choose_prompt(desk, unit, person, shelf, lately)
        run = begin_run(desk, unit, person, shelf.worded(prompt) if prompt else None)
        card = card_of(desk, unit, person, look.mint, run, shelf=shelf, lately=lately)
        return Begun(card=card, run=run.id)

    def again(self, look: Look) -> Card | None:
        """Return the card of the run that was sent, or None where it is gone or stays closed."""
        if look.delivery.run is None:
            return _silence_card(look)
        run = run_of(look.unit, look.person, look.delivery.run)
        return letter_of(look, run) if run else None

    def arrived(self, look: Look) -> None:
        """Let every question but the latest lapse: one may have been asked for while a doubt rested.

        The question about a silence pauses what comes next: whoever does not answer it hears no more.
        """
        person = back_again(look.unit, look.person, look.now)
        if look.delivery.run is None:
            lately = asked_lately(look.desk, look.unit, person)
            speak_of(look.desk, look.unit, went_by(look.desk, look.unit, person, lately))
            silence(look.unit, person, look.row, Standing.PAUSED)
            return
        latest = look.unit.runs.latest(look.person.id)
        if latest is not None:
            look.unit.runs.lapse_others(look.person.id, latest.id)


def _is_day_off(look: Look) -> bool:
    """Whether nothing comes on that day or at this moment, by their own wish or their organisation's."""
    if look.rules.is_hushed(look.now) or is_off(look.desk, look.rules, look.delivery.slot_on):
        return True
    return falls_on_holiday(look.desk, look.unit, look.person, look.delivery.slot_on)


def _silence_card(look: Look) -> Card:
    has_rota = look.row.rule is not None and isinstance(rhythm_of(look.row.rule), Rota)
    return silence_cards.went_by(look.mint, has_rota=has_rota)
