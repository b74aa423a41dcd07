"""Files that were dropped on the page, read and kept behind it: what became of those that are done."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from ingest.adding import Outcome, Progress, add_files
from ingest.console import make_printable
from ingest.describe_adding import has_changed
from ingest.language import tr
from ingest.readers.apart import open_readers
from ui import services
from ui.building import Report, Work
from ui.visitor import changing, open_held

TAKING_BUG = (
    "Việc thêm tệp dừng vì một lỗi của chương trình; những tệp đã báo xong vẫn được giữ. Hãy thêm lại các tệp kia; nếu "
    "vẫn vậy, hãy gửi nhật ký ở cửa sổ lệnh cho người quản trị."
)


class Taking(Work):
    """One drop. It goes on when its page is left, and belongs to who dropped it.

    Attributes:
        outcomes: What became of the files that are done, in the order of ending.
    """

    def __init__(self, uploads: Sequence[tuple[str, bytes]], into: str | None = None) -> None:
        """*into*: name of a collection that all of it is laid into as it comes."""
        super().__init__(self._take, "add", TAKING_BUG)
        self._uploads, self._into = tuple(uploads), into
        self.outcomes: list[Outcome] = []

    def _take(self, report: Report) -> None:
        report(tr("Đang mở tệp"), 0, len(self._uploads))

        def follow(progress: Progress) -> None:
            step = tr("Đang đọc {name}", name=make_printable(progress.reading))
            report(step, progress.done, max(1, progress.total))

        for outcome in _take_uploads(self._uploads, self._into, follow):
            self.outcomes.append(outcome)
        self._uploads = ()
        if has_changed(self.outcomes):
            services.build_if_needed()  # here, as its page may have been left meanwhile


def name_documents(outcomes: Sequence[Outcome]) -> dict[str, str]:
    """Id -> name, of what the files became and of what they are nearly the same as.

    Raises:
        LibraryError: If the library cannot be read.
    """
    added = [one.added for one in outcomes if one.added]
    ids = {one.document_id for one in added} | {near.document_id for one in added for near in one.near}
    with open_held() as library:
        return {document_id: record.label for document_id, record in library.find_records(ids).items()}


def _take_uploads(
    uploads: Sequence[tuple[str, bytes]], into: str | None, follow: Callable[[Progress], None]
) -> Iterator[Outcome]:
    """Read and keep files given by name and bytes, yielding as each is done; archives among them are opened.

    Raises:
        LibraryError: If the library cannot be written; what was yielded before is kept.
    """
    with (
        tempfile.TemporaryDirectory(prefix="vankien-") as folder,
        changing("add", [name for name, _ in uploads], shelves=[into] if into else []) as library,
        open_readers() as readers,
    ):
        files = [_put(Path(folder), place, name, content) for place, (name, content) in enumerate(uploads)]
        yield from add_files(library, files, readers, into=into, follow=follow)


def _put(folder: Path, place: int, name: str, content: bytes) -> Path:
    """A file of that name, in a folder of its own: two that are dropped may be called the same."""
    file = folder / str(place) / (Path(name).name or "tep")
    file.parent.mkdir()
    file.write_bytes(content)
    return file
