"""A person can always leave: everything as plain files, and back again without loss."""

from __future__ import annotations

import hashlib
import json
import shutil
import sqlite3
import subprocess
import unicodedata
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from ingest.desk.file import open_desk
from ingest.documents import read_document
from ingest.errors import LibraryError
from ingest.safekeeping import leaving
from ingest.safekeeping.health import examine_library
from ingest.safekeeping.leaving import export
from ingest.safekeeping.plain_files import SUMS
from ingest.safekeeping.returning import bring_in
from ingest.safekeeping.tables import list_tables, read_rows, read_sequences
from ingest.store import Origin, open_library
from ingest.store.schema import STEPS
from tests.commands import Printed
from tests.fakes import a_disk_that_takes_files_up_to
from tests.kept_safe import say_nothing
from tests.test_store import DIRECTIVE_ID, directive, put

ODD_NAMES = ("../../../etc/passwd", "CON", "Chỉ thị 05 (bản “chính”).PDF", "a\\b:c*?.docx", ".", "dài" * 100 + ".txt")


def dump(home: Path) -> dict[str, object]:
    """All of a library and its desk but what is worked out of it anew."""
    found: dict[str, object] = {}
    for name in ("library.sqlite", "desk.sqlite"):
        with closing(sqlite3.connect(home / name)) as db:
            tables = [one for one in list_tables(db) if one.name not in ("embeddings", "words")]
            found |= {f"{name} {one.name}": read_rows(db, one) for one in tables}
            found[f"{name} counters"] = read_sequences(db)
    return found


@pytest.fixture
def rich_home(full_home: Path) -> Path:
    """Something of everything, with versions, former ids, files of odd names and a person's word."""
    with open_library(full_home) as library:
        longer = directive(
            body="1. Thực hiện Nghị quyết số 18-NQ/TW, ngày 25/10/2017.\n2. Tăng cường kiểm tra: "
            "(1) ở huyện; (2) ở xã.\n3. Báo cáo Tỉnh ủy trước ngày 01/3/2018.\n"
        )
        assert put(library, longer, "moi.txt").status == "replaced"
        put(library, "\ufeff" + longer, "moi.txt")
        put(library, unicodedata.normalize("NFD", longer), "moi.txt")
        for place, name in enumerate(ODD_NAMES):
            content = directive(number=f"1{place}-CT/TU", body=f"1. Việc thứ {place} của Tỉnh ủy 𝔘𝔫𝔦.\n")
            library.add(read_document(content, name), content.encode(), Origin("văn bản thuần", name))
        library.corrections.correct("10-CT/TU@2018-02-05", {"number": "90-CT/TU"})
        library.reviews.confirm(DIRECTIVE_ID)
        library.remove("11-CT/TU@2018-02-05")
    return full_home


def test_what_comes_back_is_the_same_in_every_row(rich_home: Path, other_disk: Path) -> None:
    facts = export(rich_home, other_disk / "xuat", say_nothing)
    assert (facts.documents, facts.removed) == (6, 2)
    assert bring_in(other_disk / "xuat", other_disk / "moi", say_nothing) == facts
    assert dump(other_disk / "moi") == dump(rich_home)
    for name in ("settings.toml", "viet-tat.tsv"):
        assert (other_disk / "moi" / name).read_bytes() == (rich_home / name).read_bytes()
    assert [one for one in examine_library(other_disk / "moi", say_nothing) if one.missing] == []
    with open_library(rich_home) as old, open_library(other_disk / "moi") as new:
        assert list(new.passages()) == list(old.passages())
        for held in old.documents():
            assert new.get(held.id) == old.get(held.id)
            assert new.versions.list_of(held.id) == old.versions.list_of(held.id)
            assert new.versions.originals(held.id) == old.versions.originals(held.id)
            assert new.versions.read_original(held.id) == old.versions.read_original(held.id)
        assert new.find_id("10-CT/TU@2018-02-05") == "90-CT/TU@2018-02-05"
        assert put(new, directive(number="99-CT/TU")).status == "added"
        assert max(one.seq for one in new.documents()) == max(one.seq for one in old.documents()) + 1
    assert [one.name for one in (other_disk / "moi").iterdir() if one.name.startswith(".")] == []


def test_the_files_can_be_read_without_the_program(rich_home: Path, other_disk: Path) -> None:
    export(rich_home, other_disk / "xuat", say_nothing)
    files = [one for one in (other_disk / "xuat").rglob("*") if one.is_file()]
    assert all(one.relative_to(other_disk).as_posix().isascii() for one in files)
    assert subprocess.run(["sha256sum", "-c", "--quiet", SUMS], cwd=other_disk / "xuat", check=False).returncode == 0
    with closing(sqlite3.connect(rich_home / "library.sqlite")) as db:
        originals = {row[0]: row[1] for row in db.execute("SELECT hash, content FROM originals")}
        texts = {row[0] for row in db.execute("SELECT text_hash FROM documents")}
    held = {hashlib.sha256(one.read_bytes()).hexdigest(): one for one in files}
    assert {key: held[key].read_bytes() for key in originals} == originals
    assert texts <= held.keys()
    (place,) = (other_disk / "xuat" / "documents").glob("*-05-ct-tu-2018-02-05")
    told = json.loads((place / "document.json").read_text("utf-8"))
    assert (told["id"], told["in_use"], len(told["versions"])) == (DIRECTIVE_ID, True, 2)
    assert [one["field"] for one in told["about"]["corrections"]] == ["signer"]
    text = (place / told["versions"][1]["text"]).read_text("utf-8")
    cited = [text[one["start"] : one["end"]] for one in told["versions"][1]["rows"]["citations"]]
    assert "Nghị quyết số 18-NQ/TW, ngày 25/10/2017" in cited


def test_both_are_commands(
    rich_home: Path, other_disk: Path, command: Callable[..., Printed], monkeypatch: pytest.MonkeyPatch
) -> None:
    code, out, _ = command("export", other_disk / "xuat")
    assert (code, "Đã xuất 6 văn bản đang dùng, 2 đã bỏ" in out) == (0, True)
    monkeypatch.setenv("VANKIEN_HOME", str(other_disk / "moi"))
    code, out, _ = command("import", other_disk / "xuat")
    assert code == 0
    assert out.endswith("nhập 6 văn bản đang dùng, 2 đã bỏ. Bước tiếp theo: python -m index build\n")
    code, out, err = command("import", other_disk / "xuat")
    assert (code, out) == (3, "")
    assert "đã có thư viện" in err


def test_an_export_of_an_older_program_is_brought_up_to_date(
    tmp_path: Path, other_disk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("cu", "nay"):
        (tmp_path / name).mkdir()
        shutil.copy(Path(__file__).parent / "golden" / "library-v8.sqlite", tmp_path / name / "library.sqlite")
    with monkeypatch.context() as then:
        then.setattr("ingest.store.opening.STEPS", STEPS[:8])
        then.setattr(leaving, "SCHEMA_VERSION", 8)
        assert export(tmp_path / "cu", other_disk / "xuat", say_nothing).schema == 8
    bring_in(other_disk / "xuat", other_disk / "moi", say_nothing)
    for home in (tmp_path / "nay", other_disk / "moi"):
        open_library(home).close()
        open_desk(home).__exit__(None, None, None)
    assert dump(other_disk / "moi") == dump(tmp_path / "nay")


# --- what cannot be -----------------------------------------------------------------------------------------


def test_a_second_export_goes_into_no_folder_that_holds_something(rich_home: Path, other_disk: Path) -> None:
    export(rich_home, other_disk / "xuat", say_nothing)
    before = {one: one.stat().st_mtime_ns for one in other_disk.rglob("*")}
    with pytest.raises(LibraryError, match=r"không trống\. Hãy chọn một thư mục trống"):
        export(rich_home, other_disk / "xuat", say_nothing)
    (other_disk / "xuat" / SUMS).rename(other_disk / "sums")
    with pytest.raises(LibraryError, match=r"xuất dở dang\. Hãy xóa thư mục ấy"):
        export(rich_home, other_disk / "xuat", say_nothing)
    with pytest.raises(LibraryError, match="trong thư mục của thư viện"):
        export(rich_home, rich_home / "xuat", say_nothing)
    (other_disk / "sums").rename(other_disk / "xuat" / SUMS)
    assert {one: one.stat().st_mtime_ns for one in other_disk.rglob("*")}.keys() == before.keys()
    with pytest.raises(LibraryError, match="Chưa có thư viện"):
        export(other_disk / "la", other_disk / "b", say_nothing)


def test_an_export_that_fails_leaves_nothing(rich_home: Path, other_disk: Path) -> None:
    with open_library(rich_home) as library:
        put(library, directive(number="08-CT/TU") + "Việc rất dài của Tỉnh ủy.\n" * 9000)
    with (
        a_disk_that_takes_files_up_to(100_000),
        pytest.raises(LibraryError, match=r"Không xuất được vào .*Hãy giải phóng"),
    ):
        export(rich_home, other_disk / "xuat", say_nothing)
    assert list(other_disk.iterdir()) == []


def _lose_list(folder: Path) -> None:
    (folder / SUMS).unlink()


def _cut_list(folder: Path) -> None:
    lines = (folder / SUMS).read_text("utf-8").splitlines(keepends=True)
    (folder / SUMS).write_text("".join(lines[3:]), "utf-8")


def _flip(name: str) -> Callable[[Path], None]:
    def flip(folder: Path) -> None:
        file = min(folder.glob(name))
        content = bytearray(file.read_bytes())
        content[len(content) // 2] ^= 1
        file.write_bytes(content)

    return flip


def _say(name: str, told: str, other: str) -> Callable[[Path], None]:
    """Change a file as somebody would who then makes the list fit."""

    def sign_anew(folder: Path) -> None:
        file = min(folder.glob(name))
        old, said = hashlib.sha256(file.read_bytes()).hexdigest(), file.read_text("utf-8")
        assert told in said
        file.write_text(said.replace(told, other), "utf-8")
        sums = (folder / SUMS).read_text("utf-8")
        (folder / SUMS).write_text(sums.replace(old, hashlib.sha256(file.read_bytes()).hexdigest()), "utf-8")

    return sign_anew


def _lead_out(folder: Path) -> None:
    with (folder / SUMS).open("a", encoding="utf-8") as stream:
        stream.write("0" * 64 + "  ../../etc/passwd\n")


DOCUMENT = "documents/*/document.json"
OUTSIDE = ('"text": "version-1.txt"', '"text": "../../vankien-export.json"')
BROKEN = "dở dang hoặc bị sửa"


@pytest.mark.parametrize(
    ("harm", "words"),
    [
        pytest.param(_lose_list, BROKEN, id="half-written"),
        pytest.param(_cut_list, BROKEN, id="list-cut-short"),
        pytest.param(_lead_out, BROKEN, id="list-leads-outside"),
        pytest.param(_flip("documents/*/original-*"), r"1 tệp .*documents/.*/original-1-", id="a-bit-of-an-original"),
        pytest.param(_flip("documents/*/version-1.txt"), r"version-1\.txt", id="a-bit-of-a-text"),
        pytest.param(_flip("library.json"), r"library\.json", id="a-bit-of-the-rest"),
        pytest.param(_flip("owner/settings.toml"), r"owner/settings\.toml", id="a-bit-of-the-settings"),
        pytest.param(lambda folder: min(folder.glob(DOCUMENT)).unlink(), r"document\.json", id="lost"),
        pytest.param(_say(DOCUMENT, *OUTSIDE), BROKEN, id="a-document-leads-outside"),
        pytest.param(_say("library.json", '"key"', '"key) --"'), BROKEN, id="columns-of-its-own"),
        pytest.param(_say("library.json", '"Dân vận"', '["x"]'), BROKEN, id="values-of-another-kind"),
        pytest.param(_say("vankien-export.json", '"schema": ', '"schema": 9'), "bản Vankien mới hơn", id="newer"),
    ],
)
def test_what_is_not_as_it_was_exported_is_not_taken_in(
    rich_home: Path, other_disk: Path, harm: Callable[[Path], None], words: str
) -> None:
    export(rich_home, other_disk / "xuat", say_nothing)
    harm(other_disk / "xuat")
    with pytest.raises(LibraryError, match=words) as refused:
        bring_in(other_disk / "xuat", other_disk / "moi", say_nothing)
    assert "Hãy " in str(refused.value)
    assert not (other_disk / "moi" / "library.sqlite").exists()


def test_a_folder_of_something_else_is_no_export(tmp_path: Path, other_disk: Path) -> None:
    with pytest.raises(LibraryError, match="không phải thư mục do lệnh export ghi ra"):
        bring_in(other_disk, tmp_path / "moi", say_nothing)


@pytest.mark.parametrize("holding", ["a document", "a removed document", "a collection", "a basket", "settings"])
def test_nothing_is_mixed_with_what_is_there(rich_home: Path, other_disk: Path, tmp_path: Path, holding: str) -> None:
    export(rich_home, other_disk / "xuat", say_nothing)
    home = tmp_path / "co-roi"
    with open_library(home) as library, open_desk(home) as desk:
        if "document" in holding:
            put(library, directive(number="77-CT/TU"))
        if "removed" in holding:
            library.remove("77-CT/TU@2018-02-05")
        if holding == "a collection":
            library.collections.create("Của tôi")
        if holding == "a basket":
            desk.basket.add("tôi", "x", (0, 1), "y", "")
    if holding == "settings":
        (home / "settings.toml").write_text('network = "on"\n', "utf-8")
    before = dump(home)
    with pytest.raises(LibraryError, match=r"sẽ lẫn hai bên.*Hãy đặt VANKIEN_HOME"):
        bring_in(other_disk / "xuat", home, say_nothing)
    assert dump(home) == before


def test_a_library_that_was_only_opened_takes_it_in_and_a_broken_off_import_goes_on(
    rich_home: Path, other_disk: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    export(rich_home, other_disk / "xuat", say_nothing)
    home = tmp_path / "moi-mo"
    with open_library(home), open_desk(home):
        pass

    def stop(step: str, *_: int) -> None:
        if step == "Đang đưa vào thư viện":
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        bring_in(other_disk / "xuat", home, stop)
    with open_library(home) as library:
        assert library.documents() == []
    bring_in(other_disk / "xuat", home, say_nothing)
    assert dump(home) == dump(rich_home)
