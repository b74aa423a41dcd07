"""No key and no password is in the repository, and nothing that a person cannot read."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from bench.pins import ROOT
from bench.tracked import TreeError, find_kinds, find_secrets, find_strange_files, find_tracked

LONG = "Ab1" * 12
"""36 signs: with the right opening it would be somebody's key, so each opening stands apart from it here."""


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    subprocess.run(["git", "init", "-q", tmp_path], check=True)
    return tmp_path


def track(tree: Path, name: str, content: bytes, mode: int = 0o644) -> None:
    file = tree / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content)
    file.chmod(mode)
    subprocess.run(["git", "-C", tree, "add", "--force", name], check=True)


def test_this_repository_holds_no_secret_and_no_strange_file() -> None:
    if not (ROOT / ".git").exists():
        pytest.skip("not a git working tree: nothing tells our files from others")
    assert len(find_tracked(ROOT)) > 500
    assert list(find_secrets(ROOT)) == []
    assert list(find_strange_files(ROOT)) == []


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        pytest.param("-----BEGIN RSA " + "PRIVATE KEY-----", "khóa riêng", id="private-key"),
        pytest.param("id = AKIA" + "ABCDEFGHIJ234567", "khóa AWS", id="aws"),
        pytest.param("token: ghp_" + LONG, "khóa GitHub", id="github"),
        pytest.param("hf_" + LONG[:34], "khóa Hugging Face", id="hugging-face"),
        pytest.param("sk-proj-" + LONG, "khóa của dịch vụ", id="service"),
        pytest.param("eyJ" + LONG + ".eyJ" + LONG + "." + LONG, "thẻ JWT", id="jwt"),
        pytest.param("$argon2id$" + "v=19$m=65536,t=3,p=4$abc$def", "mật khẩu băm", id="hashed-password"),
        pytest.param("http://an:" + "sen2026@may-chu:3128", "mật khẩu trong địa chỉ", id="in-an-address"),
        pytest.param("client_secret = " + '"q8Zt4mW0xR"', "mật khẩu viết thẳng", id="in-settings"),
        pytest.param("'password': " + "'SenHong2026'", "mật khẩu viết thẳng", id="in-a-table"),
    ],
)
def test_a_word_that_opens_something_is_found(line: str, kind: str) -> None:
    assert list(find_kinds(line)) == [kind]


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("http://ten:mat-khau@may-chu:3128", id="an-example-that-says-so"),
        pytest.param('password = getpass("Mật khẩu: ")', id="asked-for"),
        pytest.param('address = f"http://{name}:{word}@{host}"', id="put-together"),
        pytest.param("see https://example.com:8080/a@b", id="a-port"),
        pytest.param(f"--hash=sha256:{'0a' * 32}", id="a-hash"),
        pytest.param("mailto:an@tinhuy.gov.vn", id="an-address-of-mail"),
    ],
)
def test_what_opens_nothing_raises_no_alarm(line: str) -> None:
    assert list(find_kinds(line)) == []


def test_a_secret_is_told_by_its_place_and_never_repeated(tree: Path) -> None:
    word = "ghp_" + LONG
    track(tree, "a/b.txt", f"one\ntoken {word}\n".encode())
    told = list(find_secrets(tree))

    assert told == ["a/b.txt:2: khóa GitHub"]
    assert word not in str(told)


def test_tests_may_make_up_passwords_but_no_keys(tree: Path) -> None:
    track(tree, "tests/a.py", b'password = "SenHong2026"\n')
    track(tree, "tests/b.py", b"ghp_" + LONG.encode())

    assert list(find_secrets(tree)) == ["tests/b.py:1: khóa GitHub"]


@pytest.mark.parametrize("name", [".streamlit/secrets.toml", "may.pem", ".env", "deploy/.env.that", "id_ed25519"])
def test_a_file_that_is_made_for_secrets_is_found_by_its_name(tree: Path, name: str) -> None:
    track(tree, name, b"\n")

    assert list(find_secrets(tree)) == [f"{name}: tệp dành cho khóa hoặc mật khẩu"]


def test_programs_links_and_binary_files_are_found(tree: Path) -> None:
    track(tree, "run.sh", b"echo\n", 0o755)
    track(tree, "picture.png", b"MZ\x90\0")
    track(tree, "data.bin", b"a\0b")
    track(tree, "fine.png", b"\x89PNG\r\n\x1a\n\0")
    (tree / "link").symlink_to("/etc/passwd")
    subprocess.run(["git", "-C", tree, "add", "link"], check=True)

    assert sorted(find_strange_files(tree)) == [
        "data.bin: tệp nhị phân lạ",
        "link: là liên kết hoặc kho con",
        "picture.png: không phải tệp .png",
        "run.sh: chạy được như một chương trình",
    ]


def test_outside_of_a_repository_it_says_so(tmp_path: Path) -> None:
    with pytest.raises(TreeError, match="Hãy chạy trong kho"):
        find_tracked(tmp_path)
