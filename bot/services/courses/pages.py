"""The page of a cohort: the course as it is run, under a key of its own, found by the code of its way in.

A cohort is in no channel. What stands for one in its row is the code, so that a code finds it at once.
"""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from bot.domain.courses.cohort import Cohort, Stage
from bot.domain.courses.written import body_of, course_of
from bot.domain.people import PersonId, Place
from bot.domain.roles import Gathering
from bot.errors import Tampered
from bot.ports.store import Unit
from bot.services import codes
from bot.services.desk import Desk, Turn
from bot.services.gatherings import pages
from bot.services.gatherings.pages import Page
from bot.services.sealing import Body

PART = "cohort"
_SURFACE, _WORKSPACE = "course", "code"


def place_of(code: str) -> Place:
    """Return what stands for a channel in a cohort's row: nothing is ever posted there."""
    return Place(surface=_SURFACE, workspace=_WORKSPACE, channel=code)


def by_code(desk: Desk, unit: Unit, typed: str) -> Page | None:
    """Return the cohort whose way in opens by this code, however it was typed; None where there is none.

    Raises:
        Tampered: its row was changed by somebody else.
    """
    code = codes.read(typed)
    return pages.at(desk, unit, place_of(code), Gathering.COURSE) if code else None


def get(desk: Desk, unit: Unit, cohort: UUID | None) -> Page | None:
    """Return a cohort's page; None where it was closed, or is none.

    Raises:
        Tampered: its row was changed by somebody else.
    """
    page = pages.get(desk, unit, cohort)
    return page if page is not None and page.kind is Gathering.COURSE else None


def meant(turn: Turn) -> Page | None:
    """Return the cohort that a control is about; None where it was closed."""
    return get(turn.desk, turn.unit, turn.ref.subject)


def begin(desk: Desk, unit: Unit, organisation: PersonId, cohort: Cohort) -> Page:
    """Begin a cohort: its key comes first."""
    page = pages.begin(
        desk, unit, organisation=organisation, kind=Gathering.COURSE, place=place_of(cohort.code)
    )
    return keep(desk, unit, page, cohort)


def cohort_of(page: Page) -> Cohort:
    """Return a course as it is run.

    Raises:
        Tampered: the page says something else, as one of a later version may.
    """
    held = page.part(PART)
    try:
        return Cohort(
            template=held["template"],
            template_version=held["template_version"],
            course=course_of(held["course"]),
            stage=Stage(held["stage"]),
            code=held["code"],
            made_for=held["made_for"],
            disclosures=held["disclosures"],
            approvals=held["approvals"],
            contact=held["contact"],
            access=held["access"],
            where=held["where"],
            recordings={int(n): link for n, link in held["recordings"].items()},
            capacity=held["capacity"],
            closed_to_new=held["closed_to_new"],
            first_day=date.fromisoformat(held["first_day"]) if held["first_day"] else None,
            launched_at=datetime.fromisoformat(held["launched_at"]) if held["launched_at"] else None,
        )
    except (LookupError, TypeError, ValueError):
        raise Tampered from None


def keep(desk: Desk, unit: Unit, page: Page, cohort: Cohort) -> Page:
    """Write a course as it is run from now on; return its page so."""
    held: Body = {
        "template": cohort.template,
        "template_version": cohort.template_version,
        "course": body_of(cohort.course),
        "stage": cohort.stage.value,
        "code": cohort.code,
        "made_for": cohort.made_for,
        "disclosures": cohort.disclosures,
        "approvals": cohort.approvals,
        "contact": cohort.contact,
        "access": cohort.access,
        "where": cohort.where,
        "recordings": {str(n): link for n, link in cohort.recordings.items()},
        "capacity": cohort.capacity,
        "closed_to_new": cohort.closed_to_new,
        "first_day": cohort.first_day.isoformat() if cohort.first_day else None,
        "launched_at": cohort.launched_at.isoformat() if cohort.launched_at else None,
    }
    return pages.keep(desk, unit, page, **{PART: held})
