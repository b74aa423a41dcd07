"""What the repository holds and should not: words that open something, programs and files that nobody can read."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from ingest.errors import AppError

SECRETS = {
    "khóa riêng": re.compile(r"-----BEGIN (?:[A-Z0-9]+ )*PRIVATE KEY(?: BLOCK)?-----"),
    "khóa AWS": re.compile(r"\b(?:AKIA|ASIA)[0-9A-Z]{16}\b"),
    "khóa Google": re.compile(r"\bAIza[0-9A-Za-z_-]{35}\b"),
    "khóa GitHub": re.compile(r"\b(?:gh[pousr]_[0-9A-Za-z]{36}|github_pat_[0-9A-Za-z_]{22,})\b"),
    "khóa GitLab": re.compile(r"\bglpat-[0-9A-Za-z_-]{20}\b"),
    "khóa Slack": re.compile(r"\bxox[abeoprs]-[0-9A-Za-z-]{10,}\b"),
    "khóa Hugging Face": re.compile(r"\bhf_[0-9A-Za-z]{34}\b"),
    "khóa của kho gói": re.compile(r"\b(?:pypi-AgE|npm_)[0-9A-Za-z_-]{30,}"),
    "khóa của dịch vụ": re.compile(r"\bsk[-_](?:live|proj|ant|test)[-_][0-9A-Za-z_-]{20,}"),
    "thẻ JWT": re.compile(r"\beyJ[0-9A-Za-z_-]{10,}\.eyJ[0-9A-Za-z_-]{10,}\.[0-9A-Za-z_-]{10,}"),
    "mật khẩu băm": re.compile(r"\$argon2(?:id|i|d)\$v=\d+\$m=\d+"),
    "mật khẩu trong địa chỉ": re.compile(r"\b[a-z][a-z0-9+.-]*://[^\s/:@\"'{}<>]+:(?![^\s@]*[{<])[^\s/@\"']{3,}@"),
    "mật khẩu viết thẳng": re.compile(
        r"(?i)[\"']?\b(?:password|passwd|client_secret|cookie_secret|api_?key|access_token)\b[\"']?"
        r"\s*[:=]\s*[\"'](?!\{)[^\"'\s]{8,}[\"']"
    ),
}
"""What each looks like."""
MADE_UP_IN_TESTS = ("mật khẩu băm", "mật khẩu trong địa chỉ", "mật khẩu viết thẳng")
"""Tests make such words up, each for a library that ends with the test."""
INVENTED = ("vi-du", "mat-khau")
"""A word with one of these in it is made up, and says so."""
UNWANTED = re.compile(r"(?:^|/)(?:secrets\.toml|\.env(?:\..+)?|id_(?:rsa|ed25519|ecdsa)|.+\.(?:pem|key|p12|pfx|kdbx))$")
PROGRAMS = {".ci/run"}
"""The only file that may be run as a program."""
PICTURES_AND_LIBRARIES = {".png": b"\x89PNG\r\n\x1a\n", ".sqlite": b"SQLite format 3\x00"}
"""The kinds of file that are not text, each with the bytes that it begins with."""


class TreeError(AppError):
    """Git does not answer, so nothing tells our files from others."""

    exit_code = 3


def find_tracked(root: Path) -> list[tuple[str, PurePosixPath]]:
    """Every file that git holds, with its mode: ``"100755"`` is a program.

    Raises:
        TreeError: If *root* is no working tree of git.
    """
    command = ("git", "-c", "safe.directory=*", "ls-files", "-z", "--stage")
    try:
        listed = subprocess.run(command, cwd=root, capture_output=True, check=True).stdout.decode()
    except (OSError, subprocess.CalledProcessError):
        raise TreeError(
            f"{root} không phải kho git, nên không biết tệp nào là của Vankien. Hãy chạy trong kho."
        ) from None
    entries = (entry.partition("\t") for entry in listed.split("\0") if entry)
    return [(about.split()[0], PurePosixPath(name)) for about, _, name in entries]


def find_secrets(root: Path) -> Iterator[str]:
    """A line for each word of a tracked file that may open something: where it is and of what kind, never itself."""
    for _, path in find_tracked(root):
        if UNWANTED.search(str(path)):
            yield f"{path}: tệp dành cho khóa hoặc mật khẩu"
        file = root / path
        if file.is_file() and not file.is_symlink() and path.suffix not in PICTURES_AND_LIBRARIES:
            lines = file.read_text("utf-8", errors="replace").splitlines()
            for number, line in enumerate(lines, start=1):
                kinds = (kind for kind in find_kinds(line) if path.parts[0] != "tests" or kind not in MADE_UP_IN_TESTS)
                yield from (f"{path}:{number}: {kind}" for kind in kinds)


def find_kinds(line: str) -> Iterator[str]:
    """The kinds of secret that a line may hold."""
    for kind, pattern in SECRETS.items():
        for match in pattern.finditer(line):
            if not any(word in match[0].lower() for word in INVENTED):
                yield kind
                break


def find_strange_files(root: Path) -> Iterator[str]:
    """A line for each tracked file that is a program, a link or not text, and was not expected to be."""
    for mode, path in find_tracked(root):
        file = root / path
        if mode == "100755" and str(path) not in PROGRAMS:
            yield f"{path}: chạy được như một chương trình"
        elif mode not in ("100644", "100755"):
            yield f"{path}: là liên kết hoặc kho con"
        elif file.is_file() and (why := _find_why_strange(file, path.suffix)):
            yield f"{path}: {why}"


def _find_why_strange(file: Path, suffix: str) -> str:
    content = file.read_bytes()
    if suffix in PICTURES_AND_LIBRARIES:
        return "" if content.startswith(PICTURES_AND_LIBRARIES[suffix]) else f"không phải tệp {suffix}"
    return "tệp nhị phân lạ" if b"\0" in content else ""
