"""Settings: read once, from the environment and a `.env` file, all problems in one sentence each.

docs/settings.md lists them for people who run Reststop.
"""

from __future__ import annotations

import os
import re
from functools import partial
from pathlib import Path
from typing import Annotated, Literal
from urllib.parse import urlsplit

from platformdirs import user_data_path
from pydantic import AfterValidator, BeforeValidator, Field, ValidationError, field_validator
from pydantic_core import ErrorDetails
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from adapters.console.talk import Look
from adapters.discord.line.shards import Shards
from bot.app.library import Folders, folders_of
from bot.domain.page_addresses import is_page
from bot.domain.zones import zone_of
from bot.errors import BadInput, BadSetting
from bot.ports.vault import Secret

ENV_FILE = Path(".env")
"""Where settings may stand, too: in the folder in which Reststop is started."""
ON_CALL_MAX = 120
_ACCOUNT = re.compile(r"((?:slack|discord)/[A-Za-z0-9]+)/([A-Za-z0-9]+)")
"""An organisation, and somebody in it by their id there."""
_SAID = {
    "int_parsing": "This is a whole number.",
    "bool_parsing": "This is 1 or 0.",
    "greater_than_equal": "This is {ge} at the least.",
    "literal_error": "This is one of {expected}.",
    "less_than_equal": "This is {le} at the most.",
}
"""What is said where pydantic has other words, by its type of error."""


def _hidden(value: object) -> object:
    return Secret(value.strip()) if isinstance(value, str) else value


def _kept_close(value: str, *, scheme: str) -> str:
    """Return an address to which a token may go: encrypted (`scheme`), or on this machine.

    Raises:
        ValueError: it is neither.
    """
    url = urlsplit(value)
    local = url.hostname in {"127.0.0.1", "::1", "localhost"}
    if not url.hostname or (url.scheme != scheme and not (url.scheme == scheme.removesuffix("s") and local)):
        raise ValueError(f"This is an address that begins with {scheme}://, or is on this machine.")
    return value


def _kms_address(value: str | None) -> str | None:
    return _kept_close(value, scheme="https") if value else None


def _accounts(value: object) -> object:
    """Return what stands between commas as organisations and people in them.

    Raises:
        ValueError: one of them is no account.
    """
    if not isinstance(value, str):
        return value
    found = [_ACCOUNT.fullmatch(part.strip()) for part in value.split(",") if part.strip()]
    if None in found:
        raise ValueError(
            "These are accounts with commas between them, each as slack/WORKSPACE/MEMBER or"
            " discord/SERVER/MEMBER, by their ids."
        )
    return frozenset(one.groups() for one in found if one)


def _folders(value: object) -> object:
    """Return what stands between commas as folders.

    Raises:
        ValueError: they cannot stand together.
    """
    if isinstance(value, str):
        value = tuple(Path(part.strip()).expanduser() for part in value.split(",") if part.strip())
    try:
        folders_of(value if isinstance(value, tuple) else ())
    except BadSetting as problem:
        raise ValueError(problem.sentence) from None
    return value


Hidden = Annotated[Secret | None, BeforeValidator(_hidden)]
"""A token, or anything else that nobody should read."""
Api = Annotated[str, AfterValidator(lambda url: _kept_close(url, scheme="https").rstrip("/") + "/")]
"""Where a platform is called; a server of this machine may stand in."""


class Settings(BaseSettings):
    """What an operator may set. Each name stands in the environment as `RESTSTOP_` and the field's name.

    Those of a platform's own credentials stand there as everywhere, without the prefix.
    """

    model_config = SettingsConfigDict(
        env_prefix="RESTSTOP_",
        env_file=ENV_FILE,
        env_ignore_empty=True,
        extra="ignore",
        frozen=True,
        arbitrary_types_allowed=True,
        validate_by_name=True,
        validate_by_alias=True,
    )

    data: Path = Field(default_factory=lambda: user_data_path("reststop"))
    """The data folder. It belongs to one process."""
    database_url: Hidden = None
    """A PostgreSQL database in the place of the data folder's own, for several processes: postgresql://…"""
    keys_database_url: Hidden = None
    """Another one, for keys, which is backed up by itself."""
    key_file: Path | None = None
    """The key file; beside the data folder unless set, never inside it."""
    key: Hidden = None
    """The lines of a key file, with `;` between them, where a file is not wanted."""
    kms_key_id: str = ""
    """The key in AWS KMS that opens the key file: its id, ARN or alias."""
    kms_file: Path | None = None
    """The key file that it closed; beside the place of the key file unless set."""
    kms_region: str = ""
    """In which region of AWS it is, where AWS's own settings do not say."""
    kms_url: Annotated[str | None, AfterValidator(_kms_address)] = None
    """Where KMS is, where that is not the region's public address."""
    key_shared: bool = False
    """Whether all processes read one and the same key file, so that one of them may write it for all."""
    prompts: Annotated[tuple[Path, ...], NoDecode, BeforeValidator(_folders)] = ()
    """Folders of prompts: packs beside the library that ships, or a library in its place."""
    operator_name: str = ""
    """Who runs this server, as `privacy` and "Read more" show it."""
    operator_contact: str = ""
    """How to reach them."""
    policy: str = ""
    """The https address of the organisation's own page on ending and referring."""
    on_call: str = ""
    """How staff of the organisation reach somebody now, as help now shows it."""
    admins: Annotated[frozenset[tuple[str, str]], NoDecode, BeforeValidator(_accounts)] = Field(
        default=frozenset(), repr=False
    )
    """Who looks after an organisation, whatever a platform says: its name (`Inbound`), and their id there."""
    rotate_every: int | None = Field(default=None, ge=1, le=3650)
    """After how many days a new key-encryption key takes over by itself."""
    zone: str | None = None
    """The terminal's time zone, where the machine does not tell the right one."""
    plain: bool = False
    """Line after line in the terminal, without colour or drawing: for screen readers."""
    log: Literal["file", "stderr"] = "file"
    """Where warnings and faults are written: beside the data, or where a service manager reads."""
    host: str = "127.0.0.1"
    """Where HTTP is listened for. A proxy in front of it speaks https."""
    port: int = Field(default=8000, ge=0, le=65535)
    """At which port; 0 for a free one, which is said at the start."""
    slack_bot_token: Hidden = Field(default=None, validation_alias="SLACK_BOT_TOKEN")
    """The bot token of one workspace."""
    slack_app_token: Hidden = Field(default=None, validation_alias="SLACK_APP_TOKEN")
    """The app-level token, for Socket Mode."""
    slack_signing_secret: Hidden = Field(default=None, validation_alias="SLACK_SIGNING_SECRET")
    """What Slack signs its requests with, for HTTP."""
    slack_client_id: str | None = Field(default=None, validation_alias="SLACK_CLIENT_ID")
    """The app's id as OAuth knows it, for HTTP."""
    slack_client_secret: Hidden = Field(default=None, validation_alias="SLACK_CLIENT_SECRET")
    """The secret that goes with it."""
    slack_api_url: Api = "https://slack.com/api/"
    """Where Slack's Web API is; a local server may stand in."""
    slack_per_minute: int | None = Field(default=None, ge=1, le=6000)
    """How many messages a minute one workspace is sent at most."""
    slack_token_rotation: bool = False
    """Whether the manifest asks for tokens that expire after twelve hours."""
    discord_token: Hidden = Field(default=None, validation_alias="DISCORD_TOKEN")
    """The token of the bot."""
    discord_api_url: Api = "https://discord.com/api/v10/"
    """Where Discord's API is; a local server may stand in."""
    discord_gateway_url: Annotated[str, AfterValidator(partial(_kept_close, scheme="wss"))] = (
        "wss://gateway.discord.gg/"
    )
    """Where its gateway is."""
    discord_shards: str = ""
    """Which parts of all servers this process listens to, as in "0,1/4"; empty for all, undivided."""

    @field_validator("data", "key_file", "kms_file")
    @classmethod
    def _home(cls, value: Path | None) -> Path | None:
        return value.expanduser() if value else None

    @field_validator("policy")
    @classmethod
    def _address(cls, value: str) -> str:
        if value and not is_page(value):
            raise ValueError("This is the address of a page that begins with https://.")
        return value

    @field_validator("discord_shards")
    @classmethod
    def _shards(cls, value: str) -> str:
        try:
            Shards.read(value)
        except BadSetting as problem:
            raise ValueError(problem.sentence) from None
        return value

    @field_validator("on_call", "operator_name", "operator_contact")
    @classmethod
    def _short(cls, value: str) -> str:
        if len(value) > ON_CALL_MAX or not value.isprintable():
            raise ValueError(f"One short line, {ON_CALL_MAX} characters at most.")
        return value

    @field_validator("zone")
    @classmethod
    def _known(cls, value: str | None) -> str | None:
        try:
            return zone_of(value).key if value else None
        except BadInput as problem:
            raise ValueError(problem.sentence) from None

    @property
    def operator(self) -> str:
        """Who runs this server and how to reach them, in one line; empty where nobody is named."""
        return ", ".join(part for part in (self.operator_name, self.operator_contact) if part)

    @property
    def folders(self) -> Folders:
        """Where the prompt library stands, and the packs beside it."""
        return folders_of(self.prompts)

    @property
    def key_path(self) -> Path:
        """Where the key file is looked for."""
        return self.key_file or self.data.parent / f"{self.data.name}.key"

    @property
    def kms_path(self) -> Path:
        """Where the key file that AWS KMS closed is looked for."""
        return self.kms_file or self.key_path.with_name(f"{self.key_path.name}.kms")

    @property
    def ledger_path(self) -> Path:
        """Where the ledger of erased people stands: beside the place of the key file, apart from the data."""
        return self.key_path.with_name(f"{self.key_path.name}.erased")

    @property
    def credentials(self) -> Path | None:
        """The folder in which a service manager hands over credentials, if one does (systemd.exec)."""
        folder = os.environ.get("CREDENTIALS_DIRECTORY")
        return Path(folder) if folder else None

    @property
    def log_file(self) -> Path:
        """Where the terminal's log goes: beside the chat it would only disturb."""
        return self.data / "reststop.log"


def read_settings(**given: object) -> Settings:
    """Read the settings; what is `given` (and not None) comes before the environment.

    Raises:
        BadSetting: something cannot be read. All such settings are named, no value is quoted.
    """
    try:
        return Settings(**{name: value for name, value in given.items() if value is not None})  # type: ignore[arg-type]  # checked by the model
    except ValidationError as problem:
        lines = [
            f"{variable(str(error['loc'][0]))}: {_sentence(error)}"
            for error in problem.errors(include_input=False, include_url=False)
        ]
        raise BadSetting("A setting could not be read. " + " ".join(lines)) from None
    except (OSError, UnicodeDecodeError):  # it may hold a key: nothing of it is shown
        raise BadSetting("The .env file here could not be read. It is plain text in UTF-8.") from None


def _sentence(error: ErrorDetails) -> str:
    said = _SAID.get(error["type"], error["msg"].removeprefix("Value error, "))
    return said.format(**error["ctx"]) if "ctx" in error and error["type"] in _SAID else said


def variables() -> tuple[str, ...]:
    """Return every setting as it is called in the environment."""
    return tuple(variable(name) for name in Settings.model_fields)


def variable(name: str) -> str:
    """Return what a field of the settings, or its alias, is called in the environment."""
    field = Settings.model_fields.get(name)
    if field is None:
        return name  # it is an alias already
    alias = field.validation_alias
    return alias if isinstance(alias, str) else f"RESTSTOP_{name.upper()}"


def terminal_look(*, plain: bool = False) -> Look:
    """Return how the terminal is written to: as its person set it, as NO_COLOR asks, or as it can."""
    if plain or os.environ.get("TERM") == "dumb":
        return Look.LINES
    return Look.PLAIN if os.environ.get("NO_COLOR") else Look.COLOURED
