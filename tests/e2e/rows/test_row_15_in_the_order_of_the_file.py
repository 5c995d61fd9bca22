"""What to read stays in the order of the file, session by session, each said to be required or not."""

from __future__ import annotations

import json
import re

from bot.app.library import library_folder
from bot.domain.courses.written import body_of, course_of
from tests.e2e.rows.rows_library import course

COURSE = "attachment_steam_4"
IN_THE_FILE = re.findall(
    r'- \{title: "?(.+?)"?, required: (true|false), link: null\}',
    (library_folder() / "courses" / f"{COURSE}.yaml").read_text("utf-8"),
)


def test_readings_keep_their_order() -> None:
    """From the file to the course, and through the page that keeps it."""
    kept = course(COURSE).course
    for each in (kept, course_of(json.loads(json.dumps(body_of(kept))))):
        told = [(one.title, one.required) for session in each.sessions for one in session.readings]
        assert told == [(title, required == "true") for title, required in IN_THE_FILE]
    assert len(IN_THE_FILE) == 4


def test_some_are_required_and_some_are_not() -> None:
    """They stand with the session that they are for."""
    by_session = {each.n: [one.required for one in each.readings] for each in course(COURSE).course.sessions}
    assert by_session == {1: [True, False], 2: [], 3: [False], 4: [False]}
