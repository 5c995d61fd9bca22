"""AWS KMS on this machine: moto's, behind a door on the loopback that can fail in every way."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Thread
from typing import ClassVar

import boto3
from moto.core.request import Request
from moto.kms.responses import KmsResponse

REGION = "eu-central-1"
ASKS_AS = {
    "AWS_ACCESS_KEY_ID": "nobody",
    "AWS_SECRET_ACCESS_KEY": "nothing",
    "AWS_EC2_METADATA_DISABLED": "true",
    "AWS_CONFIG_FILE": os.devnull,
    "AWS_SHARED_CREDENTIALS_FILE": os.devnull,
}
"""Who asks, as AWS's library reads it from the environment: nobody real, and nobody is looked up."""

NONSENSE, RESET, SLOW, OTHER = "nonsense", "reset", "slow", "other"
"""Troubles that are no code of AWS's: another server's page, a cut line, no answer, another key."""
DOWN = (SLOW, RESET, NONSENSE, "ThrottlingException", "KMSInternalException", "DependencyTimeoutException")
REFUSALS = ("AccessDeniedException", "DisabledException", "KMSInvalidStateException", "ExpiredTokenException")
_PATIENCE = 60.0


class Minutes:
    """A clock of seconds that goes on by a minute each time it is asked: no rest outlasts that."""

    now = 0.0

    def __call__(self) -> float:
        """Return the time."""
        self.now += 60
        return self.now


class KmsHere:
    """One KMS with one key. `trouble` names how it fails from now on, or nothing."""

    def __init__(self, server: ThreadingHTTPServer) -> None:
        """Make a key."""
        self.url = f"http://127.0.0.1:{server.server_port}"
        self.trouble = ""
        self.asked: list[tuple[str, Mapping[str, str]]] = []
        """What was asked, and what it was bound to, in order."""
        self.over = Event()
        self.key_id = ""

    def new_key(self) -> str:
        """Return the id of one more key."""
        client = boto3.client(
            "kms",
            region_name=REGION,
            endpoint_url=self.url,
            aws_access_key_id="nobody",
            aws_secret_access_key="nothing",
        )
        made: str = client.create_key()["KeyMetadata"]["KeyId"]
        return made

    @property
    def settings(self) -> dict[str, str]:
        """What an operator sets, and what AWS's library reads."""
        return {
            "RESTSTOP_KMS_KEY_ID": self.key_id,
            "RESTSTOP_KMS_REGION": REGION,
            "RESTSTOP_KMS_URL": self.url,
            **ASKS_AS,
        }


@contextmanager
def kms_here() -> Iterator[KmsHere]:
    """Open one, and close it in the end."""

    class Door(_Door):
        pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Door) as server:
        server.daemon_threads = True
        kms = Door.kms = KmsHere(server)
        serving = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        serving.start()
        try:
            kms.key_id = kms.new_key()
            kms.asked.clear()
            yield kms
        finally:
            kms.over.set()
            server.shutdown()
            serving.join()


class _Door(BaseHTTPRequestHandler):
    """Hands a request to moto, or fails as it was told to."""

    kms: ClassVar[KmsHere]

    def do_POST(self) -> None:
        """Answer one request."""
        body = self.rfile.read(int(self.headers["Content-Length"]))
        target = self.headers["X-Amz-Target"].partition(".")[2]
        self.kms.asked.append((target, json.loads(body).get("EncryptionContext", {})))
        match self.kms.trouble:
            case "":
                self._say(*self._moto(body))
            case "slow":
                self.kms.over.wait(_PATIENCE)
            case "reset":
                pass
            case "nonsense":
                self._say(200, b"<html>Welcome to the hotel</html>")
            case "other":
                status, said = self._moto(body)
                key = "A" * 43 + "="
                self._say(status, json.dumps(json.loads(said) | {"Plaintext": key}).encode())
            case code:
                status = 500 if code == "KMSInternalException" else 400
                self._say(status, json.dumps({"__type": code, "message": "no"}).encode())

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - http.server's name
        """Say nothing."""

    def _moto(self, body: bytes) -> tuple[int, bytes]:
        request = Request.from_primitives("POST", f"{self.kms.url}/", dict(self.headers), body)
        status, _, said = KmsResponse.dispatch(request, f"{self.kms.url}/", request.headers)
        return status, said.encode() if isinstance(said, str) else said

    def _say(self, status: int, body: bytes) -> None:
        self.send_response(status)
        self.send_header("Content-Type", "application/x-amz-json-1.1")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)
