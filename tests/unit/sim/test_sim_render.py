"""Records: every key is there, and what a control needs stands on the control."""

from dataclasses import asdict

import pytest

from adapters.sim.limits import SURFACES, drawn_length, refuse_too_long
from adapters.sim.render import Output, draw_card, draw_control
from adapters.sim.text import plain, read_instant, write_instant
from bot.domain.prompts import Option
from bot.errors import BadInput, SurfaceError
from bot.surface.card import (
    Button,
    Buttons,
    Card,
    Choose,
    Fields,
    LinkButton,
    Paragraph,
    Reach,
    Scale,
    say,
)

BASE = Output(at="2026-01-05T08:00:00Z", id="o1", to="ana", where=None, seen_by="direct", kind="card")
KEYS = """
    at id to where seen_by kind text_id summary text controls form errors files
"""
ENERGY = Scale(ref="s", name="energy", ask="How much?", low=1, high=3, words=("low", "some", "full"))


def card(*blocks: object, title: str = "") -> Card:
    """A card of these blocks."""
    return Card(text_id="t", title=title, blocks=blocks, summary="A line.", reach=Reach.OPEN)  # type: ignore[arg-type]  # shorter than the union


def test_a_record_has_every_key_in_the_documented_order() -> None:
    """Whoever reads records finds each key, used or not, where the page says."""
    assert list(asdict(draw_card(card(say("Hello.")), BASE))) == KEYS.split()


def test_text_joins_blocks_by_blank_lines_and_leaves_controls_out() -> None:
    """The question of a control stands on the control alone."""
    shown = card(
        say("One."),
        ENERGY,
        Fields(pairs=(("Zone", "UTC"), ("Days", "daily"))),
        Buttons(buttons=(Button(ref="b", name="go", label="Go"),)),
        Paragraph(text="Two.", quiet=True),
        title="Title",
    )
    assert plain(shown) == "Title\n\nOne.\n\nZone: UTC\nDays: daily\n\nTwo."


def test_a_scale_with_a_word_for_each_step_names_every_step() -> None:
    """A mark is answered by the number of its word."""
    drawn = draw_control(ENERGY)
    assert (drawn.kind, drawn.label, drawn.low, drawn.high) == ("scale", "How much?", 1, 3)
    assert drawn.options == (
        Option(name="1", label="low"),
        Option(name="2", label="some"),
        Option(name="3", label="full"),
    )


def test_a_scale_with_two_ends_names_the_ends() -> None:
    """Between two words there is a number and no word."""
    drawn = draw_control(Scale(ref="s", name="n", ask="?", low=0, high=10, words=("none", "all")))
    assert drawn.options == (Option(name="0", label="none"), Option(name="10", label="all"))


@pytest.mark.parametrize(("at_most", "kind"), [(1, "select"), (2, "multi")])
def test_a_choice_says_whether_more_than_one_may_be_chosen(at_most: int, kind: str) -> None:
    """One answer is a select, several are a multi."""
    options = (Option(name="a", label="A"), Option(name="b", label="B"))
    drawn = draw_control(Choose(ref="c", name="n", ask="Which?", options=options, at_most=at_most))
    assert (drawn.kind, drawn.label, drawn.options) == (kind, "Which?", options)


def test_a_link_carries_its_address() -> None:
    """What is pressed on a link is the page that it opens."""
    drawn = draw_control(LinkButton(name="more", label="More", url="https://example.org"))
    assert (drawn.kind, drawn.ref) == ("link", "https://example.org")


def test_instants_are_written_in_utc_with_fractions_only_where_there_are_any() -> None:
    """The same instant is always written the same."""
    assert write_instant(read_instant("2026-01-05T09:00:00+01:00")) == "2026-01-05T08:00:00Z"
    assert write_instant(read_instant("2026-01-05T08:00:00.5Z")) == "2026-01-05T08:00:00.500000Z"


@pytest.mark.parametrize("text", ["2026-01-05T08:00:00", "2026-01-05", "soon", "", "0001-01-01T00:00+01:00"])
def test_an_instant_without_an_offset_is_refused(text: str) -> None:
    """Nobody guesses a zone."""
    with pytest.raises(BadInput):
        read_instant(text)


def test_a_card_past_its_platform_is_refused_and_never_cut() -> None:
    """A story fails where Discord would; on a terminal there is room."""
    long = card(say("x" * 4_000), Buttons(buttons=(Button(ref="b", name="go", label="Go"),)))
    assert drawn_length(long) == 4_002
    refuse_too_long(long, SURFACES["console"])
    with pytest.raises(SurfaceError):
        refuse_too_long(long, SURFACES["discord"])
