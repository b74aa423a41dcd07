"""Landlock: this process and those it starts see no files but those under a few folders. Linux 5.13 and later."""

from __future__ import annotations

import ctypes
import os
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from ingest.readers.confined.kernel import check, libc

_CREATE_RULESET, _ADD_RULE, _RESTRICT_SELF = 444, 445, 446  # the same numbers on every processor
_BENEATH = 1
_TELL_VERSION = 1

_EXECUTE, _WRITE, _READ, _LIST = 1 << 0, 1 << 1, 1 << 2, 1 << 3
_REMOVE_FOLDER, _MAKE_SOCKET = 1 << 4, 1 << 9
_TRUNCATE, _DEVICES = 1 << 14, 1 << 15
_RIGHTS_BY_VERSION = (0, (1 << 13) - 1, (1 << 14) - 1, (1 << 15) - 1, (1 << 15) - 1, (1 << 16) - 1)
_OF_A_FILE = _EXECUTE | _WRITE | _READ | _TRUNCATE
_TO_READ = _EXECUTE | _READ | _LIST
_TO_USE = ~(_EXECUTE | _DEVICES)  # what is written there is never run
_CONNECTIONS = 3  # TCP: to bind, to connect
_NOTHING = Path("/dev/null")
_OUTSIDE = 3  # abstract sockets and signals of processes that are not confined with this one


class _Ruleset(ctypes.Structure):
    _fields_ = (("files", ctypes.c_uint64), ("network", ctypes.c_uint64), ("scoped", ctypes.c_uint64))


class _Beneath(ctypes.Structure):
    _pack_ = 1
    _fields_ = (("allowed", ctypes.c_uint64), ("folder", ctypes.c_int32))


def find_version() -> int:
    """Of Landlock on this machine; 0 where there is none."""
    try:
        return check(libc().syscall(_CREATE_RULESET, None, ctypes.c_size_t(0), ctypes.c_uint32(_TELL_VERSION)))
    except OSError:
        return 0


def see_only(read: Iterable[Path], used: Path, sockets: Iterable[Path] = ()) -> bool:
    """From here on, let this process only read and run what is below *read*, and read and change what is below *used*,
    which it may remove with what is in it.

    What it has open stays open. Where the kernel can, neither TCP nor the signals and nameless sockets of others are
    in reach. ``PR_SET_NO_NEW_PRIVS`` must be set.

    Args:
        sockets: Folders where sockets may be made, too, which LibreOffice does.

    Returns:
        Whether the kernel does that.
    """
    version = find_version()
    if not version:
        return False
    handled = _RIGHTS_BY_VERSION[min(version, len(_RIGHTS_BY_VERSION) - 1)]
    asked = _Ruleset(handled, _CONNECTIONS if version >= 4 else 0, _OUTSIDE if version >= 6 else 0)
    size = 8 if version < 4 else 16 if version < 6 else 24
    ruleset = check(libc().syscall(_CREATE_RULESET, ctypes.byref(asked), ctypes.c_size_t(size), ctypes.c_uint32(0)))
    try:
        swept = (used.parent,), _REMOVE_FOLDER  # an empty one
        for paths, rights in ((read, _TO_READ), ((used, _NOTHING), _TO_USE), (sockets, _MAKE_SOCKET), swept):
            for path in paths:
                with suppress(OSError):  # not there, which is for the best
                    _permit(ruleset, path, rights & handled)
        check(libc().syscall(_RESTRICT_SELF, ctypes.c_int(ruleset), ctypes.c_uint32(0)))
    finally:
        os.close(ruleset)
    return True


def _permit(ruleset: int, path: Path, rights: int) -> None:
    opened = os.open(path, os.O_PATH | os.O_CLOEXEC)
    try:
        rule = _Beneath(rights if path.is_dir() else rights & _OF_A_FILE, opened)
        words = (ctypes.c_int(ruleset), ctypes.c_int(_BENEATH), ctypes.byref(rule), ctypes.c_uint32(0))
        check(libc().syscall(_ADD_RULE, *words))
    finally:
        os.close(opened)
