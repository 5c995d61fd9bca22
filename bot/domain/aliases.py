"""How somebody is called who shares without a name: two plain words, the same for one week in one circle."""

from __future__ import annotations

_FIRST = (
    "Amber", "Autumn", "Birch", "Blue", "Bright", "Calm", "Cedar", "Chalk", "Clay", "Copper",
    "Coral", "Cotton", "Dawn", "Early", "Evening", "Fern", "Golden", "Green", "Grey", "Harbour",
    "Hazel", "Indigo", "Ivory", "Juniper", "Late", "Linen", "Maple", "Meadow", "Mint", "Morning",
    "Moss", "North", "Olive", "Pine", "Quiet", "River", "Silver", "Slate", "South", "Willow",
)  # fmt: skip
_SECOND = (
    "Anchor", "Basket", "Bell", "Bench", "Boat", "Bridge", "Candle", "Coat", "Compass", "Cup",
    "Door", "Drum", "Garden", "Gate", "Hill", "Island", "Kettle", "Kite", "Ladder", "Lamp",
    "Lantern", "Mill", "Oar", "Orchard", "Path", "Pebble", "Pillow", "Pond", "Porch", "Quilt",
    "Road", "Roof", "Sail", "Shell", "Spoon", "Stone", "Table", "Tower", "Window", "Yard",
)  # fmt: skip


def called_by(digest: bytes) -> str:
    """Return the two words of a keyed hash: how many digests share them tells nothing of whose they are."""
    number = int.from_bytes(digest[:8])
    number, second = divmod(number, len(_SECOND))
    return f"{_FIRST[number % len(_FIRST)]} {_SECOND[second]}"
