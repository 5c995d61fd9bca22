"""The list of what is installed is complete, fits CycloneDX's own schema, and is the same tomorrow."""

from __future__ import annotations

import json
from importlib.resources import files

import pytest
from packageurl import PackageURL

from tests.json_schema import problems
from tests.json_types import Json, ReadJson
from tools.check_licences import agreed
from tools.check_lock import MOST_PACKAGES
from tools.make_sbom import SBOM
from tools.make_venv import RUN_LOCK, SERVER_LOCK
from tools.pins import read_lock

_REMARKS = ("$comment", "additionalItems", "deprecated", "examples", "meta:enum")
"""Words of the schema that judge nothing here: remarks, and what may come behind a list of places."""


def schema() -> ReadJson:
    """CycloneDX's schema, as its own library carries it; what stands in other files judges nothing here."""
    text = (files("cyclonedx.schema") / "_res" / "bom-1.6.SNAPSHOT.schema.json").read_text("utf-8")
    found: ReadJson = json.loads(text, object_hook=_without_remarks)
    return found


def _without_remarks(part: Json) -> Json:
    if not str(part.get("$ref", "#")).startswith("#"):
        return {}
    kept = {name: each for name, each in part.items() if name not in _REMARKS}
    if isinstance(kept.get("items"), list):
        kept["items"] = kept["items"][0]
    return kept


@pytest.fixture(scope="module")
def listed() -> ReadJson:
    """The list, as it stands in the checkout."""
    found: ReadJson = json.loads(SBOM.read_text("utf-8"))
    return found


def test_the_list_keeps_to_cyclonedx(listed: ReadJson) -> None:
    """The schema finds nothing in it."""
    assert problems(listed, schema()) == []


def test_the_schema_finds_what_is_wrong(listed: ReadJson) -> None:
    """A hash that is none, a kind that there is not: the test above could fail."""
    first, *rest = listed["components"]
    for wrong in ({**first, "type": "parcel"}, {**first, "hashes": [{"alg": "SHA-256", "content": "abc"}]}):
        assert problems({**listed, "components": [wrong, *rest]}, schema()) != []


def test_the_list_names_what_the_locks_pin(listed: ReadJson) -> None:
    """Each package of both, at its version, with the hash of every file that may be installed for it."""
    run, server = (read_lock(lock.read_text("utf-8")) for lock in (RUN_LOCK, SERVER_LOCK))
    found = {
        (each["name"], each["version"], each["scope"], tuple(sorted(hashed)))
        for each in listed["components"]
        for place in each["externalReferences"]
        if (hashed := [one["content"] for one in place["hashes"]])
    }
    needed = {pin.name for pin in run.pins}
    assert found == {
        (pin.name, pin.version, "required" if pin.name in needed else "optional", pin.hashes)
        for pin in server.pins
    }
    assert len(needed) <= MOST_PACKAGES[RUN_LOCK]
    assert len(found) == len(listed["components"]) <= MOST_PACKAGES[SERVER_LOCK]


def test_each_package_has_an_address_and_a_licence(listed: ReadJson) -> None:
    """As scanners look for them; a package that is for other machines alone tells its licence only there."""
    for each in listed["components"]:
        address = PackageURL.from_string(each["purl"])
        assert (address.type, address.name, address.version) == ("pypi", each["name"], each["version"])
        names = [
            str(one.get("expression") or one["license"].get("id") or one["license"]["name"])
            for one in each.get("licenses", ())
        ]
        assert names or "properties" in each
        assert [name for name in names if not agreed(name, each["name"])] == []


def test_everything_is_there_for_a_reason(listed: ReadJson) -> None:
    """Whoever goes from the project to what it asks for, and on from there, meets every package."""
    below = {each["ref"]: each.get("dependsOn", []) for each in listed["dependencies"]}
    house = listed["metadata"]["component"]["bom-ref"]
    met, ahead = set[str](), [house]
    while ahead:
        here = ahead.pop()
        ahead += [ref for ref in below[here] if ref not in met]
        met.add(here)
    assert met == below.keys() == {house, *(each["bom-ref"] for each in listed["components"])}


def test_it_is_the_same_tomorrow(listed: ReadJson) -> None:
    """No date stands in it, and no number that is drawn anew."""
    assert {"serialNumber", "timestamp"} & {*listed, *listed["metadata"]} == set()
