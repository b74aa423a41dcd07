"""Questions with judgements, and the libraries they are asked of, each of its own and never the user's."""

from __future__ import annotations

import hashlib
import json
import os
import re
from dataclasses import dataclass, replace
from pathlib import Path

from index.build import Progress, build_index
from index.settings import Settings
from ingest.adding import add_files
from ingest.errors import ReadingError, UsageError
from ingest.models import Passage
from ingest.spelling import fold
from ingest.store import open_library

DATA = Path(__file__).parent.parent / "data"
LAW_SUITES = {
    "laws": "questions-dev.jsonl",
    "laws-unaccented": "questions-dev.jsonl",
    "laws-en": "questions-dev-en.jsonl",
}
SUITES = (*LAW_SUITES, "notice")


@dataclass(frozen=True, slots=True)
class Case:
    """A question and what answers it.

    Attributes:
        relevant: Keys as :meth:`Suite.key` gives them; a key also stands for those below it in the notice.
    """

    question: str
    relevant: frozenset[str]


@dataclass(frozen=True, slots=True)
class Suite:
    """Cases, and the library to ask."""

    name: str
    cases: tuple[Case, ...]
    settings: Settings

    def key(self, passage: Passage, source: str) -> str:
        """What a passage is judged by: law and article, or its address in the notice; empty for neither."""
        if self.name == "notice":
            return passage.address
        article = re.match(r"dieu-([^.]+)", passage.address)
        return f"{Path(source).stem}@{article[1]}" if article else ""


def open_suite(
    name: str, settings: Settings, progress: Progress, corpus: Path | None = None, questions: Path | None = None
) -> Suite:
    """The suite *name*, its library built under ``settings.home / "eval"`` unless that was done before.

    Raises:
        UsageError: If there is no such suite, or the folder of the laws is not given.
        ReadingError: If a file of it cannot be read.
    """
    if name == "notice":
        files = sorted((DATA / "documents").iterdir())
        texts = {file.name: file.read_text(encoding="utf-8") for file in files}
        cases = _read_cases(questions or DATA / "eval" / "notice.jsonl", "places")
        return Suite(name, tuple(case for case in cases if case.relevant), _prepare(texts, settings, progress))
    if name not in LAW_SUITES:
        raise UsageError(f"Không có bộ câu hỏi {name}. Hãy chọn một trong: {', '.join(SUITES)}.")
    folder = corpus or _corpus_folder()
    cases = _read_cases(questions or folder / LAW_SUITES[name], "relevant")
    if name == "laws-unaccented":
        cases = [replace(case, question=fold(case.question)) for case in cases]
    return Suite(name, tuple(cases), _prepare(_read_laws(folder / "laws.json"), settings, progress))


def _corpus_folder() -> Path:
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


def _read_cases(file: Path, field: str) -> list[Case]:
    rows = (json.loads(line) for line in _read(file).splitlines() if line.strip())
    return [Case(row["question"], frozenset(row[field])) for row in rows]


def _read(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise ReadingError(file, "không mở được tệp đánh giá", "Hãy kiểm tra lại --corpus hoặc --questions.") from error


def _prepare(texts: dict[str, str], settings: Settings, progress: Progress) -> Settings:
    """A library of *texts* read through the ordinary ingest, cached by what they say."""
    digest = hashlib.sha256(json.dumps(texts, sort_keys=True).encode()).hexdigest()[:16]
    home = settings.home / "eval" / digest
    originals = home / "originals"
    originals.mkdir(parents=True, exist_ok=True)
    with open_library(home) as library:
        missing = set(texts) - {held.metadata.source for held in library.documents()}
        for name in sorted(missing):
            (originals / name).write_text(texts[name], encoding="utf-8")
        for done, outcome in enumerate(add_files(library, (originals / name for name in sorted(missing))), 1):
            if outcome.error:
                raise outcome.error
            progress("Đang đọc tệp", done, len(missing))
    own = replace(settings, home=home)
    build_index(own, progress)
    return own
