"""Lists what Reststop installs, as CycloneDX: docs/trust/sbom.cdx.json, from the locks, by `make trust`.

https://cyclonedx.org/docs/1.6/json/ says what stands in one. Neither a date nor a serial number does: both
are optional, and with them the file would be another one each day.
"""

import json
import tomllib
from collections.abc import Iterator

from cyclonedx.contrib.license.factories import LicenseFactory
from cyclonedx.model import (
    ExternalReference,
    ExternalReferenceType,
    HashAlgorithm,
    HashType,
    Property,
    XsUri,
)
from cyclonedx.model.bom import Bom, BomMetaData
from cyclonedx.model.component import Component, ComponentScope, ComponentType
from cyclonedx.model.dependency import Dependency
from cyclonedx.output.json import JsonV1Dot6
from packageurl import PackageURL
from packaging.utils import canonicalize_name

from tools.check_licences import known_licences
from tools.make_venv import RUN_LOCK, SERVER_LOCK
from tools.pins import Pin, read_lock
from tools.venvs import ROOT

SBOM = ROOT / "docs" / "trust" / "sbom.cdx.json"
_CHANGES_DAILY = ("serialNumber", "timestamp")


def sbom() -> str:
    """Return the list as it should be: each package, its files by hash, its licence, and who asks for it.

    What a terminal needs is `required`, what a chat or a server needs besides is `optional`. A licence
    stands where the package is installed here; one that is for other machines alone has none.
    """
    run, server = (read_lock(lock.read_text("utf-8")) for lock in (RUN_LOCK, SERVER_LOCK))
    needed = {pin.name for pin in run.pins}
    licences = {str(canonicalize_name(name)): licence for name, licence in known_licences().items()}
    house = _house()
    packages = {pin: _package(pin, pin.name in needed, licences.get(pin.name)) for pin in server.pins}
    everything = [(house.name, house), *((pin.name, package) for pin, package in packages.items())]
    return _plain(
        Bom(
            metadata=BomMetaData(component=house),
            components=packages.values(),
            dependencies=[Dependency(each.bom_ref, _below(name, packages)) for name, each in everything],
        )
    )


def _house() -> Component:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    name, version = project["name"], project["version"]
    return Component(
        name=name,
        version=version,
        type=ComponentType.APPLICATION,
        bom_ref=f"{name}=={version}",
        licenses=[LicenseFactory().make_from_string(project["license"])],
    )


def _package(pin: Pin, is_needed: bool, licence: str | None) -> Component:  # noqa: FBT001 - private, one caller
    address = PackageURL("pypi", name=pin.name, version=pin.version)
    return Component(
        name=pin.name,
        version=pin.version,
        type=ComponentType.LIBRARY,
        bom_ref=f"{pin.name}=={pin.version}",
        purl=address,
        scope=ComponentScope.REQUIRED if is_needed else ComponentScope.OPTIONAL,
        licenses=[LicenseFactory().make_from_string(licence)] if licence else (),
        properties=[Property(name="reststop:only-where", value=pin.marker)] if pin.marker else (),
        external_references=[
            ExternalReference(
                type=ExternalReferenceType.DISTRIBUTION,
                url=XsUri(str(address)),
                comment="One of these files, by machine and version of Python; no other is installed.",
                hashes=[HashType(alg=HashAlgorithm.SHA_256, content=digest) for digest in pin.hashes],
            )
        ],
    )


def _below(name: str, packages: dict[Pin, Component]) -> Iterator[Dependency]:
    """What `name` asks for by itself. What nobody asks for builds the project, and is asked for by it."""
    is_house = all(pin.name != name for pin in packages)
    for pin, package in packages.items():
        if name in pin.wanted_by or (is_house and not pin.wanted_by):
            yield Dependency(package.bom_ref)


def _plain(bom: Bom) -> str:
    said = json.loads(JsonV1Dot6(bom).output_as_string())
    for place in (said, said["metadata"]):
        for name in _CHANGES_DAILY:
            place.pop(name, None)
    return json.dumps(said, indent=1) + "\n"
