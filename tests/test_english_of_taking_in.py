"""What the pages say of files, of the library and of portals, in whole English sentences."""

from __future__ import annotations

import datetime
import errno
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from ingest.accepting import Difference
from ingest.adding import Outcome
from ingest.bearers import Bearer
from ingest.corrections import read_correction
from ingest.days import read_typed_day
from ingest.describe_adding import say_outcome
from ingest.errors import (
    AmbiguousError,
    AppError,
    CatalogError,
    FetchError,
    ForbiddenError,
    MissingIndexError,
    OfflineError,
    ReadingError,
    RefusedError,
)
from ingest.language import speaking
from ingest.models import Metadata
from ingest.owner import load_way_out
from ingest.readers.kinds import read_content, read_file
from ingest.store import Added, Near, open_library
from ingest.store.connection import explained, library_folder

_EMPTY = ReadingError("a.pdf", "tệp rỗng", "Hãy kiểm tra lại tệp gốc.")
_DAY = datetime.date(2017, 11, 15)


@pytest.mark.parametrize(
    ("error", "said"),
    [
        pytest.param(_EMPTY, "Could not read a.pdf: the file is empty. Check the original file.", id="unread"),
        pytest.param(
            RefusedError("a.pdf", "Tối mật"),
            "Not taken in, a.pdf: the document is marked Tối mật. "
            "If this machine may keep secret documents, add it again with --secret.",
            id="secret",
        ),
        pytest.param(
            FetchError("https://vbpl.vn/1", "trang báo lỗi 404"),
            "Could not fetch https://vbpl.vn/1: the site reports error 404. "
            "Fetch the file with a browser, then add it with: python -m ingest add FILE.",
            id="not-fetched",
        ),
        pytest.param(
            OfflineError("https://vbpl.vn/1", "không tìm thấy máy chủ vbpl.vn"),
            "Could not fetch https://vbpl.vn/1: the host vbpl.vn was not found. This machine may have no network: "
            "fetch the file on another, copy it here, then add it with: python -m ingest add FILE.",
            id="offline",
        ),
        pytest.param(
            ForbiddenError("https://vbpl.vn/1"),
            "Could not fetch https://vbpl.vn/1: the person in charge of this machine does not let Vankien use the "
            "network (setting network). Fetch the file on a machine with a network, copy it here, then add it with: "
            "python -m ingest add FILE.",
            id="forbidden",
        ),
    ],
)
def test_an_error_speaks_to_whoever_reads_it_and_not_to_whom_it_befell(error: AppError, said: str) -> None:
    with speaking("en"):
        assert str(error) == said
    assert str(error) != said


def _open_newer(folder: Path) -> None:
    open_library(folder).close()
    with sqlite3.connect(folder / "library.sqlite") as db:
        db.execute("PRAGMA user_version = 99")
    db.close()
    open_library(folder)


def _open_no_library(folder: Path) -> None:
    (folder / "library.sqlite").write_bytes(b"no database at all" * 100)
    open_library(folder)


def _ask_in_vain(folder: Path) -> None:
    with open_library(folder) as library:
        library.find_id("9-XX/TW")


def _fill_disk(folder: Path) -> None:
    with explained(folder / "library.sqlite"):
        raise OSError(errno.ENOSPC, "No space left on device")


def _break_otherwise(folder: Path) -> None:
    with explained(folder / "library.sqlite"):
        raise OSError(errno.EMFILE, "Too many open files")


def _set_wrong(folder: Path) -> None:
    (folder / "settings.toml").write_text('network = "maybe"', encoding="utf-8")
    load_way_out(folder)


def _set_unknown(folder: Path) -> None:
    (folder / "settings.toml").write_text('colour = "red"', encoding="utf-8")
    load_way_out(folder)


def _raise(error: Exception) -> Callable[[Path], None]:
    def act(folder: Path) -> None:
        raise error

    return act


@pytest.mark.parametrize(
    ("act", "said"),
    [
        pytest.param(
            _open_newer,
            "The library {folder}/library.sqlite was made by a newer Vankien (schema 99, this one reads up to ",
            id="newer-library",
        ),
        pytest.param(
            _open_no_library,
            "The library {folder}/library.sqlite could not be opened or written: this file is no library of Vankien. "
            "Choose another folder with VANKIEN_HOME.",
            id="no-library",
        ),
        pytest.param(
            _fill_disk,
            "The library {folder}/library.sqlite could not be opened or written: the disk is full. "
            "Free some space, then try again; what was saved is still there.",
            id="disk-full",
        ),
        pytest.param(
            _break_otherwise,
            "The library {folder}/library.sqlite could not be opened or written: too many files are open. "
            "Check the file.",
            id="any-other-error-of-the-system",
        ),
        pytest.param(
            _ask_in_vain,
            "The library does not hold “9-XX/TW”. List what it holds with: python -m ingest list",
            id="not-held",
        ),
        pytest.param(
            lambda _: library_folder(),
            "VANKIEN_HOME is ~nobody-of-that-name, but this machine has no such user. "
            "Write the whole path into VANKIEN_HOME.",
            id="nobody-home",
        ),
        pytest.param(
            _set_wrong, 'The setting network is wrong: it must be "on" or "off". Correct it.', id="wrong-setting"
        ),
        pytest.param(
            _set_unknown,
            "The settings {folder}/settings.toml have unknown entries: colour. "
            "Known entries: audit_questions, model, network, proxy, reranker.",
            id="unknown-setting",
        ),
        pytest.param(
            lambda _: read_typed_day("mai"), "“mai” is no day. Write it as 15/5/2016 or 2016-05-15.", id="no-day"
        ),
        pytest.param(
            lambda _: read_correction("secrecy", "kín"),
            "There is no mark “kín”. Choose one of: Mật, Tối mật, Tuyệt mật.",
            id="no-mark",
        ),
        pytest.param(
            lambda folder: read_file(folder / "a.pdf"),
            "Could not read {folder}/a.pdf: there is no such file. Check the path.",
            id="no-file",
        ),
        pytest.param(
            lambda folder: read_content(b"7z\xbc\xaf\x27\x1c", folder / "a.7z"),
            "Could not read {folder}/a.7z: files of this kind cannot be read yet: 7z. Unpack it, then add the folder.",
            id="no-reader",
        ),
    ],
)
def test_trouble_is_told_in_english(
    act: Callable[[Path], object], said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("VANKIEN_HOME", "~nobody-of-that-name")
    with speaking("en"), pytest.raises(AppError) as caught:
        act(tmp_path)
    with speaking("en"):
        assert str(caught.value).startswith(said.format(folder=tmp_path))


def _outcome(added: Added, *doubts: str) -> Outcome:
    return Outcome(Path("a.pdf"), added=added, doubts=doubts)


@pytest.mark.parametrize(
    ("outcome", "said"),
    [
        pytest.param(_outcome(Added("added", "b")), "a.pdf: added (b)", id="added"),
        pytest.param(
            _outcome(
                Added("added", "b"),
                "nên kiểm tra số, ký hiệu, người ký",
                "Trang 3: ký hiệu “1-QD” có thể nhận dạng sai, hãy đối chiếu với bản gốc.",
            ),
            "a.pdf: added (b); check sign, signer; Page 3: the sign “1-QD” may be misread; "
            "compare it with the original",
            id="in-doubt",
        ),
        pytest.param(
            _outcome(Added("replaced", "b")), "a.pdf: replaced the earlier version, which is kept (b)", id="replaced"
        ),
        pytest.param(
            _outcome(Added("earlier", "b", version=2)),
            "a.pdf: held already, as an earlier version that is not in use; nothing was changed (b); this file is "
            "version 2; to use it again: python -m ingest restore b --version 2",
            id="earlier",
        ),
        pytest.param(
            _outcome(Added("added", "b", (Near("c", 0.97, 0.99),))),
            "a.pdf: added (b); nearly the same as c (97% of the text is the same)",
            id="near",
        ),
        pytest.param(
            Outcome(Path("a.pdf"), error=_EMPTY),
            "a.pdf: cannot be read: the file is empty. Check the original file.",
            id="unread",
        ),
        pytest.param(
            Outcome(Path("a.pdf"), error=_EMPTY, tried=True),
            "a.pdf: still cannot be read (tried before): the file is empty. Check the original file.",
            id="unread-again",
        ),
    ],
)
def test_what_became_of_a_file_is_told_in_english(outcome: Outcome, said: str) -> None:
    with speaking("en"):
        assert say_outcome(outcome) == said


@pytest.mark.parametrize(
    ("say", "said"),
    [
        pytest.param(
            lambda: str(Difference("Số điều", "3 và 19", "không đọc thấy")),
            "Number of articles: the catalogue says “3 and 19”, the file “not seen”",
            id="articles",
        ),
        pytest.param(
            lambda: str(Difference("Trích yếu", "thực hiện và giám sát", "thi hành")),
            "Title: the catalogue says “thực hiện và giám sát”, the file “thi hành”",
            id="words-of-documents",
        ),
        pytest.param(
            lambda: Bearer("x", Metadata("Quy định", "102-QĐ/TW", date=_DAY), held=True).called,
            "Quy định số 102-QĐ/TW, 15/11/2017",
            id="called",
        ),
        pytest.param(
            lambda: Bearer("x", Metadata("Quy định", issuer="Bộ Chính trị"), held=False, sure=False).about,
            "Bộ Chính trị · text not held · not verified",
            id="about",
        ),
        pytest.param(
            lambda: str(AmbiguousError("7-QĐ/TW", ["a", "b"])),
            "2 documents bear the sign 7-QĐ/TW. Use one of the ids below:\n  a\n  b",
            id="ambiguous",
        ),
        pytest.param(
            lambda: str(MissingIndexError(Path("i"))),
            "There is no index in i yet. Run: python -m index build",
            id="no-index",
        ),
        pytest.param(
            lambda: str(CatalogError("a.toml", "date", "còn thiếu", "Hãy ghi thêm.")),
            "Record a.toml of the catalogue, date: còn thiếu. Hãy ghi thêm.",
            id="record",
        ),
    ],
)
def test_what_is_known_is_told_in_english(say: Callable[[], str], said: str) -> None:
    with speaking("en"):
        assert say() == said
