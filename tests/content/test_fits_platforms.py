"""What the library leads to fits the platforms: it is tried before anybody meets it, and can be looked at."""

from __future__ import annotations

import json
from contextlib import closing
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from adapters.discord.text import Payload
from bot.app.cli.content import content
from bot.app.cli.doctor import examine_all
from bot.app.content_cards import LOOKING_BACK, Met, of_flow, of_prompt
from bot.app.discord.shown import draw as on_discord
from bot.app.fitting import load_library
from bot.app.library import Folders
from bot.app.settings import Settings
from bot.app.slack.shown import draw as on_slack
from bot.domain.flows import SayStep
from bot.errors import ContentBroken
from bot.surface.card import Card, Reach
from tests.content.conftest import Plant
from tests.content.walking import FLOWS
from tests.e2e.sim_driver import InProcess
from tests.made_once import our_library
from tests.sim.discord.checks import Problem
from tests.sim.discord.interactions import COMMAND, MODAL
from tests.sim.discord.lint import lint_callback, lint_post
from tests.sim.slack.lint import lint_message, lint_view

FLOW = "flows/rest_stop.yaml"
LIBRARY = our_library()
REST = (
    "  first:\n    do: choice\n    text: Is there a minute?\n    options: {rest: a minute, none: none}\n"
    "    to: {rest: rest, _: short}\n  short:\n    do: say\n    text: Fine.\n    to: step34\n"
    "  rest:\n    do: say\n    text: Look away for a while.\n    wait: PT1M\n    to: step0\n"
)
ASK = (
    "  need:\n    do: choice\n    text: What would help most now?\n    options: {rest: rest, done: enough}\n"
    "    to: done\n  done:\n    do: end\n    state: rested\n"
)


NO_NAMES = "No names or details, please. Only you can read this back."
FORM = f"""\
settle2: a form, \u201cRest stop\u201d
  Two lines, then leave it here: what is still moving?
  In your own words: <lines, up to 3000 characters> ({NO_NAMES})
  [Save] [Cancel]
"""


def refused(met: Met) -> list[object]:
    """What Slack and Discord would refuse of a card or a form."""
    drawn = on_slack(met)
    by_slack = lint_view(drawn) if "type" in drawn else lint_message(drawn)
    return [*by_slack, *(problem for body in on_discord(met) for problem in refused_by_discord(body))]


def refused_by_discord(body: Payload) -> list[Problem]:
    """What Discord would refuse of a message or a modal."""
    if "title" in body:
        return lint_callback({"type": MODAL, "data": body}, COMMAND)
    return lint_post(body)


def test_each_platform_takes_every_check_in() -> None:
    """Each prompt with three marks beside it; in Discord, too, it is a plain message.

    And what follows an answer, which no message shows.
    """
    found = [met for prompt in LIBRARY.prompts() for met in of_prompt(prompt)]
    assert [problem for met in found for problem in refused(met)] == []
    posted = [met for met in found if not met.at]
    assert [met.what for met in posted for body in on_discord(met) if "content" not in body] == []
    after = [met.what for met in found if met.at]
    assert {what.reach for what in after if isinstance(what, Card)} == {Reach.SEALED}


@pytest.mark.parametrize("flow_id", FLOWS)
def test_each_platform_takes_every_card_and_form_of_a_flow(flow_id: str) -> None:
    """In every region; and no step of the flow is left out."""
    flow = FLOWS[flow_id]
    for region in (*LIBRARY.regions(), LIBRARY.region(None)):
        found = list(of_flow(flow, region, FLOWS))
        assert [problem for met in found for problem in refused(met)] == []
    said = "".join(met.what.text for met in found if isinstance(met.what, Card))
    for step in flow.steps:
        if isinstance(step, SayStep):
            assert step.text in said
        else:
            assert step.id in {met.at for met in found}
    assert (LOOKING_BACK in {met.at for met in found}) is (flow.looking_back is not None)


def cards_at(flow_id: str, step: str) -> list[Card]:
    """The cards of one step."""
    found = of_flow(FLOWS[flow_id], LIBRARY.region(None), FLOWS)
    return [met.what for met in found if met.at == step and isinstance(met.what, Card)]


def test_what_can_stand_above_a_question_stands_there() -> None:
    """A card for each step that can come before it; the one that follows a pause is a message, too."""
    assert [card.reach for card in cards_at("rest_stop", "need")] == [Reach.SEALED, Reach.PERSONAL]
    assert [bool(cards_at("rest_stop", step)[0].title) for step in ("pull_in", "need")] == [True, False]
    assert ["This is your list." in card.text for card in cards_at("rest_stop", "done")] == [False, True]


def _run(*words: str) -> Result:
    return CliRunner().invoke(content, words)


def say_much(copy: Path, times: int) -> None:
    """Write a library in which so many things are said after a pause, each as long as it may be."""
    sentence = "There is time to sit here for a while and let the day go by, one thing after the other. " * 3
    sentence += "Let it go by, for now, and let it be as it was"
    steps = [f"step{n}" for n in range(times)]
    said = "".join(
        f"  {name}:\n    do: say\n    text: {sentence} ({n}).\n    to: {after}\n"
        for n, (name, after) in enumerate(zip(steps, [*steps[1:], "need"], strict=True))
    )
    file = copy / FLOW
    head, _, _ = file.read_text("utf-8").partition("start:")
    rest = REST.replace("to: step34", f"to: step{times - 1}")
    file.write_text(f"{head}start: first\nsteps:\n{rest}{said}{ASK}", "utf-8")


@pytest.fixture(name="too_long")
def _too_long(copy: Path) -> Path:
    """A library in which so much is said after a pause that no message of any platform holds it."""
    say_much(copy, 35)
    return copy


def test_what_no_platform_could_show_is_a_problem_of_the_library(too_long: Path) -> None:
    """File, step and what to do; it is refused where it is checked, by a start, and by doctor."""
    result = _run("check", "--json", "--prompts", str(too_long))
    assert result.exit_code == 1
    problems = json.loads(result.stdout)["problems"]
    assert {(each["file"], each["path"], each["code"]) for each in problems} == {
        (FLOW, "steps.need", "does_not_fit")
    }
    for problem, platform in zip(problems, ("Discord", "Slack"), strict=True):
        assert problem["message"].startswith(
            f"A card made of this does not fit everywhere ({platform}: flow.rest_stop.need"
        )
    with pytest.raises(ContentBroken) as broken:
        load_library(Folders(too_long))
    assert broken.value.problems[0].startswith(f"{FLOW}: steps.need: A card made of this")
    start = InProcess(too_long / "data", operator_set={"prompts": (too_long,)})
    with closing(start), pytest.raises(ContentBroken):
        start.take(b"{}")
    settings = Settings(data=too_long / "data", prompts=(too_long,))
    assert [found.health for found in examine_all(settings) if found.part == "content"] == ["fix"]
    for platform in ("discord", "slack"):
        shown = _run("preview", "--on", platform, "rest_stop", "--prompts", str(too_long)).stdout
        assert "\n\nneed: cannot be shown. flow.rest_stop.need: " in shown


def test_what_one_platform_could_not_show_is_said_of_that_one(copy: Path) -> None:
    """A message of Slack holds more than one of Discord."""
    say_much(copy, 20)
    [problem] = json.loads(_run("check", "--json", "--prompts", str(copy)).stdout)["problems"]
    assert (problem["path"], problem["code"]) == ("steps.need", "does_not_fit")
    assert "(Discord: flow.rest_stop.need" in problem["message"]
    say_much(copy, 10)
    assert json.loads(_run("check", "--json", "--prompts", str(copy)).stdout)["problems"] == []


def test_what_is_no_card_at_all_is_a_problem_too(plant: Plant, copy: Path) -> None:
    """A sign that turns the direction of a line: the files may have it, no screen may."""
    plant(FLOW, "You have pulled in.", "You have pulled\u202e in.")
    [problem] = json.loads(_run("check", "--json", "--prompts", str(copy)).stdout)["problems"]
    assert (problem["file"], problem["path"], problem["code"]) == (FLOW, "", "does_not_fit")
    assert "control or direction character" in problem["message"]


def test_preview_shows_a_prompt_as_slack_does() -> None:
    """A message, as the check-in that it comes with: marks, question, answers, ways out."""
    result = _run("preview", "--on", "slack", "wide.attunement.N01")
    assert result.exit_code == 0
    assert result.stdout == (
        "a message, on a lock screen \u201cYour check-in is here.\u201d\n"
        "  How much is in the tank?\n"
        "  [empty] [low] [some] [good] [full] [not now]\n"
        "  How in touch with others did today feel?\n"
        "  [cut off] [distant] [some] [good] [connected] [not now]\n"
        "  How settled is your body?\n"
        "  [restless] [uneasy] [some] [settled] [at ease] [not now]\n"
        "  (small) Not yet reviewed by a practitioner.\n"
        "  In your last conversation, how much room was there for silence?\n"
        "  <0 \u00b7 none | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 \u00b7 plenty> [not now]\n"
        "  (small) No names or details of people you support, please.\n"
        "  [Write] [Not today] [Help now]\n"
    )


@pytest.mark.parametrize(
    ("flow_id", "part"),
    [
        (
            "rest_stop",
            "pull_in: a modal\n  # Rest stop\n  (small) Not yet reviewed by a practitioner.\n  You",
        ),
        (
            "rest_stop",
            "need: a message, on a lock screen \u201cI am back.\u201d\n  What would help most now?\n  <to",
        ),
        ("rest_stop", "or my lead, up to 5>\n  [Next]\n  [Pass] [Stop here] [Help now]\n"),
        (
            "rest_stop",
            FORM,
        ),
        (
            "rupture_repair",
            "a modal\n  # A working relationship that needs mending\n  (small) This one can touch",
        ),
        ("rupture_repair", "feel (colleague): a form"),
        ("rupture_repair", "By when, if there is a day, may stay empty: <datepicker> (Like 4 January,"),
        (
            "rupture_repair",
            "looking_back: a modal\n  # A working relationship that needs mending\n  Written: ",
        ),
        ("boundaries_review", "  [Your organisation's page -> https://example.org/policy]\n"),
    ],
)
def test_preview_shows_a_flow_as_slack_does(flow_id: str, part: str) -> None:
    """Each step where it will be seen: modal, message, form."""
    result = _run("preview", "--on", "slack", flow_id)
    assert result.exit_code == 0
    assert part in result.stdout


def test_preview_shows_a_prompt_as_discord_does() -> None:
    """A plain message: what is said and asked, and a row for each question below."""
    result = _run("preview", "--on", "discord", "wide.attunement.N01")
    assert result.exit_code == 0
    assert result.stdout == (
        "a message, on a lock screen \u201cYour check-in is here.\u201d\n"
        "  Your check-in is here.\n"
        "  How much is in the tank?\n"
        "  How in touch with others did today feel?\n"
        "  How settled is your body?\n"
        "  (small) Not yet reviewed by a practitioner.\n"
        "  In your last conversation, how much room was there for silence?\n"
        "  (small) No names or details of people you support, please.\n"
        "  <empty | low | some | good | full | not now>\n"
        "  <cut off | distant | some | good | connected | not now>\n"
        "  <restless | uneasy | some | settled | at ease | not now>\n"
        "  <0 \u00b7 none | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 \u00b7 plenty | not now>\n"
        "  [Write] [Not today] [Help now]\n"
    )


@pytest.mark.parametrize(
    ("flow_id", "part"),
    [
        (
            "rest_stop",
            "pull_in: for one pair of eyes\n  # Rest stop\n  (small) Not yet reviewed by a practi",
        ),
        (
            "rest_stop",
            "need: a message, on a lock screen \u201cI am back.\u201d\n  I am back.\n  What would help",
        ),
        ("rest_stop", "or my lead, up to 5>\n  [Pass] [Stop here] [Help now]\n"),
        ("rest_stop", FORM.replace("3000", "4000").replace("  [Save] [Cancel]\n", "")),
        ("rupture_repair", "By when, if there is a day, may stay empty: <like 2026-01-05 or monday> (Like 4"),
        ("boundaries_review", "  [Your organisation's page -> https://example.org/policy]\n"),
    ],
)
def test_preview_shows_a_flow_as_discord_does(flow_id: str, part: str) -> None:
    """Each step where it will be seen: for one pair of eyes, as a message, as a form."""
    result = _run("preview", "--on", "discord", flow_id)
    assert result.exit_code == 0
    assert part in result.stdout


def test_preview_in_discord_goes_on_where_one_message_is_full(copy: Path) -> None:
    """And is read without its escapes."""
    say_much(copy, 15)
    file = copy / FLOW
    file.write_text(file.read_text("utf-8").replace("by, one", "by, one~"), "utf-8")
    shown = _run("preview", "--on", "discord", "rest_stop", "--prompts", str(copy)).stdout
    assert "go by, one~ thing" in shown
    assert "\n  ... and in a further message\n" in shown


def test_preview_of_a_flow_needs_the_regions(copy: Path) -> None:
    """It shows who to call, so it says what is missing."""
    (copy / "safety" / "regions.yaml").unlink()
    result = _run("preview", "--on", "slack", "rest_stop", "--prompts", str(copy))
    assert result.exit_code == 1
    assert "content check" in result.output
