"""The writer is hurt by somebody, or hurts somebody: who does what to whom, and the ways without a blow."""

from __future__ import annotations

import pytest

from bot.guards.crisis.meanings import Label
from bot.guards.crisis.reading import read

HURT = [
    "My husband hit me again.",
    "He had me by the throat in the kitchen",
    "my son punched me in the face and I told them I fell",
    "she throws plates at me when she drinks",
    "I was slapped by my mother-in-law",
    "My ex follows me to work",
    "he checks my phone and keeps my salary",
    "I'm not allowed to leave the house.",
    "I am afraid of my husband.",
    "scared to go home tonight",
    "Home isn't safe. Slept in the car because of him.",
    "He says he'll kill me if I leave.",
    "He forced me again, I said no.",
    "covering the bruises on my neck with foundation",
    "The grandson said he knows where I live and would slit my throat",
    "My boss put his hand up my tunic again",
    "found a tracker on my car",
    "my ex broke the restraining order",
    "walking on eggshells at home since he lost the job",
    "madam locks me in and keeps my passport",
]
HARM = [
    "I slapped a resident.",
    "I hit my son with the belt.",
    "shook the baby last night, only for a second",
    "I want to kill him.",
    "I'm going to stab my manager, I've got the knife in my bag.",
    "pinched her under the blanket where nobody sees",
    "Gave bed six an extra lorazepam so I could have a quiet night.",
    "crushed phenergan into the toddlers' milk",
    "I held him down harder than needed. I was angry.",
    "left him in the wet pad all night as a punishment",
    "I keep picturing my hands round his neck",
    "Next time he spits at me I'll knock his teeth out.",
    "I nearly threw the baby on the bed",
    "I know where he lives and I've got a bat.",
    "put something in his tea",
    "turned her buzzer off so she'd suffer",
    "I have been following my ex and I bought a knife",
    "tied mum to the chair so I could sleep",
    "scared of what I'll do to this baby",
    "I force fed him and held his nose",
]
THEIRS = [
    "Her husband hits her.",
    "The boy's father beats him.",
    "My client's partner strangled her on Saturday.",
    "A carer is slapping the residents, I saw it.",
    "the lad threatened to stab his teacher",
    "He pulled a knife on his mum.",
    "My sister's boyfriend punched her.",
    "pt is being beaten by her uncle",
    "Client says he wants to kill his boss",
]


@pytest.mark.parametrize("text", HURT)
def test_being_hurt_or_kept_down_is_met_strongly(text: str) -> None:
    """Blows, threats, watching, keeping: with the card for it."""
    assert read(text).label is Label.SELF_RISK_HIGH
    assert read(text).is_being_hurt


@pytest.mark.parametrize("text", HARM)
def test_hurting_somebody_is_met(text: str) -> None:
    """Done, nearly done, meant, and what is rough in care."""
    assert read(text).label is Label.HARM_TO_OTHERS


@pytest.mark.parametrize("text", THEIRS)
def test_what_others_do_to_each_other_is_somebody_elses(text: str) -> None:
    """The writer neither strikes nor is struck."""
    assert read(text).label is Label.CLIENT_RISK


@pytest.mark.parametrize("verb", ["punched", "slapped", "kicked", "strangled", "stabbed", "choked", "belted"])
def test_who_strikes_whom_decides(verb: str) -> None:
    """The same verb, the other way round."""
    assert read(f"He {verb} me.").label is Label.SELF_RISK_HIGH
    assert read(f"I {verb} him.").label is Label.HARM_TO_OTHERS
    assert read(f"He {verb} her.").label is Label.CLIENT_RISK
    assert read(f"I never {verb} anybody.").label in {Label.NEUTRAL, Label.IDIOM_NONE}


@pytest.mark.parametrize(
    "text",
    [
        "Beat the eggs and the traffic.",
        "I could murder a curry.",
        "My mum will kill me if I forget the cake.",
        "hit the hay at nine",
        "Held her hand while she slept.",
        "Pushed him round the garden in his wheelchair.",
        "we shot the training video in one take",
        "I would never hurt a patient.",
        "My father hit us when I was a child. Long ago, and I have made my peace.",
        "strangled the photocopier, metaphorically",
    ],
)
def test_everyday_senses_of_blows_bring_nothing(text: str) -> None:
    """Nobody is hit."""
    assert read(text).label in {Label.NEUTRAL, Label.IDIOM_NONE}
