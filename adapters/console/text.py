"""The few words that the terminal itself says; all else comes from the core."""

from __future__ import annotations

PROMPT = "> "
NOT_NOW = "not now"
SEVERAL = "(up to {at_most}, like 1 2)"
NO_SUCH = "There is no [{key}] here."
TOO_MANY = "Up to {at_most} fit here."
TO_LEAVE = "To leave: quit, or Ctrl-C once more."

LEAVING = "/cancel leaves this form."
LONG_HOW = "A line with only . ends it."
LONG_HOW_TYPED = "Esc Enter, or a line with only . ends it."
STANDING = "Enter keeps {value}"
CLEARING = "- leaves it empty"
KEPT_ON_DOT = "A line with only . keeps this:"
WORDS_KEPT = "Your words are kept: a lone . sends them again. Or type them anew."
NEEDED = "This one needs an answer."
NONE_OF_THESE = "That is none of these."
SEND_AGAIN = "Enter sends it again, /cancel leaves it."
FILE_AT = "It lies here: {place}"
NO_FILE = "The file could not be written here. Start from a folder of your own and ask again."
ENDED = "The input ended before this was saved."
