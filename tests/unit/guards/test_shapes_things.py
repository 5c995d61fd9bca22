"""Ways in, serials and places on the map are found."""

from __future__ import annotations

from tests.unit.guards.marked_notes import lines, missed

NOTES = """
    keysafe [[4471]], let yourself in
    door code is [[C2290]]
    gate code [[#8842]], dogs are friendly
    coordinates [[53.4808, -2.2426]] where they found the tent
    what3words [[filled.count.soap]] is the squat
    ///[[lamp.rider.stone]] under the bridge
    hearing aid serial [[HX-2208817]] gone again
    wifi password [[Blessing2019]] on the fridge
    lockbox [[0417]] on the rail
    the key safe is [[C1958Y]]
    alarm code [[7733]] dont tell
    pin [[8841]] she shouts it in the shop
    GPS [[51.5072, -0.1276]] on the scrap of paper
    door entry [[2580#]]
    w3w [[table.lamp.ocean]]
    serial no [[SN44-20981]] insulin pump
"""


def test_things_are_found_and_nothing_beside_them() -> None:
    """In notes as people write them: clipped, typed on a phone, from many countries."""
    assert missed(lines(NOTES)) == []
