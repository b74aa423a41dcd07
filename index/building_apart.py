"""A build in a process of its own, so that whoever asks meanwhile waits for nothing of it."""

from __future__ import annotations

import json

from index.build import BuildReport, Progress
from index.settings import Settings, settings_to_json
from ingest.errors import AppError
from ingest.fresh import start_module
from ingest.language import current_language


def build_apart(settings: Settings, progress: Progress) -> BuildReport:
    """As :func:`index.build.build_index`, the model opened there and given back with the process.

    Raises:
        AppError: With the words of what a build raises.
        OSError: If the system starts no process.
        RuntimeError: If the process ended without a word: by a bug, whose traceback went where errors go, or killed.
    """
    told = {"settings": settings_to_json(settings), "language": current_language()}
    with start_module("index.building_process") as process:
        if process.stdin is None or process.stdout is None:
            raise RuntimeError("a process of the build without pipes")
        process.stdin.write(json.dumps(told).encode() + b"\n")
        process.stdin.flush()
        for line in process.stdout:
            match json.loads(line):
                case {"step": [step, done, total]}:
                    progress(step, done, total)
                case {"failed": why}:
                    raise AppError(why)
                case {"report": report}:
                    return BuildReport(**report)
    raise RuntimeError(f"the process of the build ended with {process.returncode}")
