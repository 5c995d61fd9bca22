"""The few words that every surface itself says, on whatever platform; all else comes from the core."""

from __future__ import annotations

PRODUCT = "Reststop"
NOT_NOW = "not now"
CHOOSE = "Choose one"
CHOOSE_ANY = "Choose"
OPEN_HERE = "Open it here"

FINE = "Fine."
FOR_YOUR_EYES = "This one opens for your eyes alone."
ONE_MOMENT = "One moment."
WRITTEN_TO_YOU = "I have written to you in our direct messages."
TOO_LONG = "That took too long; please press again."
FILE_FAILED = "A file could not be sent just now. Nothing is lost; please press again."

BLANK = "\u00b7"
"""Stands where nothing is to be read: platforms take no empty text."""
