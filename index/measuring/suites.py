"""Questions with judgements, and the libraries they are asked of, each of its own and never the user's."""

from __future__ import annotations

import hashlib
import json
import os
import re
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path

from index.build import Progress, build_index
from index.encode import Encoder
from index.settings import Settings
from ingest.adding import add_files
from ingest.cleaning import CLEANING_VERSION
from ingest.errors import ReadingError, UsageError
from ingest.models import Passage
from ingest.spelling import fold
from ingest.store import open_library
from ingest.store.connection import LIBRARY_FILE

DATA = Path(__file__).parents[2] / "data"
LAW_SUITES = {
    "laws": "questions-dev.jsonl",
    "laws-unaccented": "questions-dev.jsonl",
    "laws-en": "questions-dev-en.jsonl",
    "answers": "questions-dev.jsonl",
    "decline": "questions-dev.jsonl",
}
SUITES = (*LAW_SUITES, "notice")


@dataclass(frozen=True, slots=True)
class Case:
    """A question and what answers it.

    Attributes:
        relevant: Keys as :meth:`Suite.key` gives them; a key also stands for those below it in the notice.
        name: Of the question in its file; empty where it has none.
        answer: In words, or the letter of a choice; empty where the file gives none.
        choices: Letter -> words, for a question of several choices.
    """

    question: str
    relevant: frozenset[str]
    name: str = ""
    answer: str = ""
    choices: Mapping[str, str] = field(default_factory=dict)

    @property
    def sources(self) -> frozenset[str]:
        """The laws that answer it."""
        return frozenset(key.partition("@")[0] for key in self.relevant)


@dataclass(frozen=True, slots=True)
class Suite:
    """Cases, and the library to ask.

    Attributes:
        texts: File name -> text of every document of the library.
        settings: Of that library: under the user's folder, cached by what the texts say.
    """

    name: str
    cases: tuple[Case, ...]
    texts: Mapping[str, str]
    settings: Settings

    def key(self, passage: Passage, source: str) -> str:
        """What a passage is judged by: law and article, or its address in the notice; empty for neither."""
        return self.key_of(passage.address, source)

    def key_of(self, address: str, source: str) -> str:
        """The same of an address in the text of that file."""
        if self.name == "notice":
            return address
        article = re.match(r"dieu-([^.]+)", address)
        return f"{Path(source).stem}@{article[1]}" if article else ""


def read_suite(name: str, settings: Settings, corpus: Path | None = None, questions: Path | None = None) -> Suite:
    """The suite *name*; :func:`prepare` makes its library.

    Raises:
        UsageError: If there is no such suite, or the folder of the laws is not given.
        ReadingError: If a file of it cannot be read.
    """
    if name == "notice":
        texts = {file.name: file.read_text(encoding="utf-8") for file in sorted((DATA / "documents").iterdir())}
        cases = [case for case in _read_cases(questions or DATA / "eval" / "notice.jsonl", "places") if case.relevant]
    elif name in LAW_SUITES:
        folder = find_corpus(corpus)
        texts = _read_laws(folder / "laws.json")
        cases = _read_cases(questions or folder / LAW_SUITES[name], "relevant")
    else:
        raise UsageError(f"Không có bộ câu hỏi {name}. Hãy chọn một trong: {', '.join(SUITES)}.")
    if name == "laws-unaccented":
        cases = [replace(case, question=fold(case.question)) for case in cases]
    digest = hashlib.sha256(json.dumps([CLEANING_VERSION, texts], sort_keys=True).encode()).hexdigest()[:16]
    return Suite(name, tuple(cases), texts, replace(settings, home=settings.home / "eval" / digest))


def prepare(suite: Suite, progress: Progress, encoder: Encoder | None = None) -> None:
    """Read the texts of *suite* through the ordinary ingest and build their index, unless that was done before.

    *encoder* is used instead of loading the model where given.

    Raises:
        LibraryError: If the disk is full or cannot be written.
        ModelError: If the model cannot be loaded.
    """
    originals = suite.settings.home / "originals"
    originals.mkdir(parents=True, exist_ok=True)
    with open_library(suite.settings.home) as library:
        missing = sorted(set(suite.texts) - {held.metadata.source for held in library.documents()})
        for name in missing:
            (originals / name).write_text(suite.texts[name], encoding="utf-8")
        for done, outcome in enumerate(add_files(library, (originals / name for name in missing)), 1):
            if outcome.error:
                raise outcome.error
            progress("Đang đọc tệp", done, len(missing))
    build_index(suite.settings, progress, encoder)


@contextmanager
def without(suite: Suite, sources: frozenset[str], progress: Progress) -> Iterator[Settings]:
    """The library of a prepared *suite* with the texts of *sources* taken out, for as long as it is asked."""
    with tempfile.TemporaryDirectory() as folder:
        settings = replace(suite.settings, home=Path(folder))
        shutil.copy(suite.settings.home / LIBRARY_FILE, folder)
        with open_library(settings.home, settings.sight) as library:
            for held in library.documents():
                if Path(held.metadata.source or "").stem in sources:
                    library.remove(held.id)
        build_index(settings, progress)
        yield settings


def find_corpus(given: Path | None) -> Path:
    """The folder of the laws: the one that is *given*, else of the environment.

    Raises:
        UsageError: If neither names one.
    """
    if given:
        return given
    folder = os.environ.get("VANKIEN_CORPUS")
    if not folder:
        raise UsageError("Chưa biết thư mục các luật. Hãy thêm --corpus THƯ_MỤC, hoặc đặt VANKIEN_CORPUS.")
    return Path(folder).expanduser()


def _read_laws(file: Path) -> dict[str, str]:
    """File name -> text, a law each: its name, then its articles."""
    laws = json.loads(_read(file))
    return {
        f"{law['id']}.txt": "\n\n".join([law["id"], *(f"Điều {one['id']}. {one['text']}" for one in law["articles"])])
        for law in laws
        if law["articles"]
    }


def _read_cases(file: Path, relevant: str) -> list[Case]:
    rows = (json.loads(line) for line in _read(file).splitlines() if line.strip())
    return [
        Case(
            row["question"], frozenset(row[relevant]), row.get("id", ""), row.get("answer", ""), row.get("choices", {})
        )
        for row in rows
    ]


def _read(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise ReadingError(file, "không mở được tệp đánh giá", "Hãy kiểm tra lại --corpus hoặc --questions.") from error
