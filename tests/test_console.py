"""The door of every command: Vietnamese help and complaints, errors printed once, exit codes."""

from __future__ import annotations

import sys
from collections.abc import Sequence

import pytest

from ingest.console import Parser, run, show_progress
from ingest.errors import AmbiguousError, AppError, LibraryError, NotHeldError, ReadingError, UsageError


def parser() -> Parser:
    made = Parser("python -m thu", "Một lệnh để thử.")
    made.add_argument("paths", nargs="+", metavar="TỆP", help="tệp cần đọc")
    made.add_argument("--at", metavar="CHỖ", help="chỗ cần xem")
    made.add_argument("--limit", type=int, metavar="SỐ", help="nhiều nhất bao nhiêu")
    made.add_argument("--kind", choices=["cao", "thấp"], help="mức")
    either = made.add_mutually_exclusive_group()
    either.add_argument("--json", action="store_true", help="cho chương trình")
    either.add_argument("--jaune", action="store_true", help="cho người")
    return made


def test_help_is_vietnamese_throughout(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        parser().parse_args(["--help"])

    out = capsys.readouterr().out
    assert left.value.code == 0
    assert out.startswith("cách dùng: python -m thu")
    for words in ("Một lệnh để thử.", "tham số:", "tùy chọn:", "-h, --help", "in hướng dẫn này"):
        assert words in out
    for english in ("usage", "positional", "options", "show this help"):
        assert english not in out


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        pytest.param([], "thiếu TỆP", id="missing"),
        pytest.param(["a", "--xa"], "không hiểu --xa", id="unknown-option"),
        pytest.param(["a", "--at"], "--at cần một giá trị", id="option-without-a-value"),
        pytest.param(["a", "--limit", "ba"], "--limit không nhận giá trị “ba”", id="not-a-number"),
        pytest.param(["a", "--kind", "vừa"], "không có --kind “vừa”; chọn một trong: “cao”, “thấp”", id="not-a-choice"),
        pytest.param(["a", "--json", "--jaune"], "--jaune không dùng cùng --json", id="not-together"),
        pytest.param(["a", "--j"], "--j có thể là --json, --jaune", id="ambiguous"),
    ],
)
def test_a_wrong_usage_is_one_vietnamese_sentence_with_the_next_step(
    capsys: pytest.CaptureFixture[str], arguments: list[str], complaint: str
) -> None:
    with pytest.raises(SystemExit) as left:
        parser().parse_args(arguments)

    assert left.value.code == 2
    assert capsys.readouterr().err == f"Lệnh chưa đúng: {complaint}. Xem hướng dẫn: python -m thu --help\n"


@pytest.mark.parametrize(
    ("error", "code"),
    [
        pytest.param(AppError("Hỏng rồi."), 1, id="any"),
        pytest.param(UsageError("Sai lệnh."), 2, id="usage"),
        pytest.param(LibraryError("Ổ đĩa đầy."), 3, id="library"),
        pytest.param(ReadingError("a.txt", "tệp rỗng", "Hãy kiểm tra."), 4, id="reading"),
        pytest.param(NotHeldError("Không có."), 5, id="not-held"),
        pytest.param(AmbiguousError("05-CT/TU", ["a", "b"]), 5, id="ambiguous"),
    ],
)
def test_an_error_is_printed_once_and_gives_its_exit_code(
    capsys: pytest.CaptureFixture[str], error: AppError, code: int
) -> None:
    def fail(_: Sequence[str]) -> int:
        raise error

    assert run(fail, []) == code
    assert capsys.readouterr() == ("", f"{error}\n")


def test_a_bug_keeps_its_traceback() -> None:
    def stumble(_: Sequence[str]) -> int:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        run(stumble, [])


def test_the_exit_code_is_the_commands_own_and_arguments_come_from_the_command_line(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(sys, "argv", ["thu", "a", "b"])
    assert run(len) == 2
    assert run(len, ["a"]) == 1


def test_progress_is_one_line_that_rewrites_itself_on_a_terminal_and_a_last_line_elsewhere(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for done in (1, 2):
        show_progress("Đang đọc", done, 2)
    assert capsys.readouterr() == ("", "Đang đọc: 2/2\n")

    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    for done in (1, 2):
        show_progress("Đang đọc", done, 2)
    assert capsys.readouterr() == ("", "\r\x1b[KĐang đọc: 1/2\r\x1b[KĐang đọc: 2/2\n")


def test_words_left_over_are_told_to_be_put_in_quotes(capsys: pytest.CaptureFixture[str]) -> None:
    parser = Parser("thử", "thử")
    parser.add_argument("--title")
    with pytest.raises(SystemExit):
        parser.parse_args(["--title", "Báo", "cáo", "năm"])
    err = capsys.readouterr().err
    assert err.startswith("Lệnh chưa đúng: không hiểu “cáo năm”; lời có dấu cách thì đặt trong dấu nháy.")
