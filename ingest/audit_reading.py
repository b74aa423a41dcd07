"""The log of acts read again: its entries, and whether it is as it was written."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from ingest.audit import locked
from ingest.audit_lines import (
    AUDIT_FOLDER,
    NOTHING_BEFORE,
    Entry,
    find_entry,
    hash_line,
    list_files,
    read_last,
)
from ingest.errors import AuditError
from ingest.language import tr
from ingest.system import explain

Kind = Literal["changed", "removed", "inserted", "broken-off", "no-last"]


@dataclass(frozen=True, slots=True)
class Line:
    """A line as it stands.

    Attributes:
        number: In its file, from 1.
        ended: Whether an end of the line follows.
    """

    file: str
    number: int
    raw: bytes
    ended: bool
    entry: Entry | None


@dataclass(frozen=True, slots=True)
class Fault:
    """Something that is not as it was written.

    Attributes:
        kind: ``"broken-off"`` by a crash is no fault of anybody; ``"no-last"``: the note of where the log ends is gone.
        file: Where it shows.
        line: In that file, from 1.
        first: Number of the first entry that is missing; 0 where none is.
        last: Of the last one.
    """

    kind: Kind
    file: str
    line: int
    first: int = 0
    last: int = 0


def read_lines(home: Path) -> Iterator[Line]:
    """Every line of the log of the library in *home*, the oldest first.

    Raises:
        AuditError: If it cannot be read.
    """
    try:
        for file in list_files(home / AUDIT_FOLDER):
            with file.open("rb") as stream:
                for number, raw in enumerate(stream, 1):
                    line = raw.removesuffix(b"\n")
                    yield Line(file.name, number, line, raw.endswith(b"\n"), find_entry(line))
    except OSError as error:
        folder, why = home / AUDIT_FOLDER, explain(error)
        raise AuditError(
            tr("Không đọc được sổ theo dõi {folder}: {why}. Hãy cấp quyền đọc.", folder=folder, why=why)
        ) from error


def verify_log(home: Path) -> list[Fault]:
    """What is not as it was written, in the order of the log.

    Who may write the file may also write it anew from end to end: then only a copy kept elsewhere shows it.

    Raises:
        AuditError: If it cannot be read.
    """
    with ExitStack() as stack:
        try:
            if (home / AUDIT_FOLDER).is_dir():
                stack.enter_context(locked(home / AUDIT_FOLDER))
        except OSError:  # a copy that may only be read
            pass
        chain = _Chain(list(read_lines(home)))
        chain.walk()
        chain.look_at_end(read_last(home / AUDIT_FOLDER))
    return chain.faults


@dataclass
class _Chain:
    """The lines, as far as they were followed.

    Attributes:
        known: Hash of a line that was passed -> its place among *lines*.
        hash: What the next line should hold.
        number: Of the last entry.
        last: Its line; ``None`` where that is no entry any more.
    """

    lines: list[Line]
    known: dict[str, int] = field(default_factory=dict)
    hash: str = NOTHING_BEFORE
    number: int = 0
    last: Line | None = None
    faults: list[Fault] = field(default_factory=list)

    def walk(self) -> None:
        for place, line in enumerate(self.lines):
            if line.entry is None:
                self._pass_what_is_no_entry(place, line)
            else:
                self._compare(place, line, line.entry)
                self.hash, self.number, self.last = hash_line(line.raw), line.entry.number, line
            self.known.setdefault(hash_line(line.raw), place)

    def _pass_what_is_no_entry(self, place: int, line: Line) -> None:
        """Left by a crash where it is the end, or the line after it knows it as it is."""
        after = self.lines[place + 1].entry if place + 1 < len(self.lines) else None
        left, held = hash_line(line.raw), after.before if after else ""
        if line.raw and (held == left or (place + 1 == len(self.lines) and not line.ended)):
            self.faults.append(Fault("broken-off", line.file, line.number))
            self.hash = left
        elif held == self.hash:
            self.faults.append(Fault("inserted", line.file, line.number))
        else:
            self.faults.append(Fault("changed", line.file, line.number))
            self.hash, self.number, self.last = held or left, after.number - 1 if after else self.number + 1, None

    def _compare(self, place: int, line: Line, entry: Entry) -> None:
        if entry.before == self.hash:
            if entry.number != self.number + 1:
                self._add(Fault("changed", line.file, line.number))
            return
        goes_on_from = -1 if entry.before == NOTHING_BEFORE else self.known.get(entry.before)
        if goes_on_from is not None and goes_on_from < place - 1:
            for one in self.lines[goes_on_from + 1 : place]:
                self._add(Fault("inserted", one.file, one.number))
        elif entry.number > self.number + 1:
            self._add(Fault("removed", line.file, line.number, self.number + 1, entry.number - 1))
        else:
            changed = self.lines[place - 1] if place else line
            self._add(Fault("changed", changed.file, changed.number))

    def look_at_end(self, told: tuple[int, str] | None) -> None:
        """Whether the log ends where it was noted that it does; it may go on for what a crash left unnoted."""
        file, number = (self.lines[-1].file, self.lines[-1].number) if self.lines else ("", 0)
        if told is None:
            if self.number > 1:
                self._add(Fault("no-last", file, number))
        elif told[0] > self.number:
            self.faults = [one for one in self.faults if (one.kind, one.line) != ("broken-off", number)]
            self._add(Fault("removed", file, number, self.number + 1, told[0]))
        elif told[0] == self.number and self.last and told[1] != hash_line(self.last.raw):
            self._add(Fault("changed", self.last.file, self.last.number))

    def _add(self, fault: Fault) -> None:
        if fault not in self.faults:
            self.faults.append(fault)
