"""The bytes of a file that somebody may be writing: all of one moment, or none."""

from __future__ import annotations

import os
import stat
import time
from typing import BinaryIO

_LOOKS = 4
_PAUSE_S = 0.1


def read_steadily(opened: BinaryIO, most: int) -> bytes | None:
    """At most *most* bytes of *opened*, between whose first and last nothing was written; ``None`` if it never rests.

    Raises:
        OSError: If it cannot be read.
    """
    for look in range(_LOOKS):
        time.sleep(look * _PAUSE_S)
        before = os.fstat(opened.fileno())
        content = opened.read(most)
        after = os.fstat(opened.fileno())
        if not stat.S_ISREG(before.st_mode):  # a pipe has a time, too, and is read once
            return content
        cut = len(content) < min(before.st_size, most)
        if not cut and (before.st_size, before.st_mtime_ns) == (after.st_size, after.st_mtime_ns):
            return content
        opened.seek(0)
    return None
