"""Processes: whether those that tests start end, and that of the tests without its rights."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


def ends(process: int) -> bool:
    """Whether the process of that number ends within five seconds; a zombie has ended."""
    for _ in range(100):
        try:
            os.kill(process, 0)
        except ProcessLookupError:
            return True
        if sys.platform == "linux" and " Z " in Path(f"/proc/{process}/stat").read_text("utf-8"):
            return True
        time.sleep(0.05)
    return False


@contextmanager
def unprivileged() -> Iterator[None]:
    """For root, who may write anywhere: nobody's rights for a while."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(0)
