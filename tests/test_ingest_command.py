"""``python -m ingest``: what it prints, where, and with which exit code."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from ingest.__main__ import main
from ingest.console import run

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

Printed = tuple[int, str, str]


@pytest.fixture
def command(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Callable[..., Printed]:
    """Runs one command on a library of its own: exit code, what it printed, what it complained."""
    monkeypatch.setenv("VANKIEN_HOME", str(tmp_path / "var"))

    def invoke(*words: str | Path) -> Printed:
        code = run(main, [str(word) for word in words])
        out, err = capsys.readouterr()
        return code, out, err

    return invoke


def write(file: Path, content: str | bytes = "Một ghi chép.") -> Path:
    file.write_bytes(content if isinstance(content, bytes) else content.encode())
    return file


# --- add ----------------------------------------------------------------------------------------------------


def test_add_says_what_became_of_the_file_each_time(command: Callable[..., Printed]) -> None:
    name = NOTICE.name
    assert command("add", NOTICE) == (0, f"{name}: đã thêm ({NOTICE_ID})\n1 đã thêm.\n", "")
    assert command("add", NOTICE) == (0, f"{name}: đã có, không đổi ({NOTICE_ID})\n1 đã có, không đổi.\n", "")
    command("remove", NOTICE_ID)
    assert command("add", NOTICE) == (0, f"{name}: đã khôi phục ({NOTICE_ID})\n1 đã khôi phục.\n", "")


def test_add_of_another_text_under_the_same_number_keeps_both(command: Callable[..., Printed], tmp_path: Path) -> None:
    command("add", write(tmp_path / "1.txt", DIRECTIVE.format(year=2018)))
    code, out, _ = command("add", write(tmp_path / "2.txt", DIRECTIVE.format(year=2018) + "Thêm một đoạn.\n"))
    assert code == 0
    assert "đã thêm; trùng số và ngày với văn bản khác nhưng khác nội dung, giữ cả hai" in out
    assert out.endswith("\n1 đã thêm.\n")


def test_add_reads_on_after_a_bad_file_and_ends_with_its_exit_code(
    command: Callable[..., Printed], tmp_path: Path
) -> None:
    folder = tmp_path / "vao"
    folder.mkdir()
    empty, good = write(folder / "1.txt", b""), write(folder / "2.txt")
    write(folder / "3.txt", "Thông báo".encode("utf-16"))

    code, out, err = command("add", folder)
    assert code == 4
    assert f"{good.name}: đã thêm" in out
    assert out.endswith("\n1 đã thêm, 2 lỗi.\n")
    assert f"Không đọc được {empty}: tệp rỗng. Hãy kiểm tra lại tệp gốc.\n" in err
    assert "UTF-16" in err
    assert command("list")[1].endswith("1 văn bản.\n")


@pytest.mark.parametrize(
    ("content", "complaint"),
    [
        pytest.param(b"", "tệp rỗng. Hãy", id="empty"),
        pytest.param(b"\x00\x01", "tệp không phải văn bản. Hãy", id="not-text"),
        pytest.param(b"B\xe1o c\xe1o", "tệp không phải UTF-8 (byte thứ 2). Hãy", id="not-utf-8"),
        pytest.param("Báo cáo".encode("utf-16"), "tệp dùng mã UTF-16, không phải UTF-8. Hãy", id="utf-16"),
        pytest.param(None, "không có tệp này. Hãy", id="missing"),
    ],
)
def test_add_of_a_bad_file_alone(
    command: Callable[..., Printed], tmp_path: Path, content: bytes | None, complaint: str
) -> None:
    file = tmp_path / "xau.txt"
    if content is not None:
        write(file, content)
    code, out, err = command("add", file)
    assert (code, out) == (4, "không thêm được tệp nào, 1 lỗi.\n")
    assert err.startswith(f"Không đọc được {file}: {complaint}")


def test_add_of_a_folder_with_nothing_to_read(command: Callable[..., Printed], tmp_path: Path) -> None:
    (tmp_path / "trong").mkdir()
    code, _, err = command("add", tmp_path / "trong")
    assert (code, err) == (
        4,
        f"Không đọc được {tmp_path / 'trong'}: thư mục không có tệp nào để đọc. Hãy chọn thư mục khác.\n",
    )


def test_a_library_that_cannot_be_written_is_said_once(
    command: Callable[..., Printed], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("VANKIEN_HOME", str(write(tmp_path / "tep")))
    code, out, err = command("add", NOTICE)
    assert (code, out) == (3, "")
    assert err.count("\n") == 1
    assert err.endswith("đường dẫn này không phải thư mục. Hãy chọn thư mục khác bằng VANKIEN_HOME.\n")


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
    assert json.loads(out) == {**shown, "at": {"address": "II.5", "start": start, "end": end}}


def test_a_place_that_is_not_there_is_answered_with_some_that_are(command: Callable[..., Printed]) -> None:
    command("add", NOTICE)
    code, out, err = command("show", NOTICE_ID, "--at", "III.9")
    assert (code, out) == (5, "")
    assert err.startswith(f"{NOTICE_ID} không có chỗ 'III.9'. Ví dụ các chỗ có thật: tieu-de, mo-dau, I, I.mo-dau")


def test_remove_takes_a_sign_and_says_how_to_restore(command: Callable[..., Printed], tmp_path: Path) -> None:
    command("add", write(tmp_path / "1.txt", DIRECTIVE.format(year=2018)))
    assert command("remove", "05-CT/TU") == (
        0,
        "Đã bỏ: Chỉ thị số 05-CT/TU về dân vận (05-CT/TU@2018-02-05). "
        "Muốn khôi phục, hãy thêm lại tệp: python -m ingest add TỆP\n",
        "",
    )
    assert command("list")[1].startswith("Thư viện chưa có văn bản.")


@pytest.mark.parametrize("verb", ["show", "remove"])
def test_an_unknown_document_and_a_shared_sign_are_errors_of_their_own(
    command: Callable[..., Printed], tmp_path: Path, verb: str
) -> None:
    missing = "Thư viện không có văn bản '05-CT/TU'. Xem danh sách bằng: python -m ingest list\n"
    assert command(verb, "05-CT/TU") == (5, "", missing)
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
            ["xem"], "không có LỆNH 'xem'; chọn một trong: 'add', 'list', 'show', 'remove'. Xem", id="unknown"
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


# --- the process --------------------------------------------------------------------------------------------


def ingest(home: Path, *words: str) -> subprocess.Popen[str]:
    """The command in a process of its own, on a terminal that claims to know no Vietnamese."""
    environment = {**os.environ, "VANKIEN_HOME": str(home), "PYTHONIOENCODING": "ascii"}
    line, pipe = [sys.executable, "-u", "-m", "ingest", *words], subprocess.PIPE
    return subprocess.Popen(line, cwd=ROOT, env=environment, stdout=pipe, stderr=pipe, encoding="utf-8")


@pytest.mark.parametrize("words", [(), ("add",), ("list",), ("show",), ("remove",)], ids=" ".join)
def test_help_is_vietnamese_answers_at_once_and_opens_no_library(tmp_path: Path, words: tuple[str, ...]) -> None:
    seconds = []
    for _ in range(3):  # the best of three: others may be using the machine
        begun = time.perf_counter()
        with ingest(tmp_path / "var", *words, "--help") as process:
            out, err = process.communicate()
        seconds.append(time.perf_counter() - begun)
        if seconds[-1] < 1:
            break
    assert (process.returncode, err) == (0, "")
    assert out.startswith(" ".join(["cách dùng: python -m ingest", *words]))
    assert "usage" not in out
    assert min(seconds) < 1
    assert not (tmp_path / "var").exists()


def test_an_interrupted_addition_says_that_what_was_reported_is_kept(tmp_path: Path) -> None:
    for i in range(1000):
        write(tmp_path / f"{i:04}.txt", f"Ghi chép số {i}. " * 300)
    with ingest(tmp_path / "var", "add", str(tmp_path)) as process:
        assert process.stdout is not None
        assert process.stdout.readline().startswith("0000.txt: đã thêm")
        process.send_signal(signal.SIGINT)
        reported, err = process.communicate()
    assert (process.returncode, err) == (130, "Đã dừng theo yêu cầu; những gì đã báo xong vẫn được giữ.\n")
    with ingest(tmp_path / "var", "list") as process:
        held = process.communicate()[0].count(".txt\n")
    assert 1 + reported.count("\n") <= held < 1000


def test_output_that_nobody_reads_is_no_error(tmp_path: Path) -> None:
    with ingest(tmp_path / "var", "list") as process:
        assert process.stdout is not None
        process.stdout.close()
        assert process.stderr is not None
        assert process.stderr.read() == ""
    assert process.returncode == 0
