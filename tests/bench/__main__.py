"""`make bench`: JSON lines on standard output; progress and, in the end, a table on standard error.

`ONLY=name` selects one; `STRICT=1` exits 1 when a target is missed.
"""

from __future__ import annotations

import os
import sys

from tests.bench import (
    course_ahead,
    course_launch,
    crowd_start,
    discord_answer,
    discord_crowd,
    discord_morning,
    due_to_sent,
    guard_process,
    guard_speed,
    job_per_person,
    library_start,
    loop_gap,
    next_occurrence,
    next_prompt,
    own_view,
    picture,
    rewrap,
    room,
    seal,
    server_claims,
    server_drain,
    server_marks,
    server_morning,
    server_tick,
    slack_command,
    slack_crowd,
    slack_morning,
    small_transaction,
    soak,
    start_up,
    tick,
    trend,
)
from tests.bench.harness import Figure

BENCHES = {
    "next_occurrence": next_occurrence.figures,
    "next_prompt": next_prompt.figures,
    "course_plan": course_ahead.plan_figures,
    "time_machine": course_ahead.ahead_figures,
    "load": library_start.load_figures,
    "content_check": library_start.check_figures,
    "rewrap": rewrap.figures,
    "seal": seal.figures,
    "start_up": start_up.figures,
    "crowd_start": crowd_start.figures,
    "tick": tick.figures,
    "room": room.figures,
    "server_tick": server_tick.figures,
    "server_claims": server_claims.figures,
    "server_drain": server_drain.figures,
    "server_marks": server_marks.figures,
    "due_to_sent": due_to_sent.figures,
    "loop_gap": loop_gap.figures,
    "small_transaction": small_transaction.figures,
    "trend": trend.figures,
    "own_view": own_view.figures,
    "picture": picture.figures,
    "job_per_person": job_per_person.figures,
    "guard_note": guard_speed.note_figures,
    "guard_length": guard_speed.length_figures,
    "guard_start": guard_process.start_figures,
    "guard_memory": guard_process.memory_figures,
    "guard_gap": guard_process.gap_figures,
    "discord_answer": discord_answer.figures,
    "discord_crowd": discord_crowd.figures,
    "discord_morning": discord_morning.figures,
    "slack_command": slack_command.figures,
    "slack_crowd": slack_crowd.figures,
    "slack_morning": slack_morning.figures,
    "course_launch": course_launch.figures,
    "server_morning": server_morning.figures,
    "soak": soak.figures,
}


def main() -> int:
    """Run the benches that are asked for and print a line for each."""
    only = os.environ.get("ONLY")
    found = list[Figure]()
    for place, (name, bench) in enumerate(BENCHES.items(), start=1):
        if only not in {None, "", name}:
            continue
        print(f"[{place}/{len(BENCHES)}] {name}", file=sys.stderr)
        for figure in bench():
            print(figure.line(), flush=True)
            found.append(figure)
    print(*(figure.row() for figure in found), sep="\n", file=sys.stderr)
    missed = any(figure.ok is False for figure in found)
    return 1 if missed and os.environ.get("STRICT") == "1" else 0


if __name__ == "__main__":
    sys.exit(main())
