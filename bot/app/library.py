"""Where the prompt library stands on disk, and what an organisation put beside it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from adapters.content.reading import is_pack
from bot.errors import BadSetting


def library_folder() -> Path:
    """The `prompts` folder beside the `bot` package."""
    return Path(__file__).resolve().parents[2] / "prompts"


@dataclass(frozen=True, slots=True)
class Folders:
    """The folder of a library, and those of the packs beside it."""

    library: Path
    packs: tuple[Path, ...] = ()


def folders_of(folders: Sequence[Path]) -> Folders:
    """Tell packs from a library: a folder with a `pack.yaml` stands beside the one that ships.

    A folder without one is a library in its place.

    Raises:
        BadSetting: two folders would each be the library.
    """
    packs = tuple(folder for folder in folders if is_pack(folder))
    whole = [folder for folder in folders if folder not in packs]
    if len(whole) > 1:
        raise BadSetting("Several folders have no pack.yaml, and one library is enough. Keep one of them.")
    return Folders(whole[0] if whole else library_folder(), packs)
