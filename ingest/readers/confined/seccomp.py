"""A filter of the kernel's calls: no sockets to other machines, no looking into other processes. Linux 3.5 and later.

It needs neither root nor a daemon nor a library, and works within containers, where namespaces are mostly forbidden.
"""

from __future__ import annotations

import ctypes
import errno
import platform
import struct
from dataclasses import dataclass

from ingest.readers.confined.kernel import SECCOMP, prctl

_FILTER = 2
_ALLOW, _REFUSE = 0x7FFF0000, 0x00050000 | errno.EACCES
_LOAD, _EQUAL, _AT_LEAST, _RETURN = 0x20, 0x15, 0x35, 0x06
_NUMBER, _PROCESSOR, _FIRST_ARGUMENT = 0, 4, 16  # where they stand in what the kernel tells the filter
_UNIX = 1
_OTHER_TABLE = 0x40000000  # calls of x32, which have other numbers


@dataclass(frozen=True, slots=True)
class _Table:
    """The numbers of the kernel's calls on one processor.

    Attributes:
        mark: What the kernel calls the processor.
        refused: ptrace, process_vm_readv and _writev, io_uring_setup, bpf, perf_event_open, userfaultfd, keyctl,
            add_key, request_key, mount, umount2, pivot_root, unshare, setns, kexec_load and _file_load, init_module,
            finit_module, open_by_handle_at: ways around what is confined, of no use to a reader.
    """

    mark: int
    socket: int
    refused: tuple[int, ...]


_TABLES = {
    "x86_64": _Table(
        0xC000003E,
        41,
        (101, 310, 311, 425, 321, 298, 323, 250, 248, 249, 165, 166, 155, 272, 308, 246, 320, 175, 313, 304),
    ),
    "aarch64": _Table(
        0xC00000B7,
        198,
        (117, 270, 271, 425, 280, 241, 282, 219, 217, 218, 40, 39, 41, 97, 268, 104, 294, 105, 273, 265),
    ),
}


class _Program(ctypes.Structure):
    _fields_ = (("length", ctypes.c_ushort), ("steps", ctypes.c_char_p))


def refuse_sockets(within_machine: bool) -> bool:
    """From here on, let this process and those it starts open no socket.

    ``PR_SET_NO_NEW_PRIVS`` must be set.

    Args:
        within_machine: Those of programs on the same machine excepted, by which the parts of LibreOffice speak.

    Returns:
        Whether the kernel, and we, know how on this processor.
    """
    table = _TABLES.get(platform.machine())
    if table is None or struct.calcsize("P") != 8:
        return False
    steps = _write_filter(table, within_machine)
    program = _Program(len(steps) // 8, steps)
    try:
        prctl(SECCOMP, _FILTER, ctypes.addressof(program))
    except OSError:
        return False
    return True


def _write_filter(table: _Table, within_machine: bool) -> bytes:
    """The steps, each a code, how many to pass over where it holds and where not, and a value."""
    tests = [(_AT_LEAST, _OTHER_TABLE), *((_EQUAL, number) for number in table.refused)]
    tail = 6  # steps after the tests: is it socket? its family, is it ours? allow, refuse
    steps = [(_LOAD, 0, 0, _PROCESSOR), (_EQUAL, 1, 0, table.mark), (_RETURN, 0, 0, _REFUSE), (_LOAD, 0, 0, _NUMBER)]
    for place, (code, value) in enumerate(tests):
        steps.append((code, len(tests) - place - 1 + tail - 1, 0, value))
    family = _UNIX if within_machine else 0xFFFFFFFF  # no family has that number
    steps += [
        (_EQUAL, 1, 0, table.socket),
        (_RETURN, 0, 0, _ALLOW),
        (_LOAD, 0, 0, _FIRST_ARGUMENT),
        (_EQUAL, 0, 1, family),
        (_RETURN, 0, 0, _ALLOW),
        (_RETURN, 0, 0, _REFUSE),
    ]
    return b"".join(struct.pack("HBBI", *step) for step in steps)
