"""``python -m ingest``: what it prints, where, and with which exit code."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.commands import Printed, write

ROOT = Path(__file__).parent.parent
NOTICE = ROOT / "data" / "documents" / "thong-bao-2018-01-26.txt"
GOLDEN = ROOT / "tests" / "golden" / "notice.json"
NOTICE_ID = "thong-bao~d974c7b385"
NOTICE_NAME = (
    "Thông báo Ý kiến kết luận của Thường trực Tỉnh ủy tại Hội nghị triển khai công tác xây dựng Đảng, "
    "công tác dân vận năm 2018"
)
DIRECTIVE = (
    "TỈNH ỦY\n*\nSố 05-CT/TU\nĐẢNG CỘNG SẢN VIỆT NAM\nPhan Thiết, ngày 05 tháng 02 năm {year}\nCHỈ THỊ\n"
    "về dân vận\n-----\nThực hiện Chỉ thị số 05-CT/TW.\n"
)


# --- list, show, remove -------------------------------------------------------------------------------------


def test_list_names_each_document_with_its_day(command: Callable[..., Printed], tmp_path: Path) -> None:
    assert command("list") == (0, "Thư viện chưa có văn bản. Hãy thêm: python -m ingest add TỆP\n", "")
    command("add", NOTICE, write(tmp_path / "ghi.txt"))
    code, out, _ = command("list")
    assert code == 0
    assert out.startswith(f"{NOTICE_ID}\n    {NOTICE_NAME}\n    ngày họp 26/01/2018\nvan-ban~")
    assert out.endswith("\n    ghi.txt\n    không rõ ngày\n2 văn bản.\n")


def test_list_for_programs_is_one_record_a_line(command: Callable[..., Printed], tmp_path: Path) -> None:
    command("add", NOTICE, write(tmp_path / "ghi.txt"))
    records = [json.loads(line) for line in command("list", "--json")[1].splitlines()]
    assert records[0] == json.loads(GOLDEN.read_text("utf-8"))["metadata"]
    assert [record["source"] for record in records] == [NOTICE.name, "ghi.txt"]


def test_show_for_programs_is_the_golden_file(command: Callable[..., Printed]) -> None:
    command("add", NOTICE)
    code, out, _ = command("show", NOTICE_ID, "--json")
    assert (code, out.count("\n")) == (0, 1)
    assert json.loads(out) == json.loads(GOLDEN.read_text("utf-8"))


def test_show_for_programs_resolves_mentions_of_held_documents(command: Callable[..., Printed], tmp_path: Path) -> None:
    command("add", write(tmp_path / "1.txt", DIRECTIVE.format(year=2018)))
    command("add", write(tmp_path / "2.txt", "Thực hiện Chỉ thị số 05-CT/TU và Chỉ thị số 05-CT/TW."))
    (other,) = (line for line in command("list")[1].splitlines() if line.startswith("van-ban~"))
    citations = json.loads(command("show", other, "--json")[1])["citations"]
    assert [(one["number"], one["resolved"]) for one in citations] == [
        ("05-CT/TU", "05-CT/TU@2018-02-05"),
        ("05-CT/TW", None),
    ]


def test_show_prints_the_record_and_the_text(command: Callable[..., Printed], tmp_path: Path) -> None:
    command("add", write(tmp_path / "1.txt", DIRECTIVE.format(year=2018)))
    code, out, _ = command("show", "05-ct/tu")
    assert code == 0
    for line in (
        *("Mã: 05-CT/TU@2018-02-05", "Loại: Chỉ thị", "Số, ký hiệu: 05-CT/TU", "Trích yếu: Về dân vận"),
        *("Cơ quan ban hành: Tỉnh ủy", "Nơi ban hành: Phan Thiết", "Ngày ban hành: 05/02/2018", "Tệp gốc: 1.txt"),
    ):
        assert f"{line}\n" in out
    assert out.endswith("\nThực hiện Chỉ thị số 05-CT/TW.\n")


def test_show_one_place_prints_its_words_alone(command: Callable[..., Printed]) -> None:
    command("add", NOTICE)
    shown = json.loads(GOLDEN.read_text("utf-8"))
    text = shown["text"]
    start = text.index("5. Quán triệt")
    end = text.index("6. Từng cơ quan") - 2

    assert command("show", NOTICE_ID, "--at", "II.5") == (
        0, f"{NOTICE_NAME} (ngày họp 26/01/2018), mục II.5:\n\n{text[start:end]}\n", "",
    )  # fmt: skip
    out = command("show", NOTICE_ID, "--at", "II.5", "--json")[1]
    assert json.loads(out) == {**shown, "at": {"address": "II.5", "start": start, "end": end, "table_header": None}}


@pytest.mark.parametrize(
    ("address", "nearby"),
    [
        pytest.param("I.3", "I.1, I.2.", id="beside"),
        pytest.param("I.1.4.x", "I.1.1, I.1.2.", id="further-up"),
        pytest.param("III.9", "II.9, mo-dau, I, II.", id="another-part"),
        pytest.param("2", "I.1.2, I.2, II.2, mo-dau, I, II.", id="ending-alike"),
        pytest.param("dieu-5", "mo-dau, I, II.", id="nothing-like-it"),
        pytest.param("II.20", f"{', '.join(f'II.{i}' for i in range(1, 13))}…", id="too-many-to-list"),
    ],
)
def test_a_place_that_is_not_there_is_answered_with_those_nearby(
    command: Callable[..., Printed], tmp_path: Path, address: str, nearby: str
) -> None:
    many = "".join(f"{i}. Việc thứ {i}.\n\n" for i in range(1, 15))
    text = f"Mở đầu văn bản.\n\nI. MỘT\n\n1. Gồm: (1) một; (2) hai.\n\n2. Hai.\n\nII. HAI\n\n{many}"
    command("add", write(tmp_path / "x.txt", text))
    (held,) = (json.loads(line)["id"] for line in command("list", "--json")[1].splitlines())
    code, out, err = command("show", held, "--at", address)
    assert (code, out) == (5, "")
    assert err == f"{held} không có vị trí “{address}”. Hãy chọn vị trí có trong văn bản: {nearby}\n"


@pytest.mark.parametrize(
    ("home", "why"),
    [
        pytest.param("a" * 300, "đường dẫn quá dài. Hãy chọn thư mục khác bằng VANKIEN_HOME.", id="too-long"),
        pytest.param("~nobody-we-know/x", "Hãy ghi đường dẫn đầy đủ vào VANKIEN_HOME.", id="unknown-person"),
    ],
)
def test_a_home_that_cannot_be_is_said_with_the_next_step(
    command: Callable[..., Printed], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, home: str, why: str
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("VANKIEN_HOME", home)
    code, out, err = command("list")
    assert (code, out) == (3, "")
    assert err.endswith(f"{why}\n")


def test_remove_takes_a_sign_and_says_how_to_restore(command: Callable[..., Printed], tmp_path: Path) -> None:
    command("add", write(tmp_path / "1.txt", DIRECTIVE.format(year=2018)))
    assert command("remove", "05-CT/TU") == (
        0,
        "Đã bỏ: Chỉ thị số 05-CT/TU về dân vận (05-CT/TU@2018-02-05). "
        "Muốn khôi phục: python -m ingest restore 05-CT/TU@2018-02-05\n",
        "",
    )
    assert command("list")[1].startswith("Thư viện chưa có văn bản.")
    gone = "Văn bản “05-CT/TU@2018-02-05” đã được bỏ khỏi thư viện. Khôi phục bằng: python -m ingest restore "
    assert command("show", "05-CT/TU@2018-02-05") == (5, "", f"{gone}05-CT/TU@2018-02-05\n")


@pytest.mark.parametrize("verb", ["show", "remove"])
def test_an_unknown_document_and_a_shared_sign_are_errors_of_their_own(
    command: Callable[..., Printed], tmp_path: Path, verb: str
) -> None:
    missing = "Thư viện không có văn bản “95-CT/TU”. Xem danh sách bằng: python -m ingest list\n"
    assert command(verb, "95-CT/TU") == (5, "", missing)
    for year in (2018, 2023):
        command("add", write(tmp_path / f"{year}.txt", DIRECTIVE.format(year=year)))
    code, out, err = command(verb, "05-CT/TU")
    assert (code, out) == (5, "")
    assert err.splitlines()[1:] == ["  05-CT/TU@2018-02-05", "  05-CT/TU@2023-02-05"]


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        pytest.param([], "thiếu LỆNH. Xem hướng dẫn: python -m ingest --help", id="no-command"),
        pytest.param(
            ["xem"], "không có LỆNH “xem”; chọn một trong: “add”, “watch”, “fetch”, “list”, “show”", id="unknown"
        ),
        pytest.param(["add"], "thiếu TỆP. Xem hướng dẫn: python -m ingest add --help", id="no-file"),
        pytest.param(
            ["show", "x", "--at"], "--at cần một giá trị. Xem hướng dẫn: python -m ingest show", id="no-place"
        ),
    ],
)
def test_a_wrong_usage_exits_with_2_and_points_to_the_help(
    command: Callable[..., Printed], capsys: pytest.CaptureFixture[str], words: list[str], complaint: str
) -> None:
    with pytest.raises(SystemExit) as left:
        command(*words)
    assert left.value.code == 2
    assert capsys.readouterr().err.startswith(f"Lệnh chưa đúng: {complaint}")
