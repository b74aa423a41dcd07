"""The few calls to the Linux kernel that Python 3.11 has no words for."""

from __future__ import annotations

import ctypes
import os
from functools import cache
from typing import Any

PARENT_DEATH_SIGNAL = 1
DUMPABLE = 4
KEEP_CAPABILITIES = 8
SECCOMP = 22
NO_NEW_PRIVILEGES = 38
AMBIENT_CAPABILITIES = 47

NEW_USERS, NEW_NETWORK, NEW_SHARED_MEMORY = 0x10000000, 0x40000000, 0x08000000  # what unshare() can part with

_CAPABILITY_VERSION = 0x20080522
_AMBIENT_RAISE = 2


@cache
def libc() -> Any:
    """The C library of this process; its calls leave their ``errno`` to :func:`check`."""
    return ctypes.CDLL(None, use_errno=True)


def check(returned: int) -> int:
    """*returned*, where it is no failure.

    Raises:
        OSError: If the kernel refused.
    """
    if returned < 0:
        number = ctypes.get_errno()
        raise OSError(number, os.strerror(number))
    return returned


def prctl(option: int, *values: int) -> None:
    """Change something of this process.

    Raises:
        OSError: If the kernel refuses, or does not know it.
    """
    check(libc().prctl(ctypes.c_int(option), *(ctypes.c_ulong(value) for value in (*values, 0, 0, 0, 0)[:4])))


def unshare(what: int) -> None:
    """Part with what this process shares with others; it must have one thread.

    Raises:
        OSError: If the kernel, or who runs this machine, does not permit it.
    """
    check(libc().unshare(ctypes.c_int(what)))


def hold_capabilities(held: int) -> None:
    """Give up every power of root but those in the mask *held*, which programs that are started keep, too.

    Raises:
        OSError: If they are not this process's to hold.
    """
    header = (ctypes.c_uint32 * 2)(_CAPABILITY_VERSION, 0)
    check(libc().capset(header, (ctypes.c_uint32 * 6)(held, held, held, 0, 0, 0)))
    for number in range(held.bit_length()):
        if held >> number & 1:
            prctl(AMBIENT_CAPABILITIES, _AMBIENT_RAISE, number)
