"""Roles in an organisation: what somebody looks after there, and nothing about what anybody writes."""

from __future__ import annotations

from enum import StrEnum


class Role(StrEnum):
    """What an account looks after in one organisation. A role opens no notebook, whoever holds it."""

    ADMIN = "admin"
    """Settings, roles, the review desk."""
    SUPERVISOR = "supervisor"
    """The review desk."""
    FACILITATOR = "facilitator"
    """Circles of a team."""
    TRAINER = "trainer"
    """Courses."""


GRANTED = (Role.ADMIN, Role.SUPERVISOR, Role.FACILITATOR, Role.TRAINER)
"""What an admin may give and take back, in the order in which it is offered."""

ADMINS = frozenset({Role.ADMIN})
REVIEWERS = frozenset({Role.ADMIN, Role.SUPERVISOR})
"""Who signs texts."""


class Creates(StrEnum):
    """Who may begin something in an organisation, beside its admins."""

    ROLE = "role"
    """Whoever holds the role for it: facilitators a circle, trainers a course."""
    ADMINS = "admins"
    """Admins alone."""


class Gathering(StrEnum):
    """What is begun in a channel, for several people."""

    TEAM = "team"
    """A prompt once a week, for whoever is there. It has no members."""
    CIRCLE = "circle"
    COURSE = "course"

    @property
    def role(self) -> Role:
        """Who begins one, where it is not for admins alone."""
        return Role.TRAINER if self is Gathering.COURSE else Role.FACILITATOR
