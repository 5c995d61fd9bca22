"""Whether the organisation of a course signed the texts that it sends."""

from __future__ import annotations

from bot.ports.store import Unit
from bot.services.courses.pages import cohort_of
from bot.services.desk import Desk
from bot.services.gatherings.pages import Page
from bot.services.organisations.decisions import shelf_in


def is_signed(desk: Desk, unit: Unit, page: Page) -> bool:
    """Whether the organisation for which a course was begun signed it, in the version that was copied.

    It is said of each as it leaves: a signature that was taken back holds no more.
    """
    cohort = cohort_of(page)
    shelf = shelf_in(desk, unit, unit.organisations.get(page.row.organisation), hosted=True)
    return shelf.is_signed_course(cohort.template, cohort.template_version)


def may_be_signed(desk: Desk, page: Page) -> bool:
    """Whether the library still has a course in the version that was copied: the desk has no other."""
    cohort = cohort_of(page)
    template = desk.catalogue.course(cohort.template)
    return template is not None and template.version == cohort.template_version
