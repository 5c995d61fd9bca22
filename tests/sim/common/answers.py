"""What a person cannot do, and what an app does in vain, on any loopback platform."""

from __future__ import annotations


class NotPossible(AssertionError):
    """The client would not let a person do that: no such button, a field left empty, no form open."""


class AppFault(AssertionError):
    """The app answered something that would quietly be ignored or dropped; a test should fail for it."""
