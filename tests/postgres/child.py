"""Serves a PostgreSQL in a folder until its input ends: `python child.py BINARIES FOLDER FSYNC [UID]`.

A script of its own with nothing but the standard library. Where who started it dies, however that happens,
its input ends, and the server goes with it. A line "stop" lets it end as by a power cut, "start" come back.
PostgreSQL refuses to be root: with UID it is started as that.
"""

import shlex
import subprocess
import sys
from pathlib import Path

_SETTINGS = {
    "listen_addresses": "",  # a socket in the folder, and no port
    "max_connections": "200",
    "shared_buffers": "128MB",
    "jit": "off",
    "log_min_messages": "fatal",
    "log_min_error_statement": "panic",
}


def main(binaries: Path, folder: Path, fsync: str, uid: int | None) -> None:
    """Make a cluster, serve it, say "ready", do what the lines say, and stop it in the end."""
    data, log = folder / "data", folder / "log"

    def run(program: str, *arguments: str | Path) -> None:
        """Run one of its programs, and end here where it fails."""
        command = [binaries / program, "-D", data, *arguments]
        done = subprocess.run(
            command,
            user=uid,
            group=uid,
            extra_groups=None if uid is None else [],
            capture_output=True,
            check=False,
        )
        if done.returncode:
            told = log.read_text("utf-8", "replace") if log.exists() else ""
            sys.exit(f"{program}: {done.stderr.decode('utf-8', 'replace')}{told}")

    settings = {**_SETTINGS, "unix_socket_directories": str(folder), "fsync": fsync}
    options = shlex.join(word for name, value in settings.items() for word in ("-c", f"{name}={value}"))
    run("initdb", "--auth=trust", "--encoding=utf8", "--locale=C", "-U", "postgres", "-N")
    stands = False

    def turn(word: str) -> None:
        """Let it stand, or not; say so."""
        nonlocal stands
        if word == "start":
            run("pg_ctl", "start", "-w", "-s", "-l", log, "-o", options)
        else:
            run("pg_ctl", "stop", "-w", "-s", "-m", "immediate")
        stands = word == "start"
        sys.stdout.write("ready\n" if stands else "stopped\n")
        sys.stdout.flush()

    turn("start")
    try:
        for line in sys.stdin:
            turn(line.strip())
    finally:
        if stands:
            run("pg_ctl", "stop", "-w", "-s", "-m", "fast")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3], int(sys.argv[4]) if sys.argv[4:] else None)
