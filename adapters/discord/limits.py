"""What Discord can hold, and how often it may be asked. Nothing is ever cut: what does not fit is refused.

The numbers are those of Discord's reference, unless a line says otherwise.
"""

from __future__ import annotations

DESCRIPTION_CHARS = 100
"""Characters of what is said about a command or an option."""
COMMAND_CHARS = 8_000
"""Characters of names and descriptions of a command and all below it."""
CHOICES = 25
"""Choices that are offered while somebody types."""
PEOPLE_KNOWN = 20_000
EVENTS_KNOWN = 20_000
"""Of so many something is remembered; what is forgotten is asked again."""
