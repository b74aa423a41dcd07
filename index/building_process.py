"""The process of one build: ``python -m index.building_process``, of :mod:`index.building_apart` alone.

Told by a line of JSON on its input (the settings, the language), it answers with lines of JSON on its output: each step
as it is done, last the report or why there is none. It gives way to every other program, and ends when its input ends;
a build goes on where it was stopped.
"""

from __future__ import annotations

import json
import os
import sys
import threading
from dataclasses import asdict

from index.build import build_index
from index.settings import settings_from_json
from ingest.errors import AppError
from ingest.fresh import give_way
from ingest.language import use_language


def main() -> None:
    """Build once; a bug ends the process, with its traceback."""
    give_way()
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)  # what a library prints must not be taken for an answer
    told = json.loads(sys.stdin.buffer.readline())
    threading.Thread(target=_end_with, args=(sys.stdin.fileno(),), daemon=True).start()
    use_language(told["language"])

    def answer(**values: object) -> None:
        print(json.dumps(values), file=answers, flush=True)

    try:
        settings = settings_from_json(told["settings"])
        report = build_index(settings, lambda step, done, total: answer(step=[step, done, total]))
    except AppError as error:
        answer(failed=str(error))
    else:
        answer(report=asdict(report))


def _end_with(source: int) -> None:
    """End when the pipe *source* does; it is read past Python's buffer, whose lock would hinder an ordinary end."""
    while os.read(source, 1):
        pass
    os._exit(0)


if __name__ == "__main__":
    main()
