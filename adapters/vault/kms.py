"""AWS KMS as a safe: a key that never leaves it closes a data key for us. The only home of `boto3`.

Who opens it is found as everywhere with AWS: by its own variables, its files, or the role of the machine.
"""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from threading import Lock
from typing import Final, Protocol

from adapters.vault.material import KEY_BYTES
from adapters.vault.safe import DataKey
from bot.errors import KeyMissing, KeyRefused, KeyUnreachable, KeyWrong

CONNECTS_WITHIN: Final = 1.0
"""Seconds until a line stands."""
ANSWERS_WITHIN: Final = 1.5
"""Seconds for each answer. Everything is asked twice at the most."""
RESTS_FOR: Final = 15.0
"""Seconds in which a service that did not answer is not asked again: nobody waits for it twice in a row."""

_TRIES = 2
_SERVER_FAULT = 500
_OTHERS_KEY = frozenset({"IncorrectKeyException", "InvalidCiphertextException"})
_LATER = re.compile(r"Throttl|LimitExceeded|TooManyRequests|Timeout|Unavailable|InternalException")
_Answer = Mapping[str, object]


class _Client(Protocol):
    """What is used of boto3's client; its parameters have AWS's own names."""

    generate_data_key: Callable[..., _Answer]
    decrypt: Callable[..., _Answer]


class Kms:
    """One key in AWS KMS. Safe to share between threads: of several that ask, one does."""

    def __init__(
        self,
        key_id: str,
        *,
        region: str | None = None,
        url: str | None = None,
        monotonic: Callable[[], float] = time.monotonic,
        within: float = ANSWERS_WITHIN,
    ) -> None:
        """Ask of the key `key_id` (an id, ARN or alias), in a region of its own, or at another `url`."""
        self._key_id = key_id
        self._region = region
        self._url = url
        self._monotonic = monotonic
        self._within = within
        self._lock = Lock()
        self._client: _Client | None = None
        self._last: tuple[bytes, Mapping[str, str], bytes] | None = None
        self._rests_until = 0.0

    @property
    def name(self) -> str:
        """The key as the settings name it."""
        return self._key_id

    def new_key(self, bound_to: Mapping[str, str]) -> DataKey:
        """Have a data key drawn; raises `KeyUnreachable` or `KeyRefused`."""
        with self._lock, self._asking() as client:
            said = client.generate_data_key(KeyId=self._key_id, KeySpec="AES_256", EncryptionContext=bound_to)
            key = DataKey(plain=_key_in(said), closed=_bytes_in(said, "CiphertextBlob"))
            self._last = (key.closed, dict(bound_to), key.plain)
            return key

    def open(self, closed: bytes, bound_to: Mapping[str, str]) -> bytes:
        """Have a data key opened; raises `KeyUnreachable`, `KeyRefused` or `KeyWrong`."""
        with self._lock:
            if self._last is not None and self._last[:2] == (closed, bound_to):
                return self._last[2]
            with self._asking() as client:
                said = client.decrypt(KeyId=self._key_id, CiphertextBlob=closed, EncryptionContext=bound_to)
                plain = _key_in(said)
            self._last = (closed, dict(bound_to), plain)
            return plain

    def forget(self) -> None:
        """Let go of the last answer."""
        with self._lock:
            self._last = None

    @contextmanager
    def _asking(self) -> Iterator[_Client]:
        """Let the client be asked, unless AWS did not answer just now, and put its errors into our words."""
        if self._monotonic() < self._rests_until:
            raise KeyUnreachable(_no_answer(self._key_id))
        if self._client is None:
            self._client = _client(self._region, self._url, self._within)
        from botocore.exceptions import BotoCoreError, ClientError  # noqa: PLC0415 - an extra; it is here by now

        try:
            yield self._client
        except ClientError as problem:
            raise self._translated(problem.response) from None
        except (BotoCoreError, OSError, KeyUnreachable) as problem:
            if (words := _LACKING.get(type(problem).__name__)) is not None:
                raise KeyRefused(words) from None
            self._rest()
            raise KeyUnreachable(_no_answer(self._key_id)) from None

    def _translated(
        self, response: Mapping[str, Mapping[str, object]]
    ) -> KeyWrong | KeyRefused | KeyUnreachable:
        code = re.sub(r"\W", "", str(response.get("Error", {}).get("Code", "")))[:60]
        status = response.get("ResponseMetadata", {}).get("HTTPStatusCode")
        if code in _OTHERS_KEY:
            return KeyWrong(f"What is in the file was not closed by the key {self._key_id} in AWS KMS.")
        if _LATER.search(code) or (isinstance(status, int) and status >= _SERVER_FAULT):
            self._rest()
            return KeyUnreachable(_no_answer(self._key_id))
        return KeyRefused(
            f"AWS KMS refused to use the key {self._key_id}. It gave the code {code or 'none'}."
        )

    def _rest(self) -> None:
        self._rests_until = self._monotonic() + RESTS_FOR


_LACKING: Final = {
    "NoCredentialsError": "AWS's library does not know who asks. docs/operations.md says how.",
    "PartialCredentialsError": "AWS's library found half of what names who asks.",
    "NoRegionError": "Which region of AWS the key is in was not said: RESTSTOP_KMS_REGION says it.",
    "InvalidRegionError": "There is no such region of AWS: RESTSTOP_KMS_REGION says which.",
    "ProfileNotFound": "AWS's library does not know the profile that AWS_PROFILE names.",
}
"""What is said where AWS was not even asked, by the name of botocore's error."""


def _client(region: str | None, url: str | None, within: float) -> _Client:
    """Return boto3's client with our limits of time.

    Raises:
        KeyMissing: the library is not installed.
        KeyRefused: AWS's own settings are not what it takes.
    """
    try:
        import boto3  # noqa: PLC0415 - an extra, and a third of a second that only its users spend
        from botocore.config import Config  # noqa: PLC0415 - as above
        from botocore.exceptions import BotoCoreError  # noqa: PLC0415 - as above
    except ImportError:
        raise KeyMissing(
            "The key is closed by AWS KMS, and AWS's library is not here: `make server` installs it."
        ) from None
    limits = Config(
        connect_timeout=CONNECTS_WITHIN,
        read_timeout=within,
        retries={"mode": "standard", "total_max_attempts": _TRIES},
    )
    try:
        client: _Client = boto3.session.Session().client(
            "kms", region_name=region, endpoint_url=url, config=limits
        )
    except (BotoCoreError, ValueError) as problem:
        said = _LACKING.get(
            type(problem).__name__, "AWS's library cannot begin with the settings that it has."
        )
        raise KeyRefused(said) from None
    return client


def _key_in(said: _Answer) -> bytes:
    key = _bytes_in(said, "Plaintext")
    if len(key) != KEY_BYTES:
        raise KeyUnreachable
    return key


def _bytes_in(said: _Answer, name: str) -> bytes:
    """Return bytes of an answer; one that lacks them came from something else, and is none."""
    value = said.get(name)
    if not isinstance(value, bytes):
        raise KeyUnreachable
    return value


def _no_answer(key_id: str) -> str:
    return f"AWS KMS did not answer, and only it opens the key ({key_id}). Nothing was changed."
