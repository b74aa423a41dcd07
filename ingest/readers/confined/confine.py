"""What a reader may not do, from its first moment on: each bound that this system has, one after the other."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from ingest.readers.limits import LARGEST_MEMORY, LARGEST_WRITTEN, LONGEST_WORK, MOST_OPEN, MOST_TASKS

_BESIDE = 512  # tasks that may join those of a user, of which a reader is one among many
_SHARED = (Path("/tmp"), Path("/var/tmp"))  # noqa: S108 - where LibreOffice makes its sockets, whatever it is told


@dataclass(frozen=True, slots=True)
class Confined:
    """What this system keeps from a reader.

    Attributes:
        network: Every connection.
        files: The library and all that is not needed for reading; to write outside its folder.
        shares: Memory, time of the processor, size of files, number of processes beyond its share.
    """

    network: bool = False
    files: bool = False
    shares: bool = False


def confine(scratch: Path, home: Path) -> Confined:
    """Keep this process, and every one that it starts, to *scratch*, away from the network and *home*, for good.

    It must have one thread as yet. What the system cannot do is left out, and is ``False`` in what is returned.
    """
    if sys.platform == "win32":
        return Confined()
    if sys.platform != "linux":
        return Confined(shares=_limit_shares(None))
    from ingest.readers.confined import kernel, landlock, places, seccomp, separation
    from ingest.readers.word.office import find_office

    read, office = tuple(places.find_places(home)), find_office() is not None
    parted, counted = separation.leave_network()
    alone = separation.leave_root(scratch) or counted
    separation.end_with_parent()  # after it: who becomes another is forgotten as a child
    shares = _limit_shares(MOST_TASKS if alone else separation.count_tasks() + _BESIDE)
    shares = shares and os.geteuid() != 0  # whose processes the kernel does not count
    try:
        kernel.prctl(kernel.NO_NEW_PRIVILEGES, 1)
    except OSError:
        return Confined(parted, False, shares)
    files = False
    with suppress(OSError):
        files = landlock.see_only(read, scratch, _SHARED if office else ())
    refused = seccomp.refuse_sockets(within_machine=office)
    return Confined(parted or refused, files, shares)


def _limit_shares(tasks: int | None) -> bool:
    """Whether every limit was taken; none can be raised again."""
    import resource

    limits = {
        resource.RLIMIT_DATA if sys.platform == "linux" else resource.RLIMIT_AS: LARGEST_MEMORY,
        resource.RLIMIT_CPU: LONGEST_WORK,
        resource.RLIMIT_FSIZE: LARGEST_WRITTEN,
        resource.RLIMIT_NOFILE: MOST_OPEN,
        resource.RLIMIT_CORE: 0,
        **({} if tasks is None else {resource.RLIMIT_NPROC: tasks}),
    }
    taken = [_limit(which, most) for which, most in limits.items()]  # every one is tried
    return all(taken)


def _limit(which: int, most: int) -> bool:
    import resource

    _, hard = resource.getrlimit(which)
    most = most if hard == resource.RLIM_INFINITY else min(most, hard)
    try:
        resource.setrlimit(which, (most, most))
    except (OSError, ValueError):
        return False  # a system that knows the limit by name alone, as macOS
    return True
