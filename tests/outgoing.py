"""Who Vankien's processes try to reach: written down by each interpreter itself and, where it is there, by strace.

A copy of this file, named ``sitecustomize.py``, stands first on the path of the processes under watch: every
interpreter loads it before all else, those too that are started by others.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Any

NOTES = "VANKIEN_TEST_CONTACTS"
_AT_HOME = re.compile(r"|127(?:\.\d+){3}|::1|::ffff:127(?:\.\d+){3}|localhost|0\.0\.0\.0|::")
_CALLS = re.compile(r"(?:connect|sendto|sendmsg|sendmmsg)\(.*?(?:inet_addr\(|inet_pton\(AF_INET6, )\"([^\"]*)\"")
_TRACE = ("strace", "-f", "--seccomp-bpf", "-qq", "-e", "trace=connect,sendto,sendmsg,sendmmsg", "-o")


def _note(event: str, arguments: tuple[Any, ...]) -> None:
    """Write the host of an event of a socket down, with the event, unless it is this machine."""
    match event, arguments:
        case ("socket.connect" | "socket.sendto" | "socket.sendmsg", (_, (host, *_))):
            pass
        case (("socket.getaddrinfo" | "socket.gethostbyname" | "socket.gethostbyaddr"), (host, *_)):
            pass
        case _:
            return
    told = host.decode(errors="replace") if isinstance(host, bytes) else str(host or "")
    if not is_at_home(told):
        with Path(os.environ[NOTES]).open("a", encoding="utf-8") as notes:
            notes.write(f"{event} {told}\n")


def is_at_home(host: str) -> bool:
    """Whether *host* is this machine."""
    return _AT_HOME.fullmatch(host) is not None


if __name__ == "sitecustomize" and NOTES in os.environ:
    sys.addaudithook(_note)


TYPED = "mật khẩu đủ dài 12\n"
"""For a command that asks."""


class Watch:
    """Processes under watch, and whom they tried to reach.

    Attributes:
        environment: For processes that somebody else starts: with it they are under watch, too.
    """

    def __init__(self, folder: Path, environment: dict[str, str]) -> None:
        folder.mkdir()
        shutil.copy(__file__, folder / "sitecustomize.py")
        self._notes, self._trace = folder / "contacts.txt", folder / "trace.txt"
        path = os.pathsep.join(filter(None, (str(folder), environment.get("PYTHONPATH"))))
        self.environment = {**environment, "PYTHONPATH": path, NOTES: str(self._notes)}

    def start(self, *words: str | Path) -> subprocess.Popen[str]:
        """Start *words* in a network of their own that leads nowhere, under strace, as far as the system allows."""
        traced = (*_TRACE, str(self._trace)) if can_run("strace", "-f", "-o", os.devnull, "true") else ()
        return subprocess.Popen(
            [*alone(), *traced, *map(str, words)],
            env=self.environment,
            cwd=Path(__file__).parent.parent,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            encoding="utf-8",
        )

    def run(self, *words: str | Path) -> tuple[int, str]:
        """Exit code and all that was said."""
        process = self.start(*words)
        said = "".join(process.communicate(TYPED, timeout=600))
        return process.returncode, said

    def take_contacts(self) -> list[str]:
        """Whom they tried to reach since this was last asked."""
        found = sorted({*self._read_notes(), *self._read_trace()})
        for file in (self._notes, self._trace):
            file.unlink(missing_ok=True)
        return found

    def _read_notes(self) -> Iterator[str]:
        if self._notes.exists():
            yield from self._notes.read_text("utf-8").splitlines()

    def _read_trace(self) -> Iterator[str]:
        if self._trace.exists():
            for host in _CALLS.findall(self._trace.read_text("utf-8", errors="replace")):
                if not is_at_home(host):
                    yield f"strace {host}"


def alone() -> Sequence[str]:
    """What stands before a command to give it a network of its own, with nobody in it; nothing where it cannot be."""
    ways = (("unshare", "--net"), ("unshare", "--map-root-user", "--net"))
    return next((way for way in ways if can_run(*way, "true")), ())


@cache
def can_run(*words: str) -> bool:
    """Whether the system has the program and allows it."""
    return (
        shutil.which(words[0]) is not None and subprocess.run(words, capture_output=True, check=False).returncode == 0
    )
