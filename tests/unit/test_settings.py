"""Settings: read once, all problems in one sentence, no value ever shown."""

from __future__ import annotations

import traceback
from datetime import timedelta
from pathlib import Path

import pytest

from adapters.discord.line.shards import Shards
from bot.app.bootstrap import rotates_every
from bot.app.settings import read_settings, variables
from bot.errors import BadSetting
from bot.ports.vault import Secret


@pytest.fixture(autouse=True)
def _bare(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Stand in an empty folder with an empty environment."""
    monkeypatch.chdir(tmp_path)
    for name in variables():
        monkeypatch.delenv(name, raising=False)
    monkeypatch.delenv("CREDENTIALS_DIRECTORY", raising=False)
    monkeypatch.setenv("HOME", str(tmp_path / "home"))


def test_the_key_stands_beside_the_data_unless_it_is_put_elsewhere(monkeypatch: pytest.MonkeyPatch) -> None:
    """Never inside: the default follows the data folder."""
    monkeypatch.setenv("RESTSTOP_DATA", "/srv/notes")
    assert read_settings().key_path == Path("/srv/notes.key")
    assert read_settings().kms_path == Path("/srv/notes.key.kms")
    monkeypatch.setenv("RESTSTOP_KEY_FILE", "~/safe.key")
    assert read_settings().key_path == Path("~/safe.key").expanduser()
    assert read_settings().kms_path == Path("~/safe.key.kms").expanduser()
    monkeypatch.setenv("RESTSTOP_KMS_FILE", "~/closed")
    assert read_settings().kms_path == Path("~/closed").expanduser()


def test_a_dot_env_is_read_and_the_environment_comes_first(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And what a command gives comes before both."""
    lines = ("RESTSTOP_OPERATOR_NAME=from the file", "RESTSTOP_ZONE=Europe/Berlin", "OTHER=1")
    (tmp_path / ".env").write_text("\n".join(lines))
    assert (read_settings().operator, read_settings().zone) == ("from the file", "Europe/Berlin")
    monkeypatch.setenv("RESTSTOP_OPERATOR_NAME", "from the environment")
    assert read_settings().operator == "from the environment"
    assert read_settings(operator_name="given").operator == "given"


def test_an_empty_setting_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    """`RESTSTOP_DATA=` is not the folder one happens to stand in."""
    monkeypatch.setenv("RESTSTOP_DATA", "")
    monkeypatch.setenv("RESTSTOP_KEY", "")
    assert read_settings().data.is_absolute()
    assert not read_settings().key


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        ("RESTSTOP_PORT", "abc", "This is a whole number."),
        ("RESTSTOP_PORT", "70000", "This is 65535 at the most."),
        ("RESTSTOP_ROTATE_EVERY", "0", "This is 1 at the least."),
        ("RESTSTOP_PLAIN", "maybe", "This is 1 or 0."),
    ],
)
def test_what_a_setting_has_to_be_is_said_in_plain_words(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str, said: str
) -> None:
    """Not in those of the library that reads it."""
    monkeypatch.setenv(name, value)
    with pytest.raises(BadSetting) as refused:
        read_settings()
    assert refused.value.sentence == f"A setting could not be read. {name}: {said}"


def test_bad_settings_are_named_together_and_not_quoted(monkeypatch: pytest.MonkeyPatch) -> None:
    """One start tells all that is wrong."""
    monkeypatch.setenv("RESTSTOP_ZONE", "Mars/Base")
    with pytest.raises(BadSetting) as refused:
        read_settings(data=3)
    assert "RESTSTOP_ZONE" in refused.value.sentence
    assert "RESTSTOP_DATA" in refused.value.sentence
    assert "Mars" not in refused.value.sentence


def test_a_key_is_never_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    """Not in a repr, not in a format, not in an error about something else."""
    monkeypatch.setenv("RESTSTOP_KEY", "root c2VjcmV0")
    settings = read_settings()
    assert "c2VjcmV0" not in f"{settings!r} {settings} {settings.key}"
    monkeypatch.setenv("RESTSTOP_ZONE", "Mars/Base")
    with pytest.raises(BadSetting) as refused:
        read_settings()
    assert "c2VjcmV0" not in str(refused.value)


@pytest.mark.parametrize("content", [b"RESTSTOP_KEY=c2VjcmV0\xff\n", b"RESTSTOP_KEY=c2VjcmV0\0\xfe"])
def test_a_dot_env_that_is_no_text_is_named_and_not_quoted(tmp_path: Path, content: bytes) -> None:
    """It may hold a key, also in what raised it."""
    (tmp_path / ".env").write_bytes(content)
    with pytest.raises(BadSetting, match=r"\.env") as refused:
        read_settings()
    assert "c2VjcmV0" not in "".join(traceback.format_exception(refused.value))


def test_without_settings_everything_has_its_usual_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing needs to be set: the data under the home folder, the key beside it."""
    monkeypatch.delenv("XDG_DATA_HOME", raising=False)
    settings = read_settings()
    assert settings.data.is_relative_to(tmp_path / "home")
    assert settings.key_path == settings.data.with_name("reststop.key")
    assert settings.log_file == settings.data / "reststop.log"
    assert (settings.folders.library / "wide").is_dir()
    assert (settings.key, settings.credentials, settings.zone, settings.operator) == (None, None, None, "")


@pytest.mark.parametrize("value", ["0", "-1", "often"])
def test_keys_rotate_after_a_number_of_days_or_not_at_all(
    monkeypatch: pytest.MonkeyPatch, value: str
) -> None:
    """A rhythm that cannot be meant is refused."""
    assert read_settings().rotate_every is None
    monkeypatch.setenv("RESTSTOP_ROTATE_EVERY", "14")
    assert read_settings().rotate_every == 14
    monkeypatch.setenv("RESTSTOP_ROTATE_EVERY", value)
    with pytest.raises(BadSetting, match="RESTSTOP_ROTATE_EVERY"):
        read_settings()


def test_keys_rotate_by_themselves_where_no_other_machine_may_have_them(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """In a data folder; with databases on a server only where all read one key file."""
    assert rotates_every(read_settings()) is None
    monkeypatch.setenv("RESTSTOP_ROTATE_EVERY", "14")
    assert rotates_every(read_settings()) == timedelta(days=14)
    monkeypatch.setenv("RESTSTOP_DATABASE_URL", "postgresql://db.example/main")
    monkeypatch.setenv("RESTSTOP_KEYS_DATABASE_URL", "postgresql://db.example/keys")
    assert rotates_every(read_settings()) is None
    monkeypatch.setenv("RESTSTOP_KEY_SHARED", "1")
    assert rotates_every(read_settings()) == timedelta(days=14)


def test_who_runs_it_is_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    """A name and a way to reach them, as cards show it; what is left out leaves no comma."""
    monkeypatch.setenv("RESTSTOP_OPERATOR_NAME", "Ward 7")
    assert read_settings().operator == "Ward 7"
    monkeypatch.setenv("RESTSTOP_OPERATOR_CONTACT", "extension 12")
    assert read_settings().operator == "Ward 7, extension 12"
    monkeypatch.setenv("RESTSTOP_OPERATOR_NAME", "Ward\n7")
    with pytest.raises(BadSetting, match="RESTSTOP_OPERATOR_NAME"):
        read_settings()


def test_slacks_credentials_have_their_usual_names_and_are_never_shown(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """What is given comes before the environment here, too; a space that was pasted along goes."""
    secrets = ("BOT_TOKEN", "APP_TOKEN", "SIGNING_SECRET", "CLIENT_SECRET")
    for name in secrets:
        monkeypatch.setenv(f"SLACK_{name}", f" hush-{name} ")
    settings = read_settings()
    held = (
        settings.slack_bot_token,
        settings.slack_app_token,
        settings.slack_signing_secret,
        settings.slack_client_secret,
    )
    assert [secret.reveal() for secret in held if secret] == [f"hush-{name}" for name in secrets]
    assert "hush" not in f"{settings!r} {settings}"
    assert read_settings(slack_bot_token=Secret("given")).slack_bot_token == Secret("given")
    monkeypatch.setenv("SLACK_CLIENT_ID", "1.2")
    monkeypatch.setenv("RESTSTOP_PORT", "65536")
    with pytest.raises(BadSetting, match="RESTSTOP_PORT") as refused:
        read_settings()
    assert "hush" not in "".join(traceback.format_exception(refused.value))


def test_discords_token_is_never_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    """It has the name that it has everywhere."""
    monkeypatch.setenv("DISCORD_TOKEN", " hush ")
    settings = read_settings()
    assert settings.discord_token == Secret("hush")
    assert "hush" not in f"{settings!r} {settings}"
    monkeypatch.setenv("RESTSTOP_DISCORD_SHARDS", "4/4")
    with pytest.raises(BadSetting, match="RESTSTOP_DISCORD_SHARDS") as refused:
        read_settings()
    assert "hush" not in "".join(traceback.format_exception(refused.value))


_API, _GATEWAY = "RESTSTOP_DISCORD_API_URL", "RESTSTOP_DISCORD_GATEWAY_URL"


@pytest.mark.parametrize(
    ("name", "given", "read"),
    [
        ("RESTSTOP_SLACK_API_URL", "http://127.0.0.1:4000/api", "http://127.0.0.1:4000/api/"),
        ("RESTSTOP_SLACK_API_URL", "https://slack.example/api/", "https://slack.example/api/"),
        ("RESTSTOP_SLACK_API_URL", "http://slack.example/api/", None),
        ("RESTSTOP_SLACK_API_URL", "slack.example", None),
        ("RESTSTOP_KMS_URL", "http://127.0.0.1:4000", "http://127.0.0.1:4000"),
        ("RESTSTOP_KMS_URL", "https://kms.example", "https://kms.example"),
        ("RESTSTOP_KMS_URL", "http://kms.example", None),
        (_API, "http://localhost:4000/api/v10", "http://localhost:4000/api/v10/"),
        (_API, "https://discord.example/api/v10/", "https://discord.example/api/v10/"),
        (_API, "http://discord.example/api/v10/", None),
        (_GATEWAY, "ws://127.0.0.1:4000/gateway", "ws://127.0.0.1:4000/gateway"),
        (_GATEWAY, "wss://gateway.example/", "wss://gateway.example/"),
        (_GATEWAY, "ws://gateway.example/", None),
        (_GATEWAY, "https://gateway.example/", None),
    ],
)
def test_a_token_goes_to_no_other_machine_in_the_clear(
    monkeypatch: pytest.MonkeyPatch, name: str, given: str, read: str | None
) -> None:
    """A stand-in for a platform is on this machine, or speaks encrypted."""
    monkeypatch.setenv(name, given)
    if read is None:
        with pytest.raises(BadSetting, match=name):
            read_settings()
    else:
        assert getattr(read_settings(), name.removeprefix("RESTSTOP_").lower()) == read


@pytest.mark.parametrize("value", ["0", "0/0", "1/1", "a/b", "0,5/4", "-1/4", "0-3/4"])
def test_shards_that_cannot_be_are_refused(monkeypatch: pytest.MonkeyPatch, value: str) -> None:
    """They are numbers from 0 on, and how many there are; nothing is all of it."""
    assert not read_settings().discord_shards
    monkeypatch.setenv("RESTSTOP_DISCORD_SHARDS", "0, 1/4")
    assert Shards.read(read_settings().discord_shards) == Shards(ids=(0, 1), count=4)
    monkeypatch.setenv("RESTSTOP_DISCORD_SHARDS", value)
    with pytest.raises(BadSetting, match="RESTSTOP_DISCORD_SHARDS"):
        read_settings()


def test_admins_are_named_by_their_accounts(monkeypatch: pytest.MonkeyPatch) -> None:
    """An organisation and somebody in it, of Slack and of Discord; whoever they are is not printed."""
    assert read_settings().admins == frozenset()
    monkeypatch.setenv("RESTSTOP_ADMINS", " slack/T1/U1,discord/51/31 , slack/T1/U1,")
    settings = read_settings()
    assert settings.admins == {("slack/T1", "U1"), ("discord/51", "31")}
    assert "U1" not in f"{settings!r} {settings}"


@pytest.mark.parametrize(
    "value", ["U1", "T1/U1", "slack/T1", "slack/T1/", "teams/T1/U1", "slack/T1/U1/x", "slack/T1/@ana", "[]"]
)
def test_what_is_no_account_is_no_admin(monkeypatch: pytest.MonkeyPatch, value: str) -> None:
    """It says how an account is written, and quotes nothing."""
    monkeypatch.setenv("RESTSTOP_ADMINS", f"slack/T9/UCANARY, {value}")
    with pytest.raises(BadSetting, match="RESTSTOP_ADMINS: These are accounts") as refused:
        read_settings()
    assert "CANARY" not in "".join(traceback.format_exception(refused.value))
