"""A poor match may go on for cost, insurance or want of another place: these are answers, as is a consult."""

from __future__ import annotations

from bot.domain.flows import ChoiceStep, MultiStep
from tests.content.walking import FLOWS, ended

FLOW = FLOWS["fit_and_referral"]


def test_cost_insurance_and_scarcity_are_among_the_answers() -> None:
    """Beside hope, loyalty, one's own wish, and not being sure."""
    keeps = FLOW.step("keeps")
    assert isinstance(keeps, MultiStep)
    labels = {option.name: option.label for option in keeps.options}
    assert labels["cost"] == "cost or insurance"
    assert labels["nowhere"] == "nowhere else to go"
    assert {"hope", "loyalty", "wish", "unsure"} <= labels.keys()


def test_asking_first_leads_to_supervision_or_an_ethics_consult() -> None:
    """And it ends as a question that is brought there."""
    scope = FLOW.step("scope")
    assert isinstance(scope, ChoiceStep)
    [consult] = [option.label for option in scope.options if option.name == "consult"]
    assert "ethics consult" in consult
    assert ended(FLOW, {"scope": "consult"}).state == "to_supervision"
