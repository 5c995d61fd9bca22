"""JSON in tests: what is made or changed, and what is only read."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

Json = dict[str, Any]  # Any: values of many kinds, under keys as the platform or the export documents them
ReadJson = Mapping[str, Any]  # Any: the same
