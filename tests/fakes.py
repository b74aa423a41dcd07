"""Readable stand-ins, each for one seam."""

from __future__ import annotations

import hashlib
import resource
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from index.answer import NOT_FOUND, Answer
from index.build import BuildReport, build_index
from index.graph import Edge, Node
from index.lexical import tokenize_passage
from index.naming.conditions import Condition
from index.query import Query
from index.quotes import Quote
from index.settings import Settings
from index.validity import Change, Standing
from ingest.documents import read_document
from ingest.errors import AppError, LibraryError, NotHeldError
from ingest.mentions import Citation
from ingest.models import Document, Metadata, Provision
from ingest.spelling import fold
from ingest.store import open_library
from ui import services
from ui.asked import Asked
from ui.building import IndexBuilder, Report

TEXT = "I. ĐẦU MỤC\n\n1. Kiểm tra theo Quy định số 102-QĐ/TW.\n\n2. Dân vận <b>thế</b> **nào**; năng lực; chú ý.\n"
FIRST, SECOND = TEXT.index("1. "), TEXT.index("2. ")
SIGN = "102-QĐ/TW"
NOTICE = Metadata(type="Thông báo", title="Ý kiến kết luận", event_date=date(2018, 1, 26), source="tb.txt")


def make_document(metadata: Metadata = NOTICE) -> Document:
    children = (
        Provision("I.1", None, FIRST, SECOND - 2, FIRST),
        Provision("I.2", None, SECOND, len(TEXT) - 1, SECOND),
    )
    at = TEXT.index("Quy định số")
    mention = Citation(at, at + len(f"Quy định số {SIGN}"), f"Quy định số {SIGN}", "Quy định", SIGN)
    tree = Provision("I", "I. ĐẦU MỤC", 0, len(TEXT) - 1, FIRST, children)
    return Document("thong-bao-1", TEXT, metadata, (tree,), (mention,))


def quote(address: str = "I.2", metadata: Metadata = NOTICE, sentence: str = "năng lực;") -> Quote:
    node = make_document().find_provision(address)
    assert node is not None
    at = TEXT.index(sentence)
    text = TEXT[node.start : node.end]
    spans = ((at, at + len(sentence)),)
    return Quote("thong-bao-1", metadata, address, node.start, node.end, text, spans, None)


def answered(question: str, confidence: str = "cao", understood: str | None = None) -> Answer:
    return Answer(question, understood or question, True, confidence, "Theo mục I.2 Thông báo", (quote(),), ())


def declined(question: str) -> Answer:
    return Answer(question, question, False, None, NOT_FOUND, (), (replace(quote(), sentences=()),))


ACTING = Node("69-QĐ/TW@2022-07-06", "Quy định số 69-QĐ/TW", "69-QĐ/TW", "Quy định", None, date(2022, 7, 6), "known")
_BY = Change(Edge(ACTING.id, "102-QĐ/TW@2017-11-15", "replaces"), ACTING, ACTING.date)
REPLACED = Standing("replaced", (_BY,), ACTING.date)
"""Of Quy định 102-QĐ/TW, as the catalogue knows it."""
REPLACED_WORDS = (
    "Quy định 102-QĐ/TW đã được thay thế bởi 69-QĐ/TW từ 06/7/2022. Hãy tra văn bản thay thế trước khi áp dụng."
)

UNREAD = Query("?", "?", (), (), ("?",), 1.0, None)
"""A question that shares no word with any text."""


def have_nothing_to_build(report: Report) -> None:
    """The index is up to date."""


def refuse_to_build(report: Report) -> None:
    raise LibraryError("Ổ đĩa đã đầy. Hãy xóa bớt tệp rồi lập chỉ mục lại.")


@dataclass(frozen=True, slots=True)
class FakeCondition(Condition):
    """A condition that every document meets, but the notice, whose record does not say.

    Attributes:
        said: What a reader reads of it.
    """

    said: str = ""

    @property
    def words(self) -> str:
        return self.said

    @property
    def unknown(self) -> str:
        return "không rõ ngày ban hành"

    def fits(self, metadata: Metadata) -> bool | None:
        return None if metadata == NOTICE else True


@dataclass
class Desk:
    """Stands where the library and the index stand: what it holds, what it answers, how its build goes."""

    builder: IndexBuilder = field(default_factory=lambda: IndexBuilder(have_nothing_to_build))
    documents: dict[str, Document] = field(default_factory=lambda: {"thong-bao-1": make_document()})
    reply: Answer | AppError = field(default_factory=lambda: answered("Năng lực?"))
    resolved: dict[Citation, str] = field(default_factory=dict)
    waiting: tuple[str, ...] = ()
    further: services.Further = field(default_factory=lambda: services.Further(UNREAD, ()))
    asked: list[Asked] = field(default_factory=list)
    suggested: tuple[str, ...] = ()

    def list_documents(self) -> list[tuple[str, Metadata]]:
        return [(document.id, document.metadata) for document in self.documents.values()]

    def open_document(self, given: str) -> services.Opened:
        if given not in self.documents:
            raise NotHeldError(given)
        return services.Opened(self.documents[given], self.resolved)

    def find_spans(self, places: Iterable[tuple[str, str]]) -> dict[tuple[str, str], tuple[int, int]]:
        found = {place: self.documents[place[0]].find_provision(place[1]) for place in places}
        return {place: (node.start, node.end) for place, node in found.items() if node}

    def answer(self, asked: Asked) -> Answer:
        self.asked.append(asked)
        if isinstance(self.reply, AppError):
            raise self.reply
        return replace(self.reply, question=asked.question)

    def look_further(self, asked: Asked, answer: Answer) -> services.Further:
        assert (asked, answer.question) == (self.asked[-1], asked.question)  # the list under an answer is its own
        return self.further

    def pending(self) -> tuple[str, ...]:
        return self.waiting

    def suggest_questions(self) -> tuple[str, ...]:
        return self.suggested

    def ready_builder(self) -> IndexBuilder:
        return self.builder


class FakeEncoder:
    """An `Encoder` without a model: equal texts get equal rows, others rows about as near as those of a real one."""

    fingerprint = "fake"
    dimensions = 64
    shared = 2.3  # of all rows, beside the length 1 of what they have of their own: cosines near 0.84

    def encode_queries(self, texts: Sequence[str]) -> NDArray[np.float32]:
        return self.encode_passages(texts)

    def encode_passages(
        self, texts: Sequence[str], progress: Callable[[int, int], None] | None = None
    ) -> NDArray[np.float32]:
        rows = np.empty((len(texts), self.dimensions), dtype=np.float32)
        for place, text in enumerate(texts):
            digest = hashlib.sha512(text.encode()).digest()
            rows[place] = np.frombuffer(digest, dtype=np.uint8).astype(np.float32) - 127.5
        if progress is not None:
            progress(len(texts), len(texts))
        rows /= np.linalg.norm(rows, axis=1, keepdims=True)
        rows[:, 0] += self.shared
        rows /= np.linalg.norm(rows, axis=1, keepdims=True)
        return rows


FAKE_MODEL = "fake"
"""A setting for which no model is ever loaded: whoever builds or searches brings an encoder."""


class NotingEncoder(FakeEncoder):
    """Notes the passages it was given to embed."""

    def __init__(self) -> None:
        self.embedded: list[str] = []

    def encode_passages(
        self, texts: Sequence[str], progress: Callable[[int, int], None] | None = None
    ) -> NDArray[np.float32]:
        self.embedded += texts
        return super().encode_passages(texts, progress)

    def encode_queries(self, texts: Sequence[str]) -> NDArray[np.float32]:
        return super().encode_passages(texts)


def add_text(home: Path, text: str, name: str = "tep.txt") -> str:
    """Keep *text* as if it had been read from a file *name*; the document's id."""
    with open_library(home) as library:
        return library.add(read_document(text, name), text.encode()).document_id


def build(home: Path, encoder: FakeEncoder, model: str = FAKE_MODEL) -> BuildReport:
    """Build the index of the library in *home*."""
    return build_index(Settings(home, model), lambda *_: None, encoder)


@contextmanager
def a_disk_that_takes_files_up_to(size: int) -> Iterator[None]:
    """Every write past *size* bytes fails, as on a full disk, in our code and in the libraries'."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


class FakeVocabulary:
    """What passages contain, counted the plain way: stands where a lexical index stands."""

    def __init__(self, *passages: str) -> None:
        self.rows = len(passages)
        self._passages = [tokenize_passage(text) for text in passages]

    def frequency(self, field: str, token: str) -> int:
        return sum(token in passage[field] for passage in self._passages)

    def knows(self, field: str, token: str) -> bool:
        return self.frequency(field, token) > 0

    def spellings(self, bare: str) -> list[str]:
        return sorted({token for passage in self._passages for token in passage["marked"] if fold(token) == bare})

    def variety(self, syllable: str) -> int:
        pairs = {pair for passage in self._passages for pair in passage["marked-pairs"]}
        return sum(pair.split(" ")[1] == syllable for pair in pairs)
