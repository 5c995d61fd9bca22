"""The voice: each banned thing is found, and its harmless neighbours are left alone."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from adapters.content.loader import examine
from adapters.content.phrases import BadPhrase, phrase_of
from adapters.content.voice import Voice, lint, reading_grade
from bot.app.library import library_folder


@pytest.fixture(name="voice", scope="module")
def _voice() -> Voice:
    return examine(library_folder()).voice


BANNED = [
    ("You should rest.", "pressure"),
    ("You SHOULD rest.", "pressure"),
    ("You shouldn\u2019t carry this alone.", "pressure"),
    ("It must be hard.", "pressure"),
    ("Just breathe.", "pressure"),
    ("Simply write a line.", "pressure"),
    ("Write at least one word.", "pressure"),
    ("Write at  least one word.", "pressure"),
    ("Seven days: keep your streak.", "pressure"),
    ("Why did you leave?", "blame"),
    ("Why didn't you say so?", "blame"),
    ("Why didn\u2019t you say so?", "blame"),
    ("Whose fault was it?", "blame"),
    ("It is a bad fit.", "blame"),
    ("A difficult family, again?", "blame"),
    ("What is their name?", "asks_identity"),
    ("Write their full name.", "asks_identity"),
    ("What are her initials?", "asks_identity"),
    ("What is the client's name?", "asks_identity"),
    ("Give the name of your patient.", "asks_identity"),
    ("Name the person you saw.", "asks_identity"),
    ("How old are they?", "asks_identity"),
    ("What is his age?", "asks_identity"),
    ("Which place was it?", "asks_identity"),
    ("Which hospital do they go to?", "asks_identity"),
    ("Where do they live?", "asks_identity"),
    ("Add the date of birth.", "asks_identity"),
    ("When was she born?", "asks_identity"),
    ("What is the case number?", "asks_identity"),
    ("Describe what happened to them.", "asks_identity"),
    ("Tell me in detail what they went through.", "asks_identity"),
    ("What is your name?", "asks_identity"),
    ("Describe the trauma.", "asks_story"),
    ("Tell me about the assault.", "asks_story"),
    ("Relive it once more.", "asks_story"),
    ("Write the story of what happened.", "asks_story"),
    ("What was done to them?", "asks_story"),
    ("What was the worst moment of it?", "asks_story"),
    ("Not now. Their name?", "asks_identity"),
    ("Were you dysregulated?", "label"),
    ("A hint of dysregulation.", "label"),
    ("Any countertransference today?", "label"),
    ("Was the family resistant?", "label"),
    ("What triggered you?", "label"),
    ("A trauma response, perhaps.", "label"),
    ("Your right hemisphere knows.", "label"),
    ("The left side of your brain is tired.", "label"),
    ("A whole-brain exercise.", "label"),
    ("Which attachment style is yours?", "label"),
    ("Is this burnout?", "label"),
    ("This is compassion fatigue.", "label"),
    ("Your score is up.", "ranking"),
    ("You earned a badge.", "ranking"),
    ("You rank third.", "ranking"),
    ("Five days in a row.", "ranking"),
    ("A lower mark compared to last week.", "ranking"),
    ("Amazing.", "praise"),
    ("We are proud of you.", "praise"),
    ("Great job.", "praise"),
    ("Well done.", "praise"),
    ("Build your resilience.", "optimism"),
    ("You will bounce back.", "optimism"),
    ("Where is the silver lining?", "optimism"),
    ("I'm so sorry you feel that way.", "scripted_care"),
    ("Sorry to hear that.", "scripted_care"),
    ("What a day!", "exclamation"),
    ("What a day\uff01", "exclamation"),
    ("Really\u2049", "exclamation"),
    ("Rest well \U0001f33f", "emoji"),
    ("Done \u2714\ufe0f", "emoji"),
    ("Who? What? Where?", "too_many_questions"),
    ("word " * 65, "too_long"),
]


@pytest.mark.parametrize(("text", "code"), BANNED)
def test_what_is_banned_is_found(voice: Voice, text: str, code: str) -> None:
    """The rule is named, and its message says what to do."""
    found = [finding for finding in lint(text, voice) if finding.code == code]
    assert found
    assert all(finding.message.endswith(".") for finding in found)


FINE = [
    "Say it in their own words.",
    "What would they call it in their own words?",
    "No names needed.",
    "No names or details of people you support, please.",
    "Please leave out names and details of people you support.",
    "Use a role, not their name.",
    "Tell it without their name.",
    "Leave out their initials.",
    "No case number, please.",
    "Write it without a case number.",
    "No retelling, only what stays.",
    "There is no need to retell any of it.",
    "A thought tells a story about the day.",
    "What people mean by trauma.",
    "Think of one piece of work, naming nobody.",
    "You need not say your name or your job.",
    "Name up to three things your mind keeps picking up.",
    "Name one signal you want to trust more.",
    "Notice one place where a chair holds you up.",
    "Find the place in your body that is warm.",
    "They may call it something else.",
    "An old habit may return.",
    "Where do you feel it?",
    "What happened next?",
    "Which meeting stays with you?",
    "A justice of the peace.",
    "An adjustment, a mustard seed, a shoulder.",
    "Just for you",
    "Only you can read this.",
    "The last of it, at long last.",
    "Was it a good day?",
    "Something went well.",
    "What did you put down well before it was done?",
    "It made you proud.",
    "A job that goes on.",
    "Your badge is in the drawer, and the rest of you?",
    "You may resist a little.",
    "A brainstorm on the left side of the page.",
    "Pull the trigger point gently.",
    "A style of your own.",
    "Why did it matter?",
    "A poor match is nobody's failing, and nobody's fault.",
    "Why do you do this work?",
    "Sorry, that button is old.",
    "Are you sure? Really?",
    "25 \u00b0C, 5 \u2192 6, \u00ab word \u00bb, \u00a9",
    "",
]


@pytest.mark.parametrize("text", FINE)
def test_near_misses_are_left_alone(voice: Voice, text: str) -> None:
    """What asks for nobody, presses nobody and labels nobody passes."""
    assert lint(text, voice) == []


def test_a_finding_quotes_the_words_it_means(voice: Voice) -> None:
    """A writer sees at once which words; each is told once."""
    found = lint("You must, you must, and you should.", voice)
    assert [finding.message.partition(":")[0] for finding in found] == ['"should"', '"must"']


def test_the_reading_grade_counts_from_thirty_words_up(voice: Voice) -> None:
    """A short text with a long word passes; a long text of long words does not."""
    hard = "organisational accountability considerations necessitate institutional transformation "
    assert lint(hard.strip(), voice) == []
    words = (hard * 8).split()
    assert lint(" ".join(words[:29])[:320], voice) == []
    assert "hard_to_read" in [finding.code for finding in lint(" ".join(words[:30]), voice)]


def test_plain_words_read_easily() -> None:
    """Short words in short sentences lie far below grade eight; long ones far above."""
    easy = "We sat down. The cup was warm. It was good to rest. " * 3
    assert reading_grade(easy) < 3
    assert reading_grade("Notwithstanding institutional considerations, accountability necessitates it.") > 12
    assert reading_grade("") == 0


@given(st.text(max_size=120))
@settings(deadline=None)
def test_no_text_makes_the_check_raise(voice: Voice, text: str) -> None:
    """Whatever stands there, there is a list of findings, twice the same."""
    assert lint(text, voice) == lint(text, voice)


WORDS = st.lists(st.sampled_from(["rest", "light", "today", "a", "cup"]), max_size=8)


@given(before=WORDS, after=WORDS, banned=st.sampled_from(["must", "at least", "their name", "why did you"]))
@settings(deadline=None)
def test_a_banned_phrase_is_found_wherever_it_stands(
    voice: Voice, before: list[str], after: list[str], banned: str
) -> None:
    """Its neighbours and its capitals do not hide it."""
    text = " ".join([*before, banned, *after])
    codes = {finding.code for finding in lint(text, voice)}
    assert codes & {"pressure", "asks_identity", "blame"}
    assert codes == {finding.code for finding in lint(text.upper(), voice)}


@pytest.mark.parametrize(
    ("phrase", "text", "matches"),
    [
        ("bounce back", "bounce back", True),
        ("bounce back", "bounce it back", False),
        ("bounce ... back", "bounce right up and back", True),
        ("bounce ... back", "bounce all the way up and back", False),
        ("bounce ... back", "bounce . back", False),
        ("a|b c", "b c", True),
        ("a|b c", "a b", False),
        ("dys*", "dysfunction", True),
        ("dys*", "a dysfunction", True),
        ("dys*", "paradys", False),
    ],
)
def test_a_phrase_means_what_the_file_explains(phrase: str, text: str, *, matches: bool) -> None:
    """Alternatives, any ending, and a gap that stays inside its sentence."""
    assert bool(re.search(phrase_of(phrase), text)) is matches


@pytest.mark.parametrize(
    "phrase", ["(a|b)", "a||b", "|a", "... a", "a ...", "a  b", "A b", "a+", "[a]", "a\\b"]
)
def test_a_phrase_is_never_a_pattern_of_its_own(phrase: str) -> None:
    """Anything beyond the small language is refused."""
    with pytest.raises(BadPhrase):
        phrase_of(phrase)
