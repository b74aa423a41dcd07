"""Folders to work in, beside what is to be made, and locks that tell who works there from who was killed there."""

from __future__ import annotations

import shutil
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

_PREFIX = ".vankien-"
_LOCK = "dang-lam"
_ABANDONED_S = 600.0  # an empty folder older than this was left before its lock was made


@contextmanager
def hold(lock: Path) -> Iterator[bool]:
    """Whether the file *lock* is ours alone until the block ends; on a disk that knows no locks it always is.

    Raises:
        OSError: If it cannot be made.
    """
    from filelock import FileLock, Timeout

    held = FileLock(lock)
    try:
        held.acquire(timeout=0)
    except Timeout:
        yield False
        return
    except NotImplementedError:
        yield True
        return
    try:
        yield True
    finally:
        held.release()


@contextmanager
def open_workshop(folder: Path) -> Iterator[Path]:
    """A folder in *folder* to work in, gone when the block ends; those that killed processes left there go first.

    Raises:
        OSError: If none can be made.
    """
    _sweep(folder)
    with tempfile.TemporaryDirectory(prefix=_PREFIX, dir=folder) as made, hold(Path(made) / _LOCK):
        yield Path(made)


def _sweep(folder: Path) -> None:
    for one in folder.glob(f"{_PREFIX}*"):
        with suppress(OSError):  # another may sweep, too; what may not be removed stays
            if one.is_dir() and _is_abandoned(one):
                shutil.rmtree(one, ignore_errors=True)


def _is_abandoned(workshop: Path) -> bool:
    """Whether nobody works there: its lock is free, or it has stood empty for a while."""
    if (workshop / _LOCK).exists():
        with hold(workshop / _LOCK) as ours:
            return ours
    return not any(workshop.iterdir()) and time.time() - workshop.stat().st_mtime > _ABANDONED_S
