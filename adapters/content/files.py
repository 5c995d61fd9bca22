"""The kinds of file that the library has, by the word that each says at its top."""

from __future__ import annotations

from collections.abc import Mapping

from adapters.content.flow_models import FlowFile
from adapters.content.models import PackFile, PromptsFile, RegionsFile, VoiceFile, ZonesFile

LibraryFile = PromptsFile | FlowFile | RegionsFile | ZonesFile | VoiceFile | PackFile

KINDS: Mapping[str, type[LibraryFile]] = {
    "prompt": PromptsFile,
    "flow": FlowFile,
    "regions": RegionsFile,
    "zones": ZonesFile,
    "voice": VoiceFile,
    "pack": PackFile,
}
