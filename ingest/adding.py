"""Files and folders -> the library, one outcome a file; one bad file stops nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, wait
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import Protocol

from ingest.abilities import mark_abilities
from ingest.archives import INSIDE
from ingest.documents import FromFile, read_from
from ingest.errors import CANNOT_ADD, LET_ADD, HinderedError, KeptFromError, ReadingError, RefusedError
from ingest.language import fill
from ingest.models import Document
from ingest.review import find_doubts, find_remarks
from ingest.sources import Folders, Source, Unread, count_inside, find_files, open_sources
from ingest.store import Added, Library, Origin, Tried, hash_content

__all__ = ["Outcome", "Progress", "ReadHere", "Readers", "add_files", "find_files"]

_AHEAD = 2  # files on their way for each reader
_CUT = "có thể là bản bị cắt nên chưa dùng, bản đang dùng giữ nguyên; nếu đúng là bản mới, hãy dùng nó: {command}"
_HEALED = "tệp gốc trong thư viện bị hỏng, đã thay bằng tệp này"
_MOST_WAITING = 64
_MOST_BYTES = 256 * 1024**2  # of files on their way together


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one file: either *added* or *error*.

    Attributes:
        file: On disk; for a member of an archive the archive.
        member: Path inside the archive.
        doubts: What a person should look at, each a phrase in Vietnamese.
        remarks: What the reader noted beside that.
        secrecy: The mark of secrecy printed on what was read, where it was admitted.
        tried: Whether the error is that of an earlier time, and the very file was not read again.
    """

    file: Path
    member: str | None = None
    added: Added | None = None
    error: ReadingError | None = None
    doubts: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()
    secrecy: str | None = None
    tried: bool = False

    @property
    def name(self) -> str:
        """The file's own name, below that of its archive."""
        return f"{self.file.name}{INSIDE}{self.member}" if self.member else self.file.name


@dataclass(frozen=True, slots=True)
class Progress:
    """How far the taking in has come.

    Attributes:
        total: Files found so far; grows where archives hold archives.
        reading: The file that is waited for: of those not yet read the one begun first.
    """

    done: int
    total: int
    failed: int
    reading: str


class Readers(Protocol):
    """Who reads files: this process, or processes of their own (:class:`ingest.readers.apart.ReaderPool`).

    Attributes:
        workers: Processes that read at once; 0 for this one alone.
    """

    workers: int

    def read_from(self, content: bytes, file: Path) -> Future[FromFile]:
        """The document in *content*; the result raises :class:`ReadingError`."""


class ReadHere:
    """Reads in this process, at once: for a few files that are known to be harmless."""

    workers = 0

    def read_from(self, content: bytes, file: Path) -> Future[FromFile]:
        """As :class:`Readers`."""
        future: Future[FromFile] = Future()
        try:
            future.set_result(read_from(content, file))
        except ReadingError as error:
            future.set_exception(error)
        return future


def add_files(  # noqa: PLR0913 - the last four are said by name
    library: Library,
    files: Iterable[Path],
    readers: Readers | None = None,
    *,
    admit_secret: bool = False,
    skip_tried: bool = False,
    into: str | None = None,
    follow: Callable[[Progress], None] = lambda _: None,
) -> Iterator[Outcome]:
    """Read and keep *files* and what the archives among them hold, yielding as each is done.

    A bad file changes nothing in the library. A file that is held already is known by its bytes, and not read.

    Args:
        admit_secret: Whether what is marked Mật, Tối mật or Tuyệt mật is kept; else it is refused.
        skip_tried: Whether a file that gave no document before is not read again, unless this machine reads
            otherwise than it did then.
        into: Name of a collection that every document is laid into as it comes.

    Raises:
        NotHeldError: If there is no such collection.
        LibraryError: If the library cannot be written; what was yielded before is kept.
    """
    rules = _Rules(admit_secret, skip_tried, into)
    return _Taking(library, readers or ReadHere(), rules, follow).take(list(files))


@dataclass(frozen=True, slots=True)
class _Rules:
    """As :func:`add_files`."""

    admit_secret: bool
    skip_tried: bool
    into: str | None


class _Taking:
    """Files on their way: opened, known or read, kept."""

    def __init__(
        self,
        library: Library,
        readers: Readers,
        rules: _Rules,
        follow: Callable[[Progress], None],
    ) -> None:
        self._library, self._readers = library, readers
        self._rules, self._follow = rules, follow
        self._waiting: dict[Future[FromFile], Source] = {}
        self._done = self._failed = self._total = 0
        self._begun = ""

    def take(self, files: list[Path]) -> Iterator[Outcome]:
        if self._rules.into:
            self._library.collections.groups_of(self._rules.into)  # it is there, or nothing is begun
        self._total, folders = len(files), Folders(files)
        for file in files:
            if folders.miss(file):
                self._total -= 1
                continue
            self._total += count_inside(file) - 1
            for source in open_sources(file):
                told = folders.tell_gone(source) if isinstance(source, Unread) else source
                yield from map(self._count, self._begin(told))
        yield from map(self._count, self._finish(most=0))

    def _begin(self, source: Source | Unread) -> Iterator[Outcome]:
        """Set *source* going; what is done meanwhile."""
        if isinstance(source, Unread):
            yield Outcome(source.file, source.member, error=source.error)
            return
        self._begun = source.shown
        self._tell(begun=1)
        try:
            known = self._library.recognise(hash_content(source.content), self._rules.into)
        except KeptFromError:
            yield Outcome(source.file, source.member, error=_tell_kept(source))
            return
        if known:
            healed = (fill(_HEALED),) if self._library.heal(source.content) else ()
            yield Outcome(source.file, source.member, known, remarks=healed)
            return
        if self._rules.skip_tried and (error := self._recall(source)):
            yield Outcome(source.file, source.member, error=error, tried=True)
            return
        self._waiting[self._readers.read_from(source.content, source.path)] = source
        yield from self._finish(most=_AHEAD * self._readers.workers)

    def _finish(self, most: int) -> Iterator[Outcome]:
        """Keep what has been read, until at most *most* files are still being read.

        In the order of the files, so that one folder always gives one library; what is held up behind a long file
        is kept before it where it would fill the memory.
        """
        while self._waiting:
            reading = [one for one in self._waiting if not one.done()]
            first = next(iter(self._waiting))
            if first.done():
                yield self._take_up(first)
            elif len(reading) < len(self._waiting) and self._is_full():
                yield self._take_up(next(one for one in self._waiting if one.done()))
            elif len(reading) > most or self._is_full():
                wait(reading, return_when=FIRST_COMPLETED)
            else:
                return

    def _is_full(self) -> bool:
        size = sum(len(source.content) for source in self._waiting.values())
        return len(self._waiting) > _MOST_WAITING or size > _MOST_BYTES

    def _take_up(self, future: Future[FromFile]) -> Outcome:
        source = self._waiting.pop(future)
        try:
            return self._keep(source, future.result())
        except KeptFromError:
            return Outcome(source.file, source.member, error=_tell_kept(source))
        except ReadingError as error:
            if not isinstance(error, HinderedError):
                self._remember(source, error)
            return Outcome(source.file, source.member, error=error)

    def _keep(self, source: Source, read: FromFile) -> Outcome:
        content_hash = hash_content(source.content)
        if known := self._library.recognise(content_hash, self._rules.into):  # a copy of it was on its way, too
            return Outcome(source.file, source.member, known)
        document = read.document
        document = replace(document, metadata=replace(document.metadata, source=source.name))
        self._check_secrecy(document, source.path)
        origin = Origin(read.kind, str(source.path), source.modified_at, self._rules.into)
        added = self._library.add(document, source.content, origin)
        if self._library.tried.find(content_hash):
            self._library.tried.forget(content_hash)
        doubts = (_ask_whether_cut(added),) if added.status == "shorter" else find_doubts(document)
        outcome = Outcome(source.file, source.member, added, doubts=doubts, remarks=find_remarks(document))
        return replace(outcome, secrecy=document.metadata.secrecy)

    def _check_secrecy(self, document: Document, path: Path) -> None:
        if document.metadata.secrecy and not self._rules.admit_secret:
            raise RefusedError(path, document.metadata.secrecy)

    def _recall(self, source: Source) -> ReadingError | None:
        """Why the very file gave no document before; ``None`` where it may be otherwise today."""
        tried = self._library.tried.find(hash_content(source.content))
        if tried is None or tried.abilities != self._abilities:
            return None
        if tried.secrecy is None:
            return ReadingError(source.path, tried.why, tried.advice)
        return None if self._rules.admit_secret else RefusedError(source.path, tried.secrecy)

    def _remember(self, source: Source, error: ReadingError) -> None:
        secrecy = error.mark if isinstance(error, RefusedError) else None
        tried = Tried(error.why, error.advice, secrecy, self._abilities)
        self._library.tried.keep(hash_content(source.content), tried)

    @cached_property
    def _abilities(self) -> str:
        return mark_abilities()

    def _count(self, outcome: Outcome) -> Outcome:
        self._done += 1
        self._failed += outcome.error is not None
        self._tell()
        return outcome

    def _tell(self, begun: int = 0) -> None:
        self._total = max(self._total, self._done + len(self._waiting) + begun)
        awaited = next((source.shown for future, source in self._waiting.items() if not future.done()), self._begun)
        self._follow(Progress(self._done, self._total, self._failed, awaited))


def _tell_kept(source: Source) -> HinderedError:
    return HinderedError(source.path, fill(CANNOT_ADD), fill(LET_ADD))


def _ask_whether_cut(added: Added) -> str:
    command = f"python -m ingest restore {added.document_id} --version {added.version}"
    return fill(_CUT, command=command)
