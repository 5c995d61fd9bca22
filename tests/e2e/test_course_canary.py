"""Words of a course, through the real house: each before those whom it is for, in clear nowhere else.

That each kind of leak would be found is shown by planting it: `tests/e2e/test_course_canary_sings.py`.
"""

from __future__ import annotations

from tests.e2e.canary_course import LINE, OTHER, WROTE, LiveCourse, found, read_by
from tests.e2e.canary_watch import Watch
from tests.e2e.sim_driver import story_in_process


def test_what_is_said_in_a_course_lies_in_clear_nowhere(watch: Watch) -> None:
    """An organiser's words, a trainer's question, an answer, a page that is shown, a line: each is sealed.

    Over kills and a restart, and after all of it was deleted.
    """
    with story_in_process(watch.home / "data") as story:
        course = LiveCourse(story, watch.home / "data")
        course.begins()
        course.asks()
        course.answers()
        story.kill("after_commit")
        course.shows()
        story.restart()
        course.shows()
        course.is_read(WROTE)
        assert found(watch, story) == []
        course.rates()
        course.is_read(LINE)
        assert [*read_by(story, OTHER)] == []
        course.is_erased()
        assert found(watch, story) == []
