"""Fresh interpreters of our own: a piece of work apart from the process that asked for it."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

import ingest

_ROOT = Path(ingest.__file__).parent.parent
_LOW = 5  # steps of politeness, of 19


def start_module(
    module: str, arguments: Sequence[str] = (), environment: Mapping[str, str] | None = None, errors: int | None = None
) -> subprocess.Popen[bytes]:
    """Run one of our modules, told on its input, answering on its output.

    It knows our package and nothing of the folder it is started in. It has a group of its own: what it starts ends
    with it, and Ctrl-C does not reach it; it must end by itself when its input ends.

    Args:
        environment: Variables beside those of this process.
        errors: Where what it says of errors goes, as ``subprocess`` takes it; ``None`` for where ours goes.

    Raises:
        OSError: If the system starts no process.
    """
    path = os.pathsep.join(filter(None, (str(_ROOT), os.environ.get("PYTHONPATH"))))
    return subprocess.Popen(  # noqa: S603 - ourselves
        [sys.executable, "-P", "-m", module, *arguments],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=errors,
        env={**os.environ, **(environment or {}), "PYTHONPATH": path},
        start_new_session=True,  # POSIX; Windows passes over it, and has the next
        creationflags=getattr(subprocess, "CREATE_NEW_PROCESS_GROUP", 0),
    )


def give_way() -> None:
    """Let every other program of this machine go first, from here on, where the system knows a way."""
    if sys.platform != "win32":
        os.nice(_LOW)
