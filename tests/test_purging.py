"""What is purged is nowhere any more: every byte under the library's folder is searched for its words."""

from __future__ import annotations

import gzip
import io
import sqlite3
import unicodedata
import zipfile
import zlib
from contextlib import closing, suppress
from pathlib import Path
from urllib.parse import quote_plus

import pytest

from index.build import build_index
from index.settings import Settings
from ingest.desk.file import open_desk
from ingest.safekeeping.backup import back_up
from ingest.safekeeping.health import examine_library
from ingest.safekeeping.purging import Purged, purge
from ingest.safekeeping.restore import restore
from ingest.safekeeping.tombstones import find_tombstones
from ingest.store import Tried, hash_content, open_library
from ingest.store.sight import see_as
from tests.fakes import FAKE_MODEL, FakeEncoder, NotingEncoder, build
from tests.kept_safe import say_nothing
from tests.test_leaving import dump
from tests.test_store import DIRECTIVE_ID, directive, held_ids, put

SECRET = "06-CT/TU@2018-02-05"
WORDS = ("khủnglongbạochúa", "quặtquẹoxứ", "ZYQXUV")
BODY = (
    f"1. Thực hiện Nghị quyết số 18-NQ/TW, ngày 25/10/2017 ở {WORDS[0]}.\n"
    f"2. Tăng cường kiểm tra {WORDS[1]}: (1) ở huyện; (2) ở xã {WORDS[2]}.\n"
)


def find_traces(home: Path) -> list[str]:
    """Where the words stand, in any form, in any file, also in what is compressed."""
    forms = {form for word in WORDS for form in _spell(word)}
    found = []
    for file in (one for one in home.rglob("*") if one.is_file()):
        for content in _unpack(file.read_bytes()):
            found += [f"{file.name}: {form!r}" for form in forms if form in content.lower()]
    for name in home.rglob("*"):
        found += [str(name) for form in forms if form in str(name).encode()]
    return found


def _spell(word: str) -> set[bytes]:
    bare = "".join(c for c in unicodedata.normalize("NFD", word) if not unicodedata.combining(c)).replace("đ", "d")
    written = {unicodedata.normalize(form, said.lower()) for form in ("NFC", "NFD") for said in (word, bare)}
    escaped = {one.encode("unicode_escape").lower() for one in written} | {
        quote_plus(one).lower().encode() for one in written
    }
    return {one.encode(coding) for one in written for coding in ("utf-8", "utf-16-le", "utf-16-be")} | escaped


def _unpack(content: bytes) -> list[bytes]:
    found = [content]
    with suppress(zlib.error, OSError, EOFError):
        found.append(gzip.decompress(content))
    with suppress(zipfile.BadZipFile, NotImplementedError), zipfile.ZipFile(io.BytesIO(content)) as archive:
        found += [archive.read(name) for name in archive.namelist()]
    place = content.find(b"\x78")  # where a stream of zlib may begin
    while place >= 0:
        with suppress(zlib.error):
            found.append(zlib.decompressobj().decompress(content[place:]))
        place = content.find(b"\x78", place + 1)
    return found


def rebuild(home: Path) -> bool:
    build(home, FakeEncoder())
    return True


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A library that knows the words in every place that may know them; the document is removed."""
    folder = tmp_path / "var"
    with open_library(folder) as library, open_desk(folder) as desk:
        put(library, directive())
        put(library, directive(number="06-CT/TU", body=BODY), f"{WORDS[0]}.txt")
        longer = directive(number="06-CT/TU", body=f"{BODY}3. Báo cáo về {WORDS[0]} trước tháng ba.\n")
        assert put(library, longer, "moi.txt").status == "replaced"
        put(library, unicodedata.normalize("NFD", longer), "tach-dau.txt")
        library.collections.create("Mật", [DIRECTIVE_ID, SECRET])
        library.reviews.confirm(SECRET)
        build(folder, FakeEncoder())
        library.corrections.correct(SECRET, {"title": f"về {WORDS[1]}"})
        library.tried.keep(hash_content(longer.encode()), Tried(f"có {WORDS[0]}", "", None, ""))
        build(folder, FakeEncoder())
        of_a_group = Settings(folder, FAKE_MODEL, None, see_as(["Tổ một"]), own_index=True)
        build_index(of_a_group, lambda *_: None, FakeEncoder())
        _fill_desk(desk)
        library.remove(SECRET)
    aside = folder / "set-aside"
    aside.mkdir()
    (aside / "06-CT-TU@2018-02-05-0123456789.html").write_text(WORDS[0], "utf-8")
    (aside / "06-CT-TU@2018-02-05-0123456789.ly-do.txt").write_text(WORDS[0], "utf-8")
    (aside / "99-CT-TU@2018-02-05-0000000000.txt").write_bytes(longer.encode())
    (aside / "98-CT-TU@2018-02-05-0000000000.txt").write_text("tệp của người khác", "utf-8")
    (folder / "index" / "build-cu").mkdir()
    (folder / "index" / "build-cu" / "vocab.json").write_text(WORDS[0], "utf-8")
    return folder


def _fill_desk(desk: object) -> None:
    from ingest.desk.file import Desk

    assert isinstance(desk, Desk)
    desk.history.add("tôi", f"Tìm {WORDS[0].upper()} ở đâu?", answered=True)
    desk.history.add("tôi", "khunglongbaochua", answered=True)
    desk.history.add("tôi", "Kiểm tra ở xã?", answered=True)
    desk.judgements.put("tôi", "Kiểm tra?", True, "đúng", [(SECRET, 0, 5)])
    desk.judgements.put("tôi", f"{WORDS[1]}?", True, "đúng", [(DIRECTIVE_ID, 0, 5)])
    desk.judgements.put("tôi", "Dân vận?", True, "đúng", [(DIRECTIVE_ID, 0, 5)])
    desk.saved.add("tôi", "của tôi", f"q={quote_plus(WORDS[0])}")
    desk.saved.add("tôi", "dân vận", "q=dân+vận")
    desk.basket.add("tôi", SECRET, (0, len(WORDS[0])), WORDS[0], "1")
    desk.basket.add("tôi", f"{SECRET}#2", (0, len(WORDS[0])), WORDS[0], "1")
    kept = desk.basket.add("tôi", DIRECTIVE_ID, (0, 3), "TỈN", "")
    desk.basket.write_note("tôi", kept, f"so với {WORDS[2]}")


def purge_all(home: Path) -> Purged:
    with open_library(home) as library:
        tombstones = find_tombstones(library)
    return purge(home, tombstones, say_nothing, rebuild)


def test_before_the_words_are_in_every_place_that_is_searched(home: Path) -> None:
    names = {one.partition(":")[0] for one in find_traces(home)}
    aside = {f"06-CT-TU@2018-02-05-0123456789.{ending}" for ending in ("html", "ly-do.txt")}
    assert names >= {"library.sqlite", "desk.sqlite", "vocab.index.json", "vocab.json", *aside}


def test_after_no_byte_of_it_is_left(home: Path) -> None:
    with open_library(home) as open_all_the_while, open_desk(home) as desk:
        open_all_the_while.documents()
        assert purge_all(home) == Purged(1, 8, finished=True, index="rebuilt")
        assert [one.question for one in desk.history.list_of("tôi")] == ["Kiểm tra ở xã?"]
        assert [one.question for one in desk.judgements.list_all()] == ["Dân vận?"]
        assert [one.name for one in desk.saved.list_of("tôi")] == ["dân vận"]
        assert [(one.document, one.note) for one in desk.basket.list_of("tôi")] == [(DIRECTIVE_ID, "")]
    assert find_traces(home) == []
    assert [one.name for one in (home / "set-aside").iterdir()] == ["98-CT-TU@2018-02-05-0000000000.txt"]


def test_nothing_else_changes(home: Path) -> None:
    with open_library(home) as library:
        before = (library.get(DIRECTIVE_ID), list(library.passages()), library.versions.read_original(DIRECTIVE_ID))
    purge_all(home)
    with open_library(home) as library:
        after = (library.get(DIRECTIVE_ID), list(library.passages()), library.versions.read_original(DIRECTIVE_ID))
        assert library.collections.list_documents("Mật") == [DIRECTIVE_ID]
        assert library.versions.removed() == []
    assert after == before
    assert [one for one in examine_library(home, say_nothing) if one.missing or one.advice] == []
    build(home, encoder := NotingEncoder())
    assert encoder.embedded == []  # what the others were worked out to stays


def test_its_number_and_its_file_may_come_again_as_new(home: Path) -> None:
    purge_all(home)
    with open_library(home) as library:
        assert put(library, directive(number="06-CT/TU", body=BODY)).status == "added"
        assert held_ids(library) == [DIRECTIVE_ID, SECRET]
        assert [one.seq for one in library.documents()] == [1, 4]  # and ids are never given twice


def test_a_file_that_another_text_was_read_from_stays_with_it(home: Path) -> None:
    with closing(sqlite3.connect(home / "library.sqlite")) as db:
        db.execute("UPDATE documents SET read_from = (SELECT hash FROM originals WHERE document = 2) WHERE seq = 1")
        db.commit()
    purge_all(home)
    assert {one.what: one.missing for one in examine_library(home, say_nothing)}["Tệp gốc"] is False


def test_where_the_index_cannot_be_built_anew_the_old_one_does_not_stay(home: Path) -> None:
    with open_library(home) as library:
        tombstones = find_tombstones(library)
    assert purge(home, tombstones, say_nothing, lambda _: False).index == "taken away"
    assert find_traces(home) == []
    assert list((home / "index").glob("build-*")) == []


def test_an_index_that_never_had_it_serves_on(home: Path) -> None:
    build(home, FakeEncoder())
    serving = (home / "index" / "CURRENT").read_text("utf-8")
    assert purge_all(home).index == "untouched"
    assert (home / "index" / "CURRENT").read_text("utf-8") == serving
    assert find_traces(home) == []


def test_a_purge_that_was_broken_off_is_finished_by_the_next(home: Path) -> None:
    def stop(step: str, *_: int) -> None:
        if step == "Đang dọn ổ đĩa":
            raise KeyboardInterrupt

    with open_library(home) as library:
        tombstones = find_tombstones(library)
    with pytest.raises(KeyboardInterrupt):
        purge(home, tombstones, stop, rebuild)
    told = {one.what: one for one in examine_library(home, say_nothing)}["Văn bản đã bỏ"]
    assert "python -m ingest purge" in told.advice
    assert purge(home, [], say_nothing, rebuild).finished
    assert find_traces(home) == []


def test_while_somebody_reads_on_it_says_so_and_goes_on_later(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ingest.safekeeping.purging._PATIENCE_SECONDS", 0.1)
    with closing(sqlite3.connect(home / "library.sqlite", isolation_level=None)) as reader:
        reader.execute("BEGIN")
        reader.execute("SELECT count(*) FROM documents").fetchone()
        assert not purge_all(home).finished
    assert purge(home, [], say_nothing, rebuild).finished
    assert find_traces(home) == []


def test_back_ups_made_before_are_not_touched(home: Path, tmp_path: Path) -> None:
    before = dump(home)
    back_up(home, tmp_path / "a.zip", say_nothing)
    purge_all(home)
    restore(tmp_path / "a.zip", tmp_path / "moi", say_nothing)
    after = dump(tmp_path / "moi")
    assert {key: rows for key, rows in after.items() if "meta" not in key} == {
        key: rows for key, rows in before.items() if "meta" not in key
    }
