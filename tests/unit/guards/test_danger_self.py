"""The writer's own dying and self-harm, in families of wording: said outright, planned, taken leave of."""

from __future__ import annotations

import pytest

from bot.guards.crisis.meanings import Label
from bot.guards.crisis.plain import sentences
from bot.guards.crisis.reading import by_rules, read

OUTRIGHT = [
    "I want to die",
    "i dont want to be alive anymore",
    "wanna die tbh",
    "Feeling suicidal since the review.",
    "im sucidal and on nights",
    "I keep thinking about killing myself.",
    "cant stop thinking about suicide",
    "thoughts of ending my life, louder each night",
    "I am going to end it tonight",
    "Been wanting to unalive myself all week",
    "SI again, mine, with a plan",
    "There is no reason for me to live.",
    "Life is not worth living, I teach hope and have none.",
    "I wish I was dead.",
    "I'm not safe with myself tonight.",
    "I cannot keep myself safe.",
    "I don't trust myself with the tablets tonight",
    "Scared of what I'll do to myself when the house is quiet",
    "Make I just end am, I don tire for this life.",
    "mi waan dead, mi tired a dis life",
    "I'd be better off dead.",
    "The kids would be better off without me.",
    "want to jump off the multi storey and be done",
    "Thought about stepping in front of the train this morning.",
    "I want to drive into the barrier on the way home",
]
PLANNED = [
    "I have saved up enough insulin for it.",
    "Counted my tablets twice, they're lined up on the table",
    "bought a rope on the way home, it's in the garage",
    "I know how I would do it and where.",
    "picked a date, after my daughter's birthday",
    "Looked up how many of mine it would take",
    "Stood on the bridge for an hour after the late.",
    "nearly did it last night, the branch broke",
    "took a handful of zopiclone and woke up annoyed",
    "Swallowed a whole box of paracetamol on Sunday, nobody knows",
    "I overdosed on Friday and went to work on Monday",
    "Stole a vial of potassium home. I keep looking at it.",
]
LEAVING = [
    "Wrote letters to my kids and sealed them.",
    "If you are reading this, it was not your fault.",
    "Said my goodbyes today, nobody noticed.",
    "Changed the beneficiary and put my affairs in order, very calm now.",
    "Gave my good watch away, I won't be needing it.",
    "By the time you read this I will be gone.",
    "Found the dog a new home. This is my last entry.",
    "Who would feed the cat when I'm gone?",
]
HARMING = [
    "I cut my arms again last night.",
    "Cutting again, long sleeves in July.",
    "burned my thigh with the lighter on purpose",
    "Urges to cut all through ward round.",
    "I self harmed on Tuesday and told nobody",
    "been hitting myself in the head in the store room",
    "Not eaten since Friday on purpose, I like disappearing.",
    "relapsed, three new cuts on my leg",
]
BESIDE = [
    "My client wants to die and so do I.",
    "He said he can't go on. Me neither.",
    "She scored three on the last question. So would I.",
]


@pytest.mark.parametrize("text", OUTRIGHT + PLANNED + LEAVING + HARMING)
def test_the_writers_own_danger_is_met_strongly(text: str) -> None:
    """Said outright, planned, taken leave of, or done."""
    assert read(text).label is Label.SELF_RISK_HIGH
    assert not read(text).is_being_hurt


@pytest.mark.parametrize("text", BESIDE)
def test_the_writers_own_is_heard_beside_somebody_elses(text: str) -> None:
    """A client's dying and the writer's own: the writer's is answered."""
    assert read(text).label is Label.SELF_RISK_HIGH


@pytest.mark.parametrize("who", ["My client", "A pupil", "my brother", "One of the lads", "pt", "The caller"])
@pytest.mark.parametrize(
    "what",
    [
        "wants to die",
        "says he wants to kill himself",
        "has been saving up his tablets",
        "cut his arms again last night",
        "took an overdose on Sunday",
        "stood on the bridge for an hour",
        "wrote goodbye letters to his kids",
        "is suicidal and has a plan",
        "can't keep himself safe",
    ],
)
def test_the_same_words_about_somebody_else_are_somebody_elses(who: str, what: str) -> None:
    """A person who is named first is the one whom it is about, for the rules."""
    assert by_rules(sentences(f"{who} {what}.")).meaning.label is Label.CLIENT_RISK


@pytest.mark.parametrize(
    "text",
    [
        "I'm not suicidal, I'm starving.",
        "I don't want to die, I want a holiday.",
        "no thoughts of harming myself, thoughts of chips",
        "I have never wanted to kill myself.",
        "I took an overdose when I was seventeen, twenty years ago, and I am well.",
        "Self-harm was part of my life as a teenager. Long behind me.",
        "I used to cut at school. The scars have faded.",
    ],
)
def test_a_denial_and_a_long_past_bring_nothing(text: str) -> None:
    """A no in front of it, or years between."""
    assert read(text).label in {Label.NEUTRAL, Label.IDIOM_NONE}


@pytest.mark.parametrize(
    "text", ["I can't stop thinking about suicide.", "I'm not sure I want to live.", "I don't want to live."]
)
def test_a_no_that_denies_nothing_is_heard(text: str) -> None:
    """Not every "not" is a denial."""
    assert read(text).label is Label.SELF_RISK_HIGH


def test_an_old_wound_that_opened_again_is_not_past() -> None:
    """Years ago, and again."""
    assert read("I used to cut at school and last night I cut again.").label is Label.SELF_RISK_HIGH
