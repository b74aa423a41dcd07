"""The log of acts: who added, corrected, removed, took out, logged in; never what was asked, unless its owner says so.

An act is written down before it is done, as ``begun``, and again when it was, with what it was done on. Where there
are accounts, an act that cannot be written down is not done: several answer for one library, and each has to be
answerable. Where there are none, the machine's one owner is warned and goes on: a full disk must not keep him from
removing something. What can no longer be undone is never taken back for the second line's sake; the first one stands.
"""

from __future__ import annotations

import datetime
import errno
import getpass
import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field, replace
from pathlib import Path

from ingest.accounts.file import ACCOUNTS_FILE, accounts_exist
from ingest.audit_lines import (
    AUDIT_FOLDER,
    LAST,
    LOCK,
    Act,
    Door,
    End,
    Entry,
    Stage,
    find_end,
    hash_line,
    name_file,
    write_last,
    write_line,
)
from ingest.errors import AuditError, LibraryError, UsageError
from ingest.language import tr
from ingest.owner import audits_questions
from ingest.store.connection import LIBRARY_FILE
from ingest.system import explain

_MOST = 100
"""Ids in one line."""
_LONGEST = 300
_LOCK_SECONDS = 30.0
_AS_IT_IS = getattr(os, "O_BINARY", 0)  # elsewhere a line's end is written as two signs
_OWNER_ALONE, _FOLDER_OF_OWNER_ALONE = 0o600, 0o700


def write_act(  # noqa: PLR0913 -- all but two are said by name
    home: Path,
    act: Act,
    *,
    who: str,
    door: Door,
    on: Sequence[str] = (),
    said: str = "",
    stage: Stage = "done",
) -> None:
    """Write an act down in the log of the library in *home*; it is on disk when this returns.

    Args:
        who: Name of the account, or of the user of the machine.
        on: What it was done on: ids, names, files.
        said: What else there is to say. Of a question it is left out, unless the owner has turned ``audit_questions``
            on.

    Raises:
        AuditError: If it cannot be written; then it is not in the log.
    """
    if act == "ask" and not _may_hold_questions(home):
        said = ""
    folder = home / AUDIT_FOLDER
    parts = [on[start : start + _MOST] for start in range(0, len(on), _MOST)] or [()]
    now = datetime.datetime.now(datetime.UTC)
    try:
        folder.mkdir(mode=_FOLDER_OF_OWNER_ALONE, parents=True, exist_ok=True)
        with locked(folder):
            for part in parts:
                ids = tuple(map(_cut, part))
                _append(folder, Entry(0, now, _cut(who), door, act, stage, ids, _cut(said), ""))
    except OSError as error:
        raise AuditError(
            tr(
                "Không ghi được sổ theo dõi {folder}: {why}. "
                "Hãy giải phóng chỗ trống hoặc cấp quyền ghi vào thư mục ấy rồi làm lại.",
                folder=folder,
                why=explain(error),
            )
        ) from error


def name_user() -> str:
    """Who runs this program, as the machine knows him."""
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):  # no name is set, nor known of the number
        return str(os.getuid()) if hasattr(os, "getuid") else "?"


@dataclass
class Record:
    """An act that is being done.

    Attributes:
        said: What else there is to say; may be set while it is done.
        failed: Whether it is known to have come to nothing, though no error was raised.
    """

    home: Path
    entry: Entry
    warn: Callable[[str], None]
    said: str = ""
    failed: bool = False
    _done: list[str] = field(default_factory=list)
    _told: bool = False
    _warned: bool = False

    def note(self, *on: str) -> None:
        """That it was done on these; written at once when there are many, lest a crash lose them."""
        self._done += on
        if len(self._done) >= _MOST:
            self.flush()

    def flush(self) -> None:
        """Write what was noted."""
        if self._done:
            done, self._done = tuple(self._done), []
            self._write("done", done)

    def begin(self) -> None:
        """Write down that it is about to be done.

        Raises:
            AuditError: If that cannot be written and there are accounts: then it must not be done.
        """
        try:
            must = accounts_exist(self.home)
        except LibraryError:  # there is a file of them: what mends it is written down, too
            must = True
        if must or _is_in_use(self.home):
            self._write("begun", self.entry.on, must=must)

    def end(self, stage: Stage, said: str = "") -> None:
        """Write down what became of it; without what was noted, what it was begun on."""
        self.said = " ".join(filter(None, (self.said, said)))
        if stage == "done" and not self._done and self._told:
            return  # written already, with each of what it was done on
        done, self._done = tuple(self._done), []
        if stage == "failed" and done:
            self._write("done", done)
        self._write(stage, self.entry.on if stage == "failed" or not done else done)

    def fail(self, error: BaseException) -> None:
        """As :meth:`end`. The error is told already, and mostly is what stands in the log's way, too: no warning."""
        self._warned = True
        self.end("failed", type(error).__name__)

    def _write(self, stage: Stage, on: Sequence[str], *, must: bool = False) -> None:
        self._told |= stage == "done"
        if not _is_in_use(self.home):  # nothing was done: no library is made up for the log's sake
            return
        try:
            one = self.entry
            write_act(self.home, one.act, who=one.who, door=one.door, on=on, said=self.said, stage=stage)
        except AuditError as error:
            if must:
                raise
            if not self._warned:
                self.warn(str(error))
            self._warned = True


@contextmanager
def recorded(  # noqa: PLR0913 -- all but two are said by name
    home: Path,
    act: Act,
    *,
    who: str,
    door: Door,
    on: Sequence[str] = (),
    said: str = "",
    warn: Callable[[str], None],
) -> Iterator[Record]:
    """Do an act within: it is written down before and after, each time as the head of this module says.

    Args:
        on: What it is to be done on, as far as that is known; what it was done on is noted in the record.
        warn: Told in words where a line could not be written, once.

    Raises:
        AuditError: If it must not be done, as it cannot be written down.
    """
    now = datetime.datetime.now(datetime.UTC)
    record = Record(home, Entry(0, now, who, door, act, "begun", tuple(on), said, ""), warn, said)
    record.begin()
    try:
        yield record
    except BaseException as error:  # also where it is stopped by hand; it is raised again
        record.fail(error)
        raise
    record.end("failed" if record.failed else "done")


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Nobody else writes into the log in *folder* meanwhile.

    Raises:
        OSError: If it cannot be locked, or another holds it for too long.
    """
    from filelock import FileLock, Timeout  # not while help is printed

    lock = FileLock(folder / LOCK, timeout=_LOCK_SECONDS, mode=_OWNER_ALONE)
    try:
        lock.acquire()
    except Timeout:
        raise OSError(tr("tiến trình khác đang giữ sổ")) from None
    try:
        yield
    finally:
        lock.release()


def _append(folder: Path, entry: Entry) -> None:
    """Write *entry* at the end, as what comes after the line that is there."""
    end = find_end(folder)
    line = write_line(replace(entry, number=end.number + 1, before=end.hash))
    name = max(name_file(entry.at.astimezone()), end.file.name if end.file else "")  # a clock set back changes no order
    file = folder / name
    new = not file.exists()
    _write_through(file, _after(end, file) + line + b"\n", os.O_APPEND)
    if new:
        _keep_names(folder)
    with suppress(OSError):  # the line is there; that this lags behind it is understood
        _write_through(folder / LAST, write_last(end.number + 1, hash_line(line)), 0)


def _after(end: End, file: Path) -> bytes:
    """What ends a line that was broken off."""
    return b"\n" if end.broken and end.file == file else b""


def _write_through(file: Path, content: bytes, how: int) -> None:
    """In one write, and to the disk."""
    opened = os.open(file, os.O_WRONLY | os.O_CREAT | _AS_IT_IS | how, _OWNER_ALONE)
    try:
        if os.write(opened, content) != len(content):
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        os.fsync(opened)
    finally:
        os.close(opened)


def _keep_names(folder: Path) -> None:
    """That a new file is in *folder*, to the disk, where the system lets a folder be opened."""
    if hasattr(os, "O_DIRECTORY"):
        opened = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        try:
            os.fsync(opened)
        finally:
            os.close(opened)


def _is_in_use(home: Path) -> bool:
    return any((home / name).exists() for name in (LIBRARY_FILE, ACCOUNTS_FILE))


def _may_hold_questions(home: Path) -> bool:
    try:
        return audits_questions(home)
    except UsageError:  # said where settings are read; until then nothing is written
        return False


def _cut(words: str) -> str:
    whole = words.encode("utf-8", "backslashreplace").decode()
    return whole if len(whole) <= _LONGEST else f"{whole[: _LONGEST - 1]}…"
