"""Processes that tests start: whether they end."""

from __future__ import annotations

import os
import sys
import time
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
