"""Virtual environments from what a bare machine has: Python with pip, or uv where it is on PATH."""

import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def say(sentence: str) -> None:
    """Tell the person on standard error: standard output belongs to what runs afterwards."""
    print(sentence, file=sys.stderr, flush=True)


def base_python() -> str:
    """The Python beneath any activated environment: ours has no pip, and may be about to go."""
    if sys.prefix == sys.base_prefix:
        return sys.executable
    return str(Path(sys.base_prefix, "bin", f"python{sys.version_info.major}.{sys.version_info.minor}"))


def create(folder: Path) -> None:
    """Make an empty environment in `folder`. Without pip in it, since Debian splits ensurepip off."""
    subprocess.run([base_python(), "-m", "venv", "--without-pip", "--clear", folder], check=True)


def install_lock(folder: Path, lock: Path) -> None:
    """Install what `lock` names into `folder`: nothing without a hash, nothing that would be built here."""
    _install(folder, "--require-hashes", "--only-binary", ":all:", "-r", str(lock))


def install_project(folder: Path) -> None:
    """Install this checkout itself, editable. The lock has brought setuptools, so nothing is fetched."""
    _install(folder, "--no-deps", "--no-build-isolation", "--editable", str(ROOT))


def _install(folder: Path, *what: str) -> None:
    python = str(folder / "bin" / "python")
    if uv := shutil.which("uv"):
        command = [uv, "pip", "install", "--python", python, *what]
    else:
        # What is imported is compiled then; to compile all of it would take a third of the time.
        quiet = ["--quiet", "--disable-pip-version-check", "--no-input", "--no-compile"]
        command = [base_python(), "-m", "pip", "--python", python, "install", *quiet, *what]
    # In a group of its own: Ctrl-C is answered by us with one sentence, not by pip with a traceback.
    subprocess.run(command, check=True, cwd=ROOT, stdout=sys.stderr, process_group=0)


def refuse_without_installer() -> None:
    """Stop with a plain sentence where neither uv nor pip is to be had.

    Raises:
        SystemExit: With that sentence.
    """
    if shutil.which("uv"):
        return
    probe = [base_python(), "-c", "import pip"]
    if subprocess.run(probe, check=False, stderr=subprocess.DEVNULL).returncode:
        sys.exit(f"{base_python()} has no pip. On Debian and Ubuntu: apt install python3-pip.")
