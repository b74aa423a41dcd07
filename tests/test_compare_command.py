"""Two held documents compared by command: as text, as JSON, as a Word table; and how it ends."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any

import docx
import numpy as np
import pytest
from docx.table import _Cell

from index.__main__ import main
from index.aligning.align import STATUSES
from index.aligning.comparison import Comparison, compare_documents
from index.aligning.describe import NO_DIFFERENCE, select
from index.aligning.meaning import find_meaning
from index.aligning.units import find_units
from index.aligning.word_table import COLUMNS, NOT_IN_NEW, NOT_IN_OLD, TITLE, write_word_table
from ingest.console import run
from ingest.readers import read_content
from ingest.store import open_library
from tests.fakes import FakeEncoder, add_text, build
from tests.old_and_new import NEW, NEW_ID, OLD, OLD_ID

STANDING_FIELDS = ["status", "standing", "since", "sure", "disputed", "changes", "coming", "begins"]
STANDING_FIELDS += ["serves_ended", "enclosed_with"]
PAIR_FIELDS = ["status", "moved", "changed", "respelled", "renumbered", "old", "new", "changes", "kin"]
RED, GREEN = "9B1C1F", "1B5E20"


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("VANKIEN_HOME", str(tmp_path / "var"))
    for text, name in ((OLD, "cu.txt"), (NEW, "moi.txt")):
        add_text(tmp_path / "var", text, name)
    return tmp_path / "var"


@pytest.fixture
def comparison(home: Path) -> Comparison:
    with open_library(home) as library:
        return compare_documents(library, FakeEncoder.fingerprint, OLD_ID, NEW_ID)


def told(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, str, str]:
    code = run(main, ["compare", *words])
    return code, *capsys.readouterr()


def read_json(capsys: pytest.CaptureFixture[str], *words: str) -> dict[str, Any]:
    code, out, _ = told(capsys, *words, "--json")
    assert code == 0
    form: dict[str, Any] = json.loads(out)
    return form


def test_what_differs_is_told_with_the_words_struck_out_and_put_in(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, out, err = told(capsys, "102 – qđ/tw", "69-QĐ/TW")
    assert (code, err) == (0, "")
    assert out.startswith("Bản cũ: Quy định số 102-QĐ/TW về xử lý kỷ luật đảng viên vi phạm (15/11/2017). Quy định 102")
    assert "8 mục: 4 giống, 2 sửa, 1 mới, 1 bỏ." in out
    order = ["≠ khoản 1 Điều 1 (sửa)", "{+, tổ chức đảng+}", "là [-năm-]{+mười+} năm", "− khoản 2 Điều 3", "+ khoản 2"]
    assert [out.index(one) for one in order] == sorted(out.index(one) for one in order)
    assert "khoản 2 Điều 1" not in out
    assert "= khoản 2 Điều 1 (giống, chỉ khác cách viết)" in told(capsys, OLD_ID, NEW_ID, "--all")[1]


def test_the_json_form_is_stable_and_every_span_is_a_slice(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    form = read_json(capsys, OLD_ID, NEW_ID, "--all")
    assert list(form) == ["old", "new", "counts", "pairs"]
    assert list(form["old"]) == ["id", "name", "version", "date", *STANDING_FIELDS]
    assert form["counts"] == {"same": 4, "changed": 2, "moved": 0, "new": 1, "gone": 1}
    assert all(list(pair) == PAIR_FIELDS for pair in form["pairs"])
    with open_library(home) as library:
        texts = {side: library.get(form[side]["id"]).text for side in ("old", "new")}
    for pair in form["pairs"]:
        for side, text in texts.items():
            if unit := pair[side]:
                assert text[unit["start"] : unit["end"]] == unit["text"]
                assert all(unit["start"] <= a <= b <= unit["end"] for a, b in (one[side] for one in pair["changes"]))
    respelled = [pair for pair in form["pairs"] if pair["respelled"]]
    assert [texts["old"][slice(*one["old"])] for one in respelled[0]["changes"]] == ["uỷ", "hoà"]
    assert len(read_json(capsys, OLD_ID, NEW_ID)["pairs"]) == 4


@pytest.mark.parametrize(
    ("words", "code", "says"),
    [
        pytest.param([OLD_ID, OLD_ID], 2, "Hãy chọn hai văn bản khác nhau", id="one-document"),
        pytest.param([OLD_ID, "999-QĐ/TW"], 5, "Thư viện không có văn bản", id="not-held"),
        pytest.param([OLD_ID, NEW_ID, "--docx", "/dev/null/a.docx"], 3, "Hãy chọn chỗ khác", id="no-such-place"),
        pytest.param([OLD_ID], 2, "Xem hướng dẫn", id="one-missing"),
        pytest.param([OLD_ID, NEW_ID, "--version", "1"], 2, "Xem hướng dẫn", id="a-version-of-two-documents"),
        pytest.param([OLD_ID, "--version", "1"], 2, "Hãy chọn một bản trước", id="version-in-use"),
        pytest.param([OLD_ID, "--version", "7"], 5, "không có bản 7", id="no-such-version"),
    ],
)
def test_what_cannot_be_compared_is_said(
    home: Path, capsys: pytest.CaptureFixture[str], words: list[str], code: int, says: str
) -> None:
    try:
        ended, _, err = told(capsys, *words)
    except SystemExit as left:
        ended, err = int(str(left.code)), capsys.readouterr().err
    assert (ended, says in err) == (code, True)


def test_the_older_one_given_second_is_told_so(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert "hãy đổi chỗ hai văn bản" in told(capsys, NEW_ID, OLD_ID)[1]
    assert "hãy đổi chỗ hai văn bản" not in told(capsys, OLD_ID, NEW_ID)[1]


def marked(cell: _Cell) -> list[tuple[str, str]]:
    """The words of a cell that stand out, and how."""
    runs = [run for paragraph in cell.paragraphs for run in paragraph.runs]
    dress = {run: "-" if run.font.strike else "+" if run.font.underline else "~" if run.italic else "" for run in runs}
    colours = {"-": RED, "+": GREEN}
    assert all(str(run.font.color.rgb) == colours[how] for run, how in dress.items() if how in colours)
    return [(how, run.text) for run, how in dress.items() if how]


def test_the_word_table_strikes_out_and_underlines(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = home.parent / "so-sanh.docx"
    code, out, _ = told(capsys, OLD_ID, NEW_ID, "--all", "--docx", str(file))
    assert (code, f"Đã ghi bảng so sánh vào {file}" in out) == (0, True)
    opened = docx.Document(str(file))
    assert opened.paragraphs[0].text == TITLE
    head = "\n".join(paragraph.text for paragraph in opened.paragraphs)
    for words in ("102-QĐ/TW", "15/11/2017", "được thay thế bởi 69-QĐ/TW", "06/7/2022", "2 sửa, 1 mới"):
        assert words in head
    (table,) = opened.tables
    rows = [row.cells for row in table.rows]
    assert [cell.text for cell in rows[0]] == [
        COLUMNS[0],
        f"{COLUMNS[1]} (102-QĐ/TW, 15/11/2017)",
        f"{COLUMNS[2]} (69-QĐ/TW, 06/7/2022)",
    ]
    by_place = {f"{place.text}": (marked(old), marked(new)) for place, old, new in rows[1:]}
    assert by_place["khoản 1 Điều 1\n≠ sửa"] == ([], [("+", ", tổ chức đảng")])
    assert by_place["Điều 2\n≠ sửa"] == ([("-", "năm")], [("+", "mười")])
    assert by_place["khoản 2 Điều 1\n= giống, chỉ khác cách viết"][0] == [("~", "uỷ"), ("~", "hoà")]
    assert by_place["khoản 2 Điều 3\n− bỏ"] == ([("-", "2. Ủy ban kiểm tra các cấp giúp cấp ủy theo dõi.")], [])


def test_the_word_table_is_ready_to_be_handed_in(comparison: Comparison) -> None:
    opened = docx.Document(io.BytesIO(write_word_table(comparison, select(comparison, STATUSES[1:]))))
    facts = opened.core_properties
    assert (facts.title, facts.author, facts.comments) == (TITLE, "", "")
    assert 'w:lang w:val="vi-VN"' in opened.styles["Normal"].element.xml
    assert 'w:fldSimple w:instr="PAGE"' in opened.sections[0].footer.paragraphs[0]._p.xml
    assert "Không ghi ở đây: 4 mục giống." in [paragraph.text for paragraph in opened.paragraphs]
    top, *rows = opened.tables[0].rows
    assert "w:tblHeader" in top._tr.xml
    texts = [[cell.text for cell in row.cells] for row in rows]
    assert [words[0] for words in texts if words[0] == words[2]] == ["Điều 1. Phạm vi", "Điều 3. Trách nhiệm"]
    assert [words[2] for words in texts if words[0].startswith("khoản 2 Điều 3\n− bỏ")] == [NOT_IN_NEW]
    assert [words[1] for words in texts if words[0].startswith("khoản 2 Điều 3\n+ mới")] == [NOT_IN_OLD]
    assert all(("w:cantSplit" in row._tr.xml) == (words[0] != words[2]) for row, words in zip(rows, texts, strict=True))


def test_our_own_reader_reads_the_word_table(comparison: Comparison) -> None:
    content = write_word_table(comparison, select(comparison, STATUSES))
    text = read_content(content, Path("so-sanh.docx")).text
    for words in (TITLE, "mọi đảng viên, tổ chức đảng vi phạm", "trừ <b>trường hợp</b> khác", "lưu **hồ sơ** ba tháng"):
        assert words in text


def test_where_nothing_differs_the_word_file_says_so(comparison: Comparison) -> None:
    opened = docx.Document(io.BytesIO(write_word_table(comparison, ())))
    assert opened.paragraphs[-1].text == NO_DIFFERENCE
    assert opened.tables == []


def test_meaning_is_that_of_the_vectors_the_library_keeps(home: Path) -> None:
    with open_library(home) as library:
        document = library.get(OLD_ID)
        assert find_meaning(library, FakeEncoder.fingerprint, document) is None
    build(home, FakeEncoder())
    with open_library(home) as library:
        kept = {row["model"] for row in library._db.execute("SELECT DISTINCT model FROM embeddings")}
        (model,) = kept
        rows = find_meaning(library, model, document)
        assert rows is not None
        assert rows.shape == (len(find_units(document)), FakeEncoder.dimensions)
        assert np.allclose(np.linalg.norm(rows, axis=1), 1, atol=1e-5)
        assert compare_documents(library, model, OLD_ID, NEW_ID).counts["changed"] == 2
