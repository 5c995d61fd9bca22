"""F15 in short: what opens the key is down, refuses or is another, and nothing is called saved that is not.

Here it goes while Reststop runs. Starting without it: `test_safe_file.py`; AWS KMS itself:
`tests/faults/test_f15_key_provider.py`.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from bot.errors import KeyProblem, KeyRefused, KeyUnreachable, KeyWrong
from tests.unit.keys.box_safe import BoxSafe
from tests.unit.keys.gone_stories import STORIES, Gone
from tests.unit.keys.keyed_world import KeyedWorld, keyed_world

Story = Callable[[KeyedWorld, Gone], Awaitable[None]]


@pytest.mark.parametrize("trouble", [KeyUnreachable(), KeyRefused(), KeyWrong()], ids=lambda it: it.code)
@pytest.mark.parametrize("story", STORIES, ids=lambda story: story.__name__)
async def test_f15_a_key_provider_that_goes(tmp_path: Path, story: Story, trouble: KeyProblem) -> None:
    """Each story, with each way in which it may go."""
    box = BoxSafe()

    @contextmanager
    def gone() -> Iterator[None]:
        box.trouble = trouble
        yield
        box.trouble = None

    with keyed_world(tmp_path, box) as house:
        await story(house, gone)
