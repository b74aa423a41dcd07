"""``python -m index``: what it prints, to whom, and how it ends; with the real model on the starter document."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from index.encode import Encoder
from index.settings import Settings
from ingest.store import open_library
from tests.doors import Door
from tests.fakes import FAKE_MODEL, FakeEncoder, add_text

ROOT = Path(__file__).parent.parent
QUESTION = "Xử lý kỷ luật đảng viên vi phạm theo quy định nào?"
QUOTE_FIELDS = ["document", "title", "date", "secrecy", "address", "start", "end", "text", "table_header"]
QUOTE_FIELDS += ["sentences", "page"]
QUOTE_FIELDS += ["anchor", "link", "doubtful", "status", "standing", "since", "sure", "disputed", "changes"]
QUOTE_FIELDS += ["coming", "begins", "serves_ended", "enclosed_with"]
SHOWN_WITH = ["lead", "items", "more", "also", "cautions"]
ANSWER_FIELDS = ["question", "understood", "answered", "confidence", "quotes", "nearest"]
ANSWER_FIELDS += ["changed", "conditions", "digests", "notes", "listing", "sides", "relations", "as_of", "ways"]
HEAVY = {"torch", "sentence_transformers", "transformers", "tokenizers", "underthesea", "faiss", "bm25s", "streamlit"}


EMPTY = str(Path(__file__).parent / "golden" / "no-question.txt")


@pytest.fixture
def door(capsys: pytest.CaptureFixture[str]) -> Door:
    return Door(capsys)


@pytest.fixture
def notice(notice_settings: Settings, encoder: Encoder, monkeypatch: pytest.MonkeyPatch) -> Settings:
    """The command finds the starter library, and the model that is loaded already."""
    monkeypatch.setenv("VANKIEN_HOME", str(notice_settings.home))
    monkeypatch.delenv("VANKIEN_MODEL", raising=False)
    monkeypatch.setattr("index.search.open_encoder", lambda _: encoder)
    return notice_settings


@pytest.fixture
def empty_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The command finds an empty library, and a model that is none."""
    monkeypatch.setenv("VANKIEN_HOME", str(tmp_path))
    monkeypatch.setenv("VANKIEN_MODEL", FAKE_MODEL)
    for room in ("index.search", "index.encode"):
        monkeypatch.setattr(f"{room}.open_encoder", lambda _: FakeEncoder())
    return tmp_path


def test_ask_prints_the_answer_as_text(door: Door, notice: Settings) -> None:
    code, out, err = door("ask", QUESTION)
    assert (code, err) == (0, "")
    assert out.startswith(f"{QUESTION}\nTheo mục II.5 Thông báo Ý kiến kết luận")
    assert "\n    5. Quán triệt sâu kỹ và triển khai thực hiện nghiêm túc Quy định số 102-QĐ/TW" in out
    assert "(ngày họp 26/01/2018)" in out


def test_ask_json_prints_one_answer_in_the_stable_form(door: Door, notice: Settings) -> None:
    (answer,) = door.rows("ask", QUESTION, "--json")
    assert list(answer) == ANSWER_FIELDS
    assert (answer["question"], answer["answered"], answer["nearest"]) == (QUESTION, True, [])
    assert answer["confidence"] in ("cao", "trung bình", "thấp")
    assert all(list(quote) == [*QUOTE_FIELDS, *SHOWN_WITH] for quote in answer["quotes"])
    first = answer["quotes"][0]
    with open_library(notice.home) as library:
        document = library.get(library.find_id(first["document"]))
    assert (first["address"], first["date"], first["page"]) == ("II.5", None, None)
    assert first["title"] == document.metadata.title
    assert document.text[first["start"] : first["end"]] == first["text"]
    assert all(first["start"] <= a < b <= first["end"] for a, b in first["sentences"])
    assert first["sentences"]


def test_ask_json_prints_a_refusal_in_the_stable_form_and_ends_well(door: Door, notice: Settings) -> None:
    (answer,) = door.rows("ask", "Thủ tục cấp hộ chiếu?", "--json")
    assert list(answer) == ANSWER_FIELDS
    assert (answer["answered"], answer["confidence"], answer["quotes"]) == (False, None, [])
    assert len(answer["nearest"]) == 3
    assert all(list(quote) == [*QUOTE_FIELDS, *SHOWN_WITH] for quote in answer["nearest"])


def test_search_json_prints_hits_with_their_scores_and_matched_words(door: Door, notice: Settings) -> None:
    (found,) = door.rows("search", QUESTION, "--json", "--limit", "3")
    assert list(found) == ["question", "understood", "hits", "changed", "conditions", "as_of"]
    assert len(found["hits"]) == 3
    assert all(list(hit) == [*QUOTE_FIELDS, "score", "parts", "matched"] for hit in found["hits"])
    assert found["hits"] == sorted(found["hits"], key=lambda hit: -hit["score"])
    with open_library(notice.home) as library:
        text = library.get(found["hits"][0]["document"]).text
    assert "xử lý kỷ luật đảng viên vi phạm" in [text[start:end] for start, end in found["hits"][0]["matched"]]


@pytest.mark.parametrize("typed", [pytest.param(QUESTION, id="marked"), pytest.param("xu ly ky luat", id="bare")])
def test_the_parts_of_every_score_add_up_to_it(door: Door, notice: Settings, typed: str) -> None:
    (found,) = door.rows("search", typed, "--json")
    for hit in found["hits"]:
        parts = hit["parts"]
        assert list(parts) == ["lexical", "semantic", "signals"]
        assert list(parts["signals"]) == ["words", "syllables", "pairs", "meaning"]  # it names no document to be raised
        assert sum(part["contribution"] for part in parts["signals"].values()) == pytest.approx(hit["score"])
        assert parts["signals"]["meaning"]["raw"] == pytest.approx(parts["semantic"])


def test_search_explain_draws_the_parts_under_each_hit(door: Door, notice: Settings) -> None:
    _, plain, _ = door("search", QUESTION, "--limit", "2")
    _, explained, _ = door("search", QUESTION, "--limit", "2", "--explain")
    assert "đóng góp" not in plain
    assert explained.count("đóng góp") == 2
    assert "\x1b" not in explained


@pytest.mark.parametrize("command", ["ask", "search"])
def test_a_question_can_be_taken_as_typed(door: Door, notice: Settings, command: str) -> None:
    (read,), (taken,) = (door.rows(command, "party discipline", "--json", *more) for more in ([], ["--as-typed"]))
    assert read["understood"] != "party discipline"
    assert taken["understood"] == "party discipline"


def test_a_condition_that_the_question_does_not_have_is_refused(door: Door, notice: Settings) -> None:
    code, out, err = door("ask", QUESTION, "--only", "nam:1999")
    assert (code, out) == (2, "")
    assert "Câu hỏi không có điều kiện “nam:1999”: không có điều kiện nào để chọn; hãy bỏ --only" in err


def test_search_prints_ten_hits_as_text_unless_told_otherwise(door: Door, notice: Settings) -> None:
    code, out, _ = door("search", QUESTION)
    assert code == 0
    assert out.startswith("1. ")
    assert "\n10. " in out
    assert "\n11. " not in out


@pytest.mark.parametrize("command", ["ask", "search"])
def test_line_n_of_a_file_is_answered_by_line_n(door: Door, notice: Settings, tmp_path: Path, command: str) -> None:
    file = tmp_path / "câu hỏi.txt"
    lines = ["kiểm tra", "", "  ", "?!", "x" * 2001, "tách\u2028dòng \x0c dân vận", "ket luan noi gi ve dan van"]
    file.write_bytes(b"\xef\xbb\xbf" + "\r\n".join(lines).encode())
    rows = door.rows(command, "--from", str(file), "--json")
    assert len(rows) == len(lines)
    assert [row.get("question") for row in rows] == ["kiểm tra", None, None, None, None, *lines[5:]]
    assert all(list(row) == ["error"] and "Hãy" in row["error"] for row in rows[1:5])


@pytest.mark.parametrize(
    ("content", "answers"),
    [
        pytest.param("dân vận", 1, id="no-line-end"),
        pytest.param("dân vận\n", 1, id="line-end"),
        pytest.param("dân vận\n\n", 2, id="a-blank-line-after-it"),
        pytest.param("\n\ndân vận\n", 3, id="blank-lines-before-it"),
        pytest.param(" \n\n\r\n", 3, id="only-blank-lines"),
        pytest.param("\n", 1, id="one-blank-line"),
    ],
)
def test_a_file_has_as_many_answers_as_lines(
    door: Door, notice: Settings, tmp_path: Path, content: str, answers: int
) -> None:
    file = tmp_path / "questions.txt"
    file.write_text(content, encoding="utf-8")
    assert len(door.rows("ask", "--from", str(file), "--json")) == answers


def test_a_file_of_questions_can_be_answered_as_text(door: Door, notice: Settings, tmp_path: Path) -> None:
    file = tmp_path / "questions.txt"
    file.write_text("kiểm tra\n\ndân vận\n", encoding="utf-8")
    code, out, _ = door("ask", "--from", str(file))
    assert code == 0
    assert out.index("kiểm tra\nTheo") < out.index("Chưa có câu hỏi. Hãy gõ") < out.index("dân vận\nTheo")


def test_documents_added_since_the_build_are_named_apart_from_the_answer(
    door: Door, notice: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = tmp_path / "home"
    shutil.copytree(notice.home, home)
    for name in ("một", "hai", "ba"):
        add_text(home, f"KẾT LUẬN\nvề việc {name}\n\n1. Làm việc {name}.\n", f"{name}.txt")
    monkeypatch.setenv("VANKIEN_HOME", str(home))
    code, out, err = door("ask", QUESTION, "--json")
    assert code == 0
    assert json.loads(out)["answered"]
    assert err.splitlines() == [
        "3 văn bản chưa lập chỉ mục:",
        *(f"  Kết luận về việc {name}" for name in ("một", "hai", "ba")),
        "Hãy chạy: python -m index build",
    ]


def test_a_library_without_an_index_says_to_build_it(door: Door, empty_home: Path) -> None:
    add_text(empty_home, "KẾT LUẬN\nvề dân vận\n\n1. Gần dân.\n")
    code, out, err = door("ask", "dân vận")
    assert (code, out) == (3, "")
    assert err.endswith("Hãy chạy: python -m index build\n")
    assert "ingest add" not in err


def test_build_says_what_it_did_and_that_nothing_is_left_to_do(door: Door, empty_home: Path) -> None:
    nothing = "Thư viện chưa có văn bản. Hãy thêm: python -m ingest add TỆP, rồi chạy: python -m index build\n"
    assert door("build")[:2] == (0, nothing)  # of an empty library the digests can be asked for
    assert door("build") == (0, nothing, "")
    add_text(empty_home, "KẾT LUẬN\nvề dân vận\n\n1. Gần dân.\n\n2. Trọng dân.\n")
    code, out, err = door("build")
    assert code == 0
    assert out.startswith("Đã lập chỉ mục 1 văn bản, 2 đoạn; 2 đoạn mới, ")
    assert "Đang phân tích nghĩa các đoạn: 2/2" in err
    assert door("build") == (0, "Chỉ mục đã mới nhất (1 văn bản, 2 đoạn), không phải lập lại.\n", "")


@pytest.mark.parametrize(
    ("words", "code", "message"),
    [
        pytest.param(["ask", ""], 2, "Chưa có câu hỏi. Hãy gõ", id="empty"),
        pytest.param(["ask", " \t"], 2, "Chưa có câu hỏi. Hãy gõ", id="blank"),
        pytest.param(["search", "?!"], 2, "chỉ có dấu câu. Hãy gõ", id="punctuation"),
        pytest.param(["ask", "a" * 10_000], 2, "dài 10.000 ký tự, tối đa 2.000. Hãy rút gọn", id="too-long"),
        pytest.param(["ask"], 2, "Hãy đưa một câu hỏi", id="no-question"),
        pytest.param(["ask", "a", "--from", "b"], 2, "Hãy đưa một câu hỏi", id="question-and-file"),
        pytest.param(["search", "a", "--limit", "0"], 2, "--limit phải là số từ 1", id="limit-0"),
        pytest.param(["ask", "--from", "/no/such/file"], 4, "không có tệp này. Hãy", id="no-such-file"),
        pytest.param(
            ["ask", "kiểm tra"], 3, "Thư viện chưa có văn bản. Hãy thêm: python -m ingest add TỆP", id="empty"
        ),
        pytest.param(
            ["ask", "kiểm", "tra", "giám", "sát"], 2, 'python -m index ask "kiểm tra giám sát"', id="unquoted"
        ),
        pytest.param(["search", "--from", "a", "b", "c"], 2, 'python -m index search "b c"', id="unquoted-and-file"),
        pytest.param(["ask", "--from", os.devnull], 4, "đây không phải tệp", id="a-device"),
        pytest.param(["ask", "--from", EMPTY], 4, "tệp rỗng. Hãy ghi mỗi dòng một câu hỏi.", id="empty-file"),
    ],
)
def test_what_cannot_be_done_is_said_once_with_the_next_step(
    door: Door, empty_home: Path, words: list[str], code: int, message: str
) -> None:
    ended, out, err = door(*words)
    assert (ended, out) == (code, "")
    assert message in err
    assert len(err.splitlines()) == 1


@pytest.mark.parametrize(
    "words",
    [
        pytest.param(["search", "a", "--limit", "ba"], id="limit-in-words"),
        pytest.param(["ask", "a", "--loud"], id="unknown-option"),
        pytest.param(["answer"], id="unknown-command"),
        pytest.param([], id="no-command"),
    ],
)
def test_a_command_that_is_not_understood_points_to_the_help(
    door: Door, capsys: pytest.CaptureFixture[str], words: list[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        door(*words)
    assert ended.value.code == 2
    assert "--help" in capsys.readouterr().err


@pytest.mark.parametrize("words", [[], ["build"], ["search"], ["ask"]], ids=lambda words: " ".join(words) or "all")
def test_help_answers_at_once_and_brings_in_no_heavy_library(words: list[str]) -> None:
    script = (
        "import atexit, resource, sys\n"
        f"atexit.register(lambda: print(sorted({HEAVY} & {{*sys.modules}}), resource.getrusage(0).ru_utime < 1))\n"
        f"from index.__main__ import main; main({[*words, '--help']})"
    )
    environment = {**os.environ, "VANKIEN_HOME": "/no/such/home"}
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, env=environment, capture_output=True, text=True, check=True
    )
    assert done.stdout.startswith("cách dùng: python -m index")
    assert done.stdout.endswith("[] True\n")


def test_bytes_that_are_no_text_are_asked_without_them(door: Door, notice: Settings) -> None:
    (answer,) = door.rows("ask", "\udcff\udcfe kiểm tra, giám sát", "--json")
    assert (answer["understood"], answer["answered"]) == ("kiểm tra, giám sát", True)
