"""The one tree of errors: every failure that Reststop names has a stable code and a plain sentence."""

from __future__ import annotations

import inspect
from typing import ClassVar


class ReststopError(Exception):
    """Something went wrong."""

    code: ClassVar[str] = "reststop"
    exit_code: ClassVar[int] = 1

    def __init__(self, message: str | None = None) -> None:
        """Keep `message`; without one, the first line of the class's docstring is the sentence."""
        super().__init__(message or (inspect.getdoc(type(self)) or "").partition("\n")[0])

    @property
    def sentence(self) -> str:
        """The sentence for people. It never quotes what a person wrote."""
        return str(self.args[0])


class BadInput(ReststopError):
    """That could not be read."""

    code = "bad_input"
    exit_code = 2


class UnknownZone(BadInput):
    """That time zone is not known. A name looks like Pacific/Auckland."""

    code = "unknown_zone"


class BadRule(BadInput):
    """That rhythm could not be read."""

    code = "bad_rule"


class BadSetting(BadInput):
    """A setting could not be read."""

    code = "bad_setting"


class SurfaceError(ReststopError):
    """A card or form does not keep the rules of the neutral surface."""

    code = "surface_rule"


class BeyondReach(SurfaceError):
    """This card may not be shown to that audience."""

    code = "beyond_reach"


class ScreenGone(ReststopError):
    """Nobody reads the other end any more."""

    code = "screen_gone"


class RefError(ReststopError):
    """A button's reference could not be read."""

    code = "ref"


class ForgedRef(RefError):
    """This reference was not made here."""

    code = "ref_forged"


class ForeignRef(RefError):
    """This button belongs to somebody else."""

    code = "ref_foreign"


class ContentBroken(ReststopError):
    """The prompt library has problems."""

    code = "content_broken"

    def __init__(self, *, problems: tuple[str, ...]) -> None:
        """Keep every problem, one line each, so that a writer can repair all of them in one go."""
        super().__init__()
        self.problems = problems


class TooEarly(ReststopError):
    """The day for that has not come."""

    code = "too_early"


class NotDrawn(ReststopError):
    """The picture could not be drawn. The words have all that it shows."""

    code = "not_drawn"


class StoreError(ReststopError):
    """The store could not do that."""

    code = "store"


class NotSaved(StoreError):
    """The database was not available or not in time: nothing was saved."""

    code = "not_saved"


class MaybeSaved(NotSaved):
    """The database went away while it was saving: it is not known whether that was saved."""

    code = "maybe_saved"


class KeyAway(NotSaved):
    """A key is needed that has changed, and its place cannot be looked at just now: nothing was saved."""

    code = "key_away"


class StoreFault(StoreError):
    """The database refused what it was given. This is a fault in Reststop, and nothing was saved."""

    code = "store_fault"


class LaneLost(StoreError):
    """Another process sends for this workspace by now: nothing was written."""

    code = "lane_lost"


class FolderInUse(StoreError):
    """Another Reststop already works in this data folder."""

    code = "folder_in_use"


class FolderUnusable(StoreError):
    """The data folder cannot be used."""

    code = "folder_unusable"


class SchemaBehind(StoreError):
    """The databases are of an earlier Reststop. `reststop db upgrade` brings them up to date."""

    code = "schema_behind"


class SchemaAhead(StoreError):
    """This data folder was written by a newer Reststop."""

    code = "schema_ahead"


class FolderTaken(StoreError):
    """There is something in that folder already, and it stays."""

    code = "folder_taken"


class Moved(StoreError):
    """These data were moved, or are being moved."""

    code = "moved"


class MoveRefused(StoreError):
    """These are no two ends of a move."""

    code = "move_refused"


class BackupBroken(StoreError):
    """This backup is not whole."""

    code = "backup_broken"


class LedgerBroken(StoreError):
    """The ledger of erased people cannot be read."""

    code = "ledger_broken"


class KeyProblem(ReststopError):
    """The keys do not fit."""

    code = "key"
    exit_code = 3


class KeyMissing(KeyProblem):
    """There is data here, but no key to open it."""

    code = "key_missing"


class KeyWrong(KeyProblem):
    """This key does not open this data."""

    code = "key_wrong"


class KeyBroken(KeyProblem):
    """The key file could not be read."""

    code = "key_broken"


class KeyExists(KeyProblem):
    """There is a key for this person already, and it stays."""

    code = "key_exists"


class KeyUnsafe(KeyProblem):
    """The key stands where others could read it."""

    code = "key_unsafe"


class KeyElsewhere(KeyProblem):
    """The key does not come from a file that could be written here."""

    code = "key_elsewhere"


class KeyUnreachable(KeyProblem):
    """The service that opens the key did not answer."""

    code = "key_unreachable"


class KeyRefused(KeyProblem):
    """The service that opens the key refused."""

    code = "key_refused"


class WordsWrong(KeyProblem):
    """These words do not open this recovery file."""

    code = "words_wrong"


class KeyGone(KeyProblem):
    """This person's key was destroyed: what it sealed stays closed."""

    code = "key_gone"


class Tampered(KeyProblem):
    """A sealed row was changed or moved and stays closed."""

    code = "tampered"


def place_of(fault: BaseException) -> str:
    """Return file and line of the innermost frame: enough to find a fault, and nobody's words."""
    trace = fault.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    return f"{trace.tb_frame.f_code.co_filename}:{trace.tb_lineno}" if trace else "?"
