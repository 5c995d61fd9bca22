"""The kinds of file that the library has, by the word that each says at its top."""

from __future__ import annotations

from collections.abc import Mapping

from adapters.content.course_models import CourseFile
from adapters.content.flow_models import FlowFile
from adapters.content.models import PackFile, PromptsFile, ReadingsFile, RegionsFile, VoiceFile, ZonesFile
from adapters.content.portfolio_models import PortfolioFile
from adapters.content.round_models import RoundFile

LibraryFile = (
    PromptsFile
    | FlowFile
    | RoundFile
    | CourseFile
    | ReadingsFile
    | PortfolioFile
    | RegionsFile
    | ZonesFile
    | VoiceFile
    | PackFile
)

KINDS: Mapping[str, type[LibraryFile]] = {
    "prompt": PromptsFile,
    "flow": FlowFile,
    "round": RoundFile,
    "course": CourseFile,
    "reading": ReadingsFile,
    "portfolio": PortfolioFile,
    "regions": RegionsFile,
    "zones": ZonesFile,
    "voice": VoiceFile,
    "pack": PackFile,
}
