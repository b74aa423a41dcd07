"""Apart from the rest of the machine: no network of its own, no power of root, not a day longer than its parent."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from ingest.readers.confined import kernel

_READ_ALL = 1 << 2  # CAP_DAC_READ_SEARCH
_NOBODY = 65534
_STRANGERS = 0x6E000000  # numbers of users that no machine gives to a person or a service
_WITHOUT_WAITING = kernel.NEW_NETWORK | kernel.NEW_SHARED_MEMORY


def leave_network() -> tuple[bool, bool]:
    """Whether this process has a network of its own now, with nothing in it; and whether it is counted by itself.

    The first way that is permitted: as root, or, without, among users of its own.
    """
    if os.geteuid() == 0:
        return _try(_WITHOUT_WAITING), False
    user, group = os.geteuid(), os.getegid()
    if not _try(kernel.NEW_USERS | _WITHOUT_WAITING):
        return False, False
    with suppress(OSError):  # else it is nobody there, which does no harm
        Path("/proc/self/setgroups").write_text("deny", "ascii")
        Path("/proc/self/uid_map").write_text(f"{user} {user} 1", "ascii")
        Path("/proc/self/gid_map").write_text(f"{group} {group} 1", "ascii")
    with suppress(OSError):
        kernel.hold_capabilities(0)
    return True, True


def _try(what: int) -> bool:
    try:
        kernel.unshare(what)
    except OSError:
        return False
    return True


def leave_root(scratch: Path) -> bool:
    """Where this process is root's, make it one of a user that nobody else is, who may read and change *scratch* alone.

    Returns:
        Whether it is such a user's now.
    """
    if os.geteuid() != 0 or not _permitted() & _READ_ALL:
        return False
    kernel.prctl(kernel.KEEP_CAPABILITIES, 1)
    for user in (_STRANGERS + os.getpid(), _NOBODY):
        with suppress(OSError):
            os.chown(scratch, user, user)
            os.setgroups([])
            os.setresgid(user, user, user)
            os.setresuid(user, user, user)
            kernel.hold_capabilities(_READ_ALL)  # the packages may be in a folder of root's: what is read is bounded
            kernel.prctl(kernel.DUMPABLE, 1)
            return user != _NOBODY
    return False


def _permitted() -> int:
    """The powers that this process may have, as a mask."""
    held = dict(line.split(":", 1) for line in Path("/proc/self/status").read_text("ascii").splitlines())
    return int(held["CapPrm"], 16)


def end_with_parent() -> None:
    """Have the kernel end this process when its parent has gone, should it then be in a call that will not let go.

    It has time to clear up: the kernel sends a signal whose number the C library's ``alarm`` takes for seconds. No
    Python has to run for that.
    """
    if sys.platform != "linux":
        return
    import ctypes

    handler = ctypes.cast(kernel.libc().alarm, ctypes.c_void_p)
    kernel.libc().signal(ctypes.c_int(signal.SIGUSR1), handler)
    with suppress(OSError):
        kernel.prctl(kernel.PARENT_DEATH_SIGNAL, signal.SIGUSR1)


def count_tasks() -> int:
    """Processes and threads of this user on this machine, as far as the system tells."""
    return sum(_find_tasks(os.getuid()))


def _find_tasks(user: int) -> Iterator[int]:
    for process in Path("/proc").glob("[0-9]*"):
        with suppress(OSError, ValueError, KeyError):  # it has ended meanwhile
            held = dict(line.split(":", 1) for line in (process / "status").read_text().splitlines())
            if int(held["Uid"].split()[0]) == user:
                yield int(held["Threads"])
