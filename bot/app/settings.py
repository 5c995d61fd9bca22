"""Settings: read once, from the environment and a `.env` file, all problems in one sentence each.

docs/settings.md lists them for people who run Reststop.
"""

from __future__ import annotations

import os
from pathlib import Path

from platformdirs import user_data_path
from pydantic import Field, ValidationError, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from adapters.console.chat import Look
from bot.app.library import library_folder
from bot.domain.zones import zone_of
from bot.errors import BadInput, BadSetting
from bot.ports.vault import Secret

ON_CALL_MAX = 120


class Settings(BaseSettings):
    """What an operator may set. Each name stands in the environment as `RESTSTOP_` and the field's name."""

    model_config = SettingsConfigDict(
        env_prefix="RESTSTOP_",
        env_file=".env",
        env_ignore_empty=True,
        extra="ignore",
        frozen=True,
        arbitrary_types_allowed=True,
    )

    data: Path = Field(default_factory=lambda: user_data_path("reststop"))
    """The data folder. It belongs to one process."""
    key_file: Path | None = None
    """The key file; beside the data folder unless set, never inside it."""
    key: Secret | None = None
    """The lines of a key file, with `;` between them, where a file is not wanted."""
    prompts: Path = Field(default_factory=library_folder)
    """The prompt library."""
    operator: str = ""
    """Who runs this server and how to reach them, as `privacy` shows it."""
    policy: str = ""
    """The https address of the organisation's own page on ending and referring."""
    on_call: str = ""
    """How staff of the organisation reach somebody now, as help now shows it."""
    rotate_every: int | None = Field(default=None, ge=1, le=3650)
    """After how many days a new key-encryption key takes over by itself."""
    zone: str | None = None
    """The terminal's time zone, where the machine does not tell the right one."""
    plain: bool = False
    """Line after line in the terminal, without colour or drawing: for screen readers."""

    @field_validator("key", mode="before")
    @classmethod
    def _hidden(cls, value: object) -> object:
        return Secret(value) if isinstance(value, str) else value

    @field_validator("data", "key_file", "prompts")
    @classmethod
    def _home(cls, value: Path | None) -> Path | None:
        return value.expanduser() if value else None

    @field_validator("policy")
    @classmethod
    def _address(cls, value: str) -> str:
        if value and not value.startswith("https://"):
            raise ValueError("This is an address that begins with https://.")
        return value

    @field_validator("on_call")
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
    def key_path(self) -> Path:
        """Where the key file is looked for."""
        return self.key_file or self.data.parent / f"{self.data.name}.key"

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
            f"RESTSTOP_{'_'.join(str(part) for part in error['loc']).upper()}: "
            f"{error['msg'].removeprefix('Value error, ')}"
            for error in problem.errors(include_input=False, include_url=False)
        ]
        raise BadSetting("A setting could not be read. " + " ".join(lines)) from None
    except (OSError, UnicodeDecodeError):  # it may hold a key: nothing of it is shown
        raise BadSetting("The .env file here could not be read. It is plain text in UTF-8.") from None


def terminal_look(*, plain: bool = False) -> Look:
    """Return how the terminal is written to: as its person set it, as NO_COLOR asks, or as it can."""
    if plain or os.environ.get("TERM") == "dumb":
        return Look.LINES
    return Look.PLAIN if os.environ.get("NO_COLOR") else Look.COLOURED
