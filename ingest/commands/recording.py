"""Which commands are written down in the log of acts, and as what: one place for all of them."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from contextvars import ContextVar

from ingest.audit import Record, name_user, recorded
from ingest.audit_lines import Act
from ingest.store import library_folder

_ACTS: dict[str, Act] = {
    "add": "add",
    "watch": "add",
    "fetch": "fetch",
    "remove": "remove",
    "restore": "restore",
    "correct": "correct",
    "review": "correct",
    "reread": "correct",
    "purge": "purge",
    "export": "export",
    "import": "import",
    "backup": "backup",
    "collection": "collection",
    "account": "account",
}
_ONLY_LOOKING: dict[str, Callable[[argparse.Namespace], bool]] = {
    "review": lambda options: options.document is None,
    "collection": lambda options: options.deed == "list",
    "account": lambda options: (
        options.deed == "list"
        or (options.deed == "group" and not (options.join or options.leave))
        or (options.deed == "sessions" and not options.end)
    ),
}
_TYPED = ("name", "new", "document", "documents", "signs", "address", "paths", "folder", "file", "to")
"""Options that name what something is done on, whatever the command."""
_current: ContextVar[Record | None] = ContextVar("the act that is being done", default=None)


def act_recorded(options: argparse.Namespace) -> int:
    """Do what *options* say, written down where it changes something; the exit code.

    Raises:
        AuditError: If it must be written down and cannot be; then nothing was done.
    """
    act, looks = _ACTS.get(options.command), _ONLY_LOOKING.get(options.command)
    if act is None or (looks and looks(options)):
        return int(options.act(options))
    said = " ".join(filter(None, (options.command, getattr(options, "deed", None))))
    with recorded(
        library_folder(), act, who=name_user(), door="command", on=_list_typed(options), said=said, warn=_warn
    ) as record:
        before = _current.set(record)
        try:
            code = int(options.act(options))
        finally:
            _current.reset(before)
        record.failed = code != 0
    return code


def note(*on: str) -> None:
    """That what is being done was done on these: ids of documents, names."""
    if record := _current.get():
        record.note(*on)


def note_now() -> None:
    """Write down what was noted so far: of what goes on for days."""
    if record := _current.get():
        record.flush()


def note_how(*words: str) -> None:
    """What else there is to say of what is being done."""
    if record := _current.get():
        record.said = " ".join((record.said, *words))


def _list_typed(options: argparse.Namespace) -> list[str]:
    found: list[str] = []
    for name in _TYPED:
        value = getattr(options, name, None)
        found += map(str, value if isinstance(value, list) else [] if value is None else [value])
    return found


def _warn(words: str) -> None:
    sys.stderr.write(f"{words}\n")
