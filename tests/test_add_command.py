"""``python -m ingest add``: what it prints, where, and with which exit code."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from contextlib import nullcontext
from dataclasses import replace
from pathlib import Path

import pytest

from ingest import documents
from ingest.adding import Outcome, ReadHere
from ingest.commands import taking
from ingest.describe_adding import say_outcome
from ingest.documents import read_document
from ingest.models import Document, Finding
from ingest.readers import Reading
from ingest.store import Added, Near
from tests.commands import Printed, write
from tests.test_ingest_command import DIRECTIVE, NOTICE, NOTICE_ID, NOTICE_NAME

NEXT = "Bước tiếp theo: python -m index build\n"
DIRECTIVE_ID = "05-CT/TU@2018-02-05"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "vao"
    made.mkdir()
    return made


def test_add_says_what_became_of_the_file_each_time(command: Callable[..., Printed]) -> None:
    line = f"  {NOTICE.name}: {NOTICE_NAME} ({NOTICE_ID})\n\n"
    added = f"Đã thêm: 1 tệp\n{line}Tổng cộng 1 tệp: đã thêm 1.\n{NEXT}"
    assert command("add", NOTICE) == (0, added, "")
    unchanged = f"Đã có, không đổi: 1 tệp\n{line}Tổng cộng 1 tệp: đã có, không đổi 1.\n"
    assert command("add", NOTICE) == (0, unchanged, "")
    command("remove", NOTICE_ID)
    restored = f"Đã khôi phục: 1 tệp\n{line}Tổng cộng 1 tệp: khôi phục 1.\n{NEXT}"
    assert command("add", NOTICE) == (0, restored, "")


@pytest.mark.parametrize(
    ("other", "heading", "total"),
    [
        pytest.param(
            "Thêm một đoạn.\n", "Đã thay bản cũ; bản cũ vẫn giữ, xem bằng: python", "thay bản cũ 1", id="newer"
        ),
        pytest.param(" ", "Trùng nội dung với văn bản đã có: 1 tệp", "trùng nội dung 1", id="same-words"),
        pytest.param("Việc khác hẳn. " * 9, "Đã thêm; cùng số và ngày", "thêm cạnh văn bản cùng số 1", id="another"),
    ],
)
def test_a_second_file_under_one_number_is_told_by_its_words(
    command: Callable[..., Printed], tmp_path: Path, other: str, heading: str, total: str
) -> None:
    command("add", write(tmp_path / "1.txt", DIRECTIVE.format(year=2018) + "Các cấp ủy tổ chức thực hiện tốt. " * 3))
    old = DIRECTIVE.format(year=2018) + "Các cấp ủy tổ chức thực hiện tốt. " * 3
    text = (
        DIRECTIVE.format(year=2018).replace("Thực hiện Chỉ thị số 05-CT/TW.\n", other)
        if len(other) > 99
        else old + other
    )
    code, out, _ = command("add", write(tmp_path / "2.txt", text))
    assert code == 0
    assert out.startswith(heading)
    assert f"Tổng cộng 1 tệp: {total}." in out


def test_a_copy_that_was_cut_short_is_to_be_looked_at_with_the_command_that_uses_it(
    command: Callable[..., Printed], tmp_path: Path
) -> None:
    whole = DIRECTIVE.format(year=2018) + "".join(f"{i}. Cấp ủy thứ {i} báo cáo ngày {i + 7}.\n" for i in range(2, 40))
    command("add", write(tmp_path / "1.txt", whole))
    code, out, _ = command("add", write(tmp_path / "2.txt", whole[: len(whole) // 2]))
    assert code == 0
    assert out.startswith(
        "Có thể bị cắt, thiếu so với bản đang dùng; giữ cả hai, vẫn dùng bản đủ hơn, cần xem lại: 1 tệp\n  2.txt: "
    )
    assert f"hãy dùng nó: python -m ingest restore {DIRECTIVE_ID} --version 2." in out
    assert out.endswith("Tổng cộng 1 tệp: thiếu so với bản đang dùng 1.\n")


def test_add_reads_on_after_a_bad_file_and_ends_with_its_exit_code(
    command: Callable[..., Printed], folder: Path
) -> None:
    write(folder / "1.txt", b"")
    write(folder / "2.txt")
    (folder / "sau").mkdir()
    write(folder / "sau" / "3.txt", b"\x00\x01\x02")

    code, out, err = command("add", folder)
    assert (code, err) == (4, "")
    assert out.startswith("Đã thêm: 1 tệp\n  2.txt (van-ban~")
    assert "\n\nKhông đọc được: 2 tệp\n  1.txt: tệp rỗng. Hãy kiểm tra lại tệp gốc.\n  sau/3.txt: " in out
    assert out.endswith(f"\nTổng cộng 3 tệp: đã thêm 1; không đọc được 2.\n{NEXT}")
    assert command("list")[1].endswith("1 văn bản.\n")


def test_a_missing_file_and_an_empty_folder_are_lines_of_the_table(
    command: Callable[..., Printed], folder: Path
) -> None:
    code, out, err = command("add", folder / "khong-co.txt", folder)
    assert (code, err) == (4, "")
    assert f"  {folder / 'khong-co.txt'}: không có tệp này. Hãy kiểm tra lại đường dẫn.\n" in out
    assert "  vao: thư mục không có tệp nào để đọc. Hãy chọn thư mục khác.\n" in out


def test_a_library_that_cannot_be_written_is_said_once(
    command: Callable[..., Printed], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("VANKIEN_HOME", str(write(tmp_path / "tep")))
    code, out, err = command("add", NOTICE)
    assert (code, out) == (3, "")
    assert err.count("\n") == 1
    assert err.endswith("đường dẫn này không phải thư mục. Hãy chọn thư mục khác bằng VANKIEN_HOME.\n")


def test_many_files_are_folded_unless_all_are_asked_for(
    command: Callable[..., Printed], folder: Path, tmp_path: Path
) -> None:
    for i in range(25):
        write(folder / f"{i:02}.txt", f"Ghi chép về việc thứ {i}, không giống việc nào khác: {'xyz'[i % 3] * (i + 1)}.")
    report = tmp_path / "bang.txt"
    out = command("add", folder, "--report", report)[1]
    assert "Đã thêm: 25 tệp\n" in out
    assert "  19.txt (" in out
    assert "  20.txt (" not in out
    assert "  … và 5 tệp nữa (xem đủ: thêm --verbose)\n" in out
    assert "  24.txt (" in report.read_text("utf-8")
    assert "  24.txt (" in command("add", folder, "--verbose")[1]


def test_a_report_that_cannot_be_written_is_said_after_the_table(
    command: Callable[..., Printed], tmp_path: Path
) -> None:
    code, out, err = command("add", NOTICE, "--report", tmp_path)
    assert (code, out.splitlines()[0]) == (2, "Đã thêm: 1 tệp")
    assert err == f"Không ghi được bảng vào {tmp_path}: đây là thư mục. Hãy chọn tệp khác cho --report.\n"


def test_add_for_programs_is_one_line_a_file(command: Callable[..., Printed], folder: Path) -> None:
    write(folder / "1.txt", DIRECTIVE.format(year=2018))
    write(folder / "2.txt", DIRECTIVE.format(year=2018).replace("05-CT/TU", "06-CT/TU"))
    write(folder / "3.txt", b"")
    code, out, _ = command("add", folder, "--json")
    lines = {Path(line["file"]).name: line for line in map(json.loads, out.splitlines())}
    assert code == 4
    assert [(lines[name]["status"], lines[name]["document"]) for name in sorted(lines)] == [
        ("added", DIRECTIVE_ID),
        ("added", "06-CT/TU@2018-02-05"),
        ("failed", None),
    ]
    assert lines["2.txt"]["near"] == [{"document_id": DIRECTIVE_ID, "likeness": 1.0, "overlap": 1.0}]
    assert (lines["3.txt"]["why"], lines["3.txt"]["advice"]) == ("tệp rỗng", "Hãy kiểm tra lại tệp gốc.")


def read_with(monkeypatch: pytest.MonkeyPatch, change: Callable[[Document], Document]) -> None:
    """As if the readers had found more than plain text gives."""

    def read(given: Reading | str, file: Path | str) -> Document:
        return change(read_document(given, file))

    monkeypatch.setattr(documents, "read_document", read)
    monkeypatch.setattr(taking, "open_readers", lambda: nullcontext(ReadHere()))


def test_what_is_marked_secret_is_refused_until_it_is_admitted(
    command: Callable[..., Printed], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read_with(monkeypatch, lambda read: replace(read, metadata=replace(read.metadata, secrecy="Tối mật")))
    file = write(tmp_path / "mat.txt", DIRECTIVE.format(year=2018))

    code, out, _ = command("add", file)
    assert (code, out) == (
        4,
        "Không nhận: 1 tệp\n  mat.txt: văn bản đóng dấu Tối mật. "
        "Nếu máy này được phép lưu văn bản mật, hãy thêm lại với --secret.\n\nTổng cộng 1 tệp: không nhận 1.\n",
    )
    assert command("list")[1].startswith("Thư viện chưa có văn bản.")
    code, out, _ = command("add", file, "--secret")
    assert (code, " [Tối mật] (05-CT/TU@2018-02-05)" in out) == (0, True)
    assert " [Tối mật]\n" in command("list")[1]
    assert command("list")[1].startswith(DIRECTIVE_ID)


def test_what_a_person_should_look_at_is_named(
    command: Callable[..., Printed], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    findings = (Finding("number", 0, 5, 0.5), Finding("date", 6, 9, 0.9))
    notes = ("Trang 2 đọc chưa chắc, hãy đối chiếu.", "Chữ viết bằng phông TCVN3 đã được chuyển sang Unicode.")
    read_with(monkeypatch, lambda read: replace(read, findings=findings, notes=notes))

    out = command("add", write(tmp_path / "a.txt", DIRECTIVE.format(year=2018)))[1]
    assert (
        "\nCần kiểm tra, xem từng văn bản bằng: python -m ingest show --report MÃ: 1 tệp\n"
        f"  a.txt ({DIRECTIVE_ID}): nên kiểm tra số, ký hiệu; {notes[0]}\n\n"
        f"Ghi chú khi đọc:\n  a.txt: {notes[1]}\n\n"
    ) in out


def test_progress_is_one_line_on_a_terminal(
    command: Callable[..., Printed], folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(folder / "1\x1b.txt")
    write(folder / "2.txt", b"")
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    err = command("add", folder)[2]
    assert "\n" not in err
    assert "\r\x1b[KĐã xong 0/2, còn 2; đang đọc 1\\x1b.txt" in err
    assert err.endswith("\r\x1b[K")


def test_the_file_of_an_earlier_version_is_said_to_be_that_with_the_way_to_use_it_again(
    command: Callable[..., Printed], folder: Path
) -> None:
    old = write(folder / "cu.txt", DIRECTIVE.format(year=2018))
    new = write(folder / "moi.txt", DIRECTIVE.format(year=2018) + "\n3. Báo cáo trước ngày 30 hằng tháng.\n")
    command("add", old)
    command("add", new)
    said = command("add", old)[1]
    assert said.startswith(
        "Đã có, là bản trước, nay không dùng; thư viện đang dùng bản khác, không đổi: 1 tệp\n  cu.txt"
    )
    assert f"; tệp này là bản 1; muốn dùng lại: python -m ingest restore {DIRECTIVE_ID} --version 1\n" in said
    assert said.endswith("Tổng cộng 1 tệp: đã có, là bản trước 1.\n")


def test_a_remark_names_the_first_files_it_is_about_and_all_of_them_when_asked(
    command: Callable[..., Printed], folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read_with(monkeypatch, lambda read: replace(read, notes=("Chữ đã được chuyển.",)))
    for i in range(5):
        write(folder / f"{i}.txt", f"Việc số {i} của chi bộ {i}.")
    assert "  0.txt, 1.txt, 2.txt và 2 tệp nữa: Chữ đã được chuyển.\n" in command("add", folder)[1]
    write(folder / "5.txt", "Việc khác.")
    write(folder / "6.txt", "Việc khác nữa.")
    assert "  5.txt, 6.txt: Chữ đã được chuyển.\n" in command("add", folder, "--verbose")[1]


@pytest.mark.parametrize(
    ("likeness", "words"),
    [
        pytest.param(1.0, "nội dung như nhau; hãy đối chiếu số, ngày, người ký", id="all"),
        pytest.param(0.997, "nội dung giống nhau 99%", id="nearly-all-is-not-all"),
        pytest.param(0.91, "nội dung giống nhau 91%", id="much"),
        pytest.param(0.31, "bản dài hơn có 99% nội dung của bản ngắn hơn", id="a-part-of-it"),
    ],
)
def test_how_near_a_text_is_to_another_is_said(likeness: float, words: str) -> None:
    outcome = Outcome(Path("a.txt"), added=Added("added", "b", (Near("c", likeness, 0.998),)))
    assert say_outcome(outcome) == f"a.txt: đã thêm (b); gần trùng với c ({words})"


@pytest.mark.parametrize(
    ("called", "words"),
    [
        pytest.param(
            "Chỉ thị số 05-CT/TW", "a.txt: đã thêm (Chỉ thị số 05-CT/TW); gần trùng với Chỉ thị số 05-CT/TW", id="sign"
        ),
        pytest.param("a.txt", "a.txt: đã thêm; gần trùng với a.txt", id="no-name-but-the-file"),
    ],
)
def test_documents_may_be_told_by_their_names(called: str, words: str) -> None:
    outcome = Outcome(Path("a.txt"), added=Added("added", "b", (Near("c", 0.91, 0.998),)))
    assert say_outcome(outcome, lambda _: called) == f"{words} (nội dung giống nhau 91%)"
