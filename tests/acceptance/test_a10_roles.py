"""A10: owner, peer, facilitator, trainer, admin, outsider, other tenant x each command, button, modal.

What comes is exactly what the table says, and where it says nothing, no; forged and expired refs are refused.
"""

from __future__ import annotations

from bot.services.route import Route
from bot.services.routes import ACTIONS, COMMANDS, TALK, TOLD
from tools.make_roles import ACTORS, Comes

HELD_BY = (
    "tests/unit/admin/test_role_matrix.py::test_what_comes_is_what_the_page_says",
    "tests/unit/admin/test_role_matrix.py::test_the_page_of_roles_is_made_from_the_routes",
    "tests/unit/admin/test_role_matrix.py::test_a_control_that_names_somebody_elses_row_leads_nowhere",
    "tests/unit/admin/test_role_matrix.py::test_an_action_that_is_none_does_no_more_than_start",
    "tests/unit/admin/test_role_attacks.py::test_no_role_is_made_greater_by_a_forged_control",
    "tests/unit/admin/test_role_attacks.py::test_a_control_of_one_organisation_finds_nothing_in_another",
    "tests/property/test_surface_ref_laws.py::test_a_changed_ref_is_forged",
    "tests/property/test_surface_ref_laws.py::test_a_foreign_press_is_told_from_a_forged_one",
    "tests/property/test_surface_ref_laws.py::test_another_key_makes_another_ref",
    "tests/unit/test_erasing.py::test_an_old_button_erases_nobody",
    "tests/unit/discord/test_discord_forged.py",
)


def test_a10_the_table_has_everybody_and_everything() -> None:
    """Nine kinds of people, some hundreds of routes, and one answer of three for each pair."""
    told: dict[str, Route] = {str(name): route for table in (TALK, TOLD) for name, route in table.items()}
    routes = {**ACTIONS, **COMMANDS, **told}
    assert len(ACTORS) == 9
    assert len(routes) > 200
    pairs = {(who.name, name): who.comes(route) for who in ACTORS for name, route in routes.items()}
    assert set(pairs.values()) == set(Comes)
    assert len(pairs) == len(ACTORS) * len(routes)


def test_a10_what_is_for_a_role_is_refused_without_it() -> None:
    """Also to who holds a role elsewhere, and to who holds another one here."""
    routes = {**ACTIONS, **COMMANDS}
    for_roles = {name: route for name, route in routes.items() if route.roles}
    assert len(for_roles) >= 50
    for name, route in for_roles.items():
        for who in ACTORS:
            if who.roles.isdisjoint(route.roles):
                assert who.comes(route) is Comes.REFUSED, (who.name, name)
