"""The door of every command: a parser that speaks Vietnamese, errors printed once, exit codes."""

from __future__ import annotations

import argparse
import io
import os
import re
import shutil
import sys
from collections.abc import Callable, Iterable, Sequence
from typing import NoReturn

from ingest.errors import AppError, UsageError

_INTERRUPTED = 130
_COMPLAINTS = (
    (r"the following arguments are required: (.*)", r"thiếu {0}"),
    (r"unrecognized arguments: ([^-].*)", r"không hiểu “{0}”; lời có dấu cách thì đặt trong dấu nháy"),
    (r"unrecognized arguments: (.*)", r"không hiểu {0}"),
    (r"argument (.*?): invalid choice: (.*?) \(choose from (.*)\)", r"không có {0} {1}; chọn một trong: {2}"),
    (r"argument (.*?): expected one argument", r"{0} cần một giá trị"),
    (r"argument (.*?): expected at least one argument", r"{0} cần ít nhất một giá trị"),
    (r"argument (.*?): invalid (?:\w+) value: (.*)", r"{0} không nhận giá trị {1}"),
    (r"argument (.*?): not allowed with argument (.*)", r"{0} không dùng cùng {1}"),
    (r"ambiguous option: (.*?) could match (.*)", r"{0} có thể là {1}"),
)
_QUOTED = re.compile(r"'([^']*)'")


class _Formatter(argparse.RawDescriptionHelpFormatter):
    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[argparse._MutuallyExclusiveGroup],
        prefix: str | None = None,
    ) -> None:
        super().add_usage(usage, actions, groups, prefix or "cách dùng: ")


class Parser(argparse.ArgumentParser):
    """An argument parser whose help and complaints are Vietnamese."""

    def __init__(self, prog: str, description: str) -> None:
        super().__init__(prog=prog, description=description, add_help=False, formatter_class=_Formatter)
        self._positionals.title = "tham số"
        self._optionals.title = "tùy chọn"
        self.add_argument("-h", "--help", action="help", help="in hướng dẫn này")

    def error(self, message: str) -> NoReturn:
        """Leave with a Vietnamese sentence and the exit code of a wrong usage."""
        for complaint, words in _COMPLAINTS:
            match = re.fullmatch(complaint, message)
            if match:
                message = words.format(*(_QUOTED.sub(r"“\1”", part) for part in match.groups()))
                break
        sys.stderr.write(f"Lệnh chưa đúng: {message}. Xem hướng dẫn: {self.prog} --help\n")
        sys.exit(UsageError.exit_code)


def run(main: Callable[[Sequence[str]], int], arguments: Sequence[str] | None = None) -> int:
    """Call *main* with the words of the command line; its exit code, or that of the error it raised."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        code = main(sys.argv[1:] if arguments is None else arguments)
        sys.stdout.flush()
    except AppError as error:
        sys.stderr.write(f"{error}\n")
        return error.exit_code
    except KeyboardInterrupt:
        sys.stderr.write("Đã dừng theo yêu cầu; những gì đã báo xong vẫn được giữ. Muốn làm tiếp, chạy lại lệnh ấy.\n")
        return _INTERRUPTED
    except BrokenPipeError:  # the reader of our output has gone: nobody is left to tell
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    return code


def show_progress(step: str, done: int, total: int) -> None:
    """One line that rewrites itself on a terminal; silent elsewhere except at the end of a step."""
    if sys.stderr.isatty():
        sys.stderr.write(f"\r\x1b[K{step}: {done}/{total}" + ("\n" if done >= total else ""))
        sys.stderr.flush()
    elif done >= total:
        sys.stderr.write(f"{step}: {done}/{total}\n")


def show_status(words: str) -> None:
    """A line that the next one rewrites, cut to the width of the terminal; silent elsewhere. Empty clears it."""
    if sys.stderr.isatty():
        width = shutil.get_terminal_size().columns
        sys.stderr.write(f"\r\x1b[K{make_printable(words)[: width - 1]}")
        sys.stderr.flush()


def show_share(step: str, done: int, total: int) -> None:
    """As :func:`show_status`: what is being done, and how much of it in hundredths."""
    show_status(f"{step}: {done / total:.0%}" if total else step)


def make_printable(words: str) -> str:
    """*words*, as a file's name, with what a terminal would obey written out."""
    return "".join(one if one.isprintable() else one.encode("unicode_escape").decode() for one in words)
