"""Somebody else at risk, and the writer worn out: what they look like, and what they are not taken for."""

from __future__ import annotations

import pytest

from bot.guards.crisis.meanings import Label
from bot.guards.crisis.reading import read

OTHERS = [
    "Pt denies SI/HI, safety plan in place.",
    "ct reports passive SI, no plan, no intent",
    "Lost a client to suicide on Monday.",
    "A colleague took her own life.",
    "found with a ligature at 0300, obs raised to 1:1",
    "She showed me the cuts on her arms.",
    "Caller was on the ledge when I picked up.",
    "He's been giving his things away and he hugged me too long.",
    "'I won't be here next week' he said on the way out",
    '"I want to end it all," she said.',
    "Disclosure of abuse in the art group, safeguarding informed.",
    "bruises on his arms, story changed twice",
    "Client's ex turned up at the refuge.",
    "pupil wrote a list of names and what he would do",
    "my friend is not answering and she posted goodbye",
    "Sectioned him at two in the morning.",
    "voices are telling him to hurt his nan",
    "My flatmate overdosed, she is in hospital.",
    "Worried sick about my brother, I think he'll do something.",
    "rang the police for a welfare check",
]
WORN = [
    "I'm burnt out.",
    "numb, just numb",
    "Feeling hopeless about all of it.",
    "crying in the car before every shift",
    "Wine every night to sleep.",
    "I have nothing left to give.",
    "can't do this anymore",
    "nobody asks how I am",
    "I feel like a failure.",
    "would not mind not waking up",
    "I feel so alone here.",
    "No joy in anything for months.",
    "dreading every shift, sick on the way in",
    "two codeine to get through the day",
    "I hate myself",
    "running on empty",
    "don't see the point anymore",
    "What's the point of any of it.",
    "if a bus hit me I wouldn't mind",
    "falling apart quietly",
]


@pytest.mark.parametrize("text", OTHERS)
def test_somebody_else_at_risk_gets_the_gentle_card(text: str) -> None:
    """Clients, pupils, colleagues, friends: what they say, what is found, what services do."""
    assert read(text).label is Label.CLIENT_RISK


@pytest.mark.parametrize("text", WORN)
def test_the_worn_out_get_the_quiet_line(text: str) -> None:
    """Without hope, without feeling, alone, or drinking to bear it."""
    assert read(text).label is Label.SELF_RISK_LOW


@pytest.mark.parametrize(
    "text",
    [
        "My client feels hopeless about the flat.",
        "He is burnt out and says so.",
        "The patient cried in the car with his wife.",
    ],
)
def test_somebody_elses_weariness_is_not_the_writers(text: str) -> None:
    """No quiet line for what another feels."""
    assert read(text).label is not Label.SELF_RISK_LOW


@pytest.mark.parametrize(
    "text",
    [
        "Suicide prevention training all day, good trainer.",
        "Which tool do you use for self-harm screening?",
        "Read a paper on overdose deaths for journal club.",
        "The policy on ligature points is due.",
        "Watched a film about a stalker, too long.",
        "Expected death at five, peaceful, family there.",
        "Her funeral was lovely, she was 97.",
        "Good session, we laughed.",
        "Quiet day, tea, two notes done.",
    ],
)
def test_teaching_and_awaited_deaths_bring_nothing(text: str) -> None:
    """Words of danger on slides, in films, and at a good end."""
    assert read(text).label in {Label.NEUTRAL, Label.IDIOM_NONE}


@pytest.mark.parametrize(
    "text",
    [
        "this rota is killing me",
        "I'm dying for a cup of tea",
        "dead on my feet after nights",
        "I died of embarrassment in the meeting",
        "heart attack when the alarm went off",
        "overdosed on chocolate at the party",
        "bombed my interview",
        "Death by PowerPoint again",
        "shoot me now, another icebreaker",
        "my phone died halfway through the call",
        "over my dead body are they moving our kettle",
        "jumping ship to community in June",
        "the boss will have my guts for garters",
        "hanging in there",
        "kill two birds with one stone",
        "a bit of a suicide mission, that rota",
        "laughed so hard I nearly died",
        "that exam murdered me",
        "bit the bullet and did the e-learning",
        "Drowning in paperwork.",
    ],
)
def test_a_manner_of_speaking_brings_nothing(text: str) -> None:
    """Nobody dies of a rota."""
    assert read(text).label in {Label.NEUTRAL, Label.IDIOM_NONE}
