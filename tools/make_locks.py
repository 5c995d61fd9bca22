"""Writes the locks from pyproject.toml with uv, the one on PATH or a hashed one in .tools: `make lock`."""

import shutil
import subprocess
import sys
from pathlib import Path

from tools import venvs
from tools.make_venv import CHAT_LOCK, DEV_LOCK, RUN_LOCK, SERVER_LOCK
from tools.pins import CHAT_EXTRAS, SERVER_EXTRAS, STAMP, Wanted, read_wanted
from tools.venvs import ROOT, say

TOOLS = ROOT / ".tools"
RESOLVER_LOCK = ROOT / "tools" / "resolver.lock"
UNIVERSAL = ("--universal", "--python-version", "3.11", "--generate-hashes", "--no-build")
PLAIN = ("--no-header", "--annotation-style", "line", "--quiet")


def resolver() -> str:
    """Where uv is; without one on PATH, the pinned one is installed in .tools."""
    if uv := shutil.which("uv"):
        return uv
    say("Fetching uv into .tools; it is needed for nothing but the locks.")
    venvs.refuse_without_installer()
    venvs.create(TOOLS)
    venvs.install_lock(TOOLS, RESOLVER_LOCK)
    return str(TOOLS / "bin" / "uv")


def compile_lock(uv: str, lock: Path, asked: str, *sources: str) -> None:
    """Resolve `sources` and the requirements in `asked` into `lock`; pins that still fit stay as they are."""
    say(f"Resolving {lock.name}.")
    command = [uv, "pip", "compile", *UNIVERSAL, *PLAIN, "--output-file", str(lock), *sources, "-"]
    subprocess.run(command, check=True, cwd=ROOT, input=asked, text=True)


def sign(lock: Path, wanted: Wanted) -> None:
    """Put the fingerprint of what was asked for on top, where check_lock looks for it."""
    head = f"{STAMP}{wanted.digest}\n# Written by `make lock` for Python 3.11 and newer.\n"
    lock.write_text(head + lock.read_text("utf-8"), "utf-8")


def main(options: list[str]) -> None:
    """Write all locks: what runs here, in a chat and on servers, what tests, the resolver."""
    uv = resolver()
    wanted = read_wanted((ROOT / "pyproject.toml").read_text("utf-8"))
    build = "\n".join(wanted.build)
    compile_lock(uv, RUN_LOCK, build, "pyproject.toml", *options)
    same = ("-c", RUN_LOCK.name, *options)
    compile_lock(uv, DEV_LOCK, build, "pyproject.toml", "--all-extras", *same)
    for lock, chosen in ((SERVER_LOCK, SERVER_EXTRAS), (CHAT_LOCK, CHAT_EXTRAS)):
        extras = [f"--extra={extra}" for extra in chosen]
        compile_lock(uv, lock, build, "pyproject.toml", *extras, "-c", DEV_LOCK.name, *same)
    compile_lock(uv, RESOLVER_LOCK, "uv", *options)
    for lock in (RUN_LOCK, CHAT_LOCK, SERVER_LOCK, DEV_LOCK):
        sign(lock, wanted)


if __name__ == "__main__":
    try:
        main(sys.argv[1:])
    except subprocess.CalledProcessError:
        sys.exit("Writing the locks stopped; the lines above say why.")
