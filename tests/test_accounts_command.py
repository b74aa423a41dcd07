"""``python -m ingest account``: what it asks, says and changes; a password is never on the command line."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from ingest.accounts.file import accounts_exist, open_accounts
from ingest.accounts.passwords import Passwords
from ingest.errors import LoginError
from tests.commands import Printed
from tests.people import CHEAP, HERE, OTHER, RIGHT

ADMINISTRATOR = ("account", "add", "lan", "--shown", "Nguyễn Thị Lan", "--role", "quản trị", "--password-stdin")


@pytest.fixture(autouse=True)
def cheap(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ingest.accounts.passwords._make_hasher", lambda: CHEAP)


@pytest.fixture
def account(command: Callable[..., Printed], monkeypatch: pytest.MonkeyPatch) -> Callable[..., Printed]:
    """Runs one command with a password on its input."""

    def invoke(*words: str, password: str | bytes = RIGHT) -> Printed:
        content = password if isinstance(password, bytes) else f"{password}\n".encode()
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(content), encoding="utf-8"))
        return command(*words)

    return invoke


@pytest.fixture
def home(account: Callable[..., Printed], tmp_path: Path) -> Path:
    """An administrator and a reader."""
    assert account(*ADMINISTRATOR)[0] == 0
    assert account("account", "add", "hoa", "--group", "Ủy ban Kiểm tra", "--password-stdin")[0] == 0
    return tmp_path / "var"


def log_in(home: Path, name: str, password: str = RIGHT) -> str:
    with open_accounts(home, passwords=Passwords(CHEAP)) as accounts:
        return accounts.log_in(name, password, HERE)


def is_there(home: Path, token: str) -> bool:
    with open_accounts(home) as accounts:
        return accounts.find_session(token) is not None


def test_the_first_account_is_an_administrators_and_says_what_is_next(
    account: Callable[..., Printed], tmp_path: Path
) -> None:
    code, _, complaint = account("account", "add", "hoa", "--password-stdin")
    assert (code, "Tài khoản đầu tiên phải là quản trị" in complaint) == (2, True)
    assert not accounts_exist(tmp_path / "var")
    assert account(*ADMINISTRATOR) == (
        0,
        "Đã thêm tài khoản:\nlan  Nguyễn Thị Lan\n    quản trị\n"
        "Từ nay phải đăng nhập. Hãy khởi động lại trang web, rồi thêm người khác: python -m ingest account add TÊN\n",
        "",
    )
    assert log_in(tmp_path / "var", "lan")


def test_they_are_listed_for_people_and_for_programs(home: Path, account: Callable[..., Printed]) -> None:
    account("account", "email", "hoa", "hoa@coquan.vn")
    account("account", "suspend", "hoa")
    assert account("account", "list")[1] == (
        "hoa  hoa\n    người đọc; nhóm Ủy ban Kiểm tra; hoa@coquan.vn; đang tạm dừng\n"
        "lan  Nguyễn Thị Lan\n    quản trị\n2 tài khoản.\n"
    )
    assert [json.loads(line) for line in account("account", "list", "--json")[1].splitlines()] == [
        {
            "name": "hoa",
            "shown": "hoa",
            "role": "reader",
            "groups": ["Ủy ban Kiểm tra"],
            "email": "hoa@coquan.vn",
            "suspended": True,
        },
        {
            "name": "lan",
            "shown": "Nguyễn Thị Lan",
            "role": "administrator",
            "groups": [],
            "email": None,
            "suspended": False,
        },
    ]


@pytest.mark.parametrize(
    "words", [("list",), ("group",), ("sessions",), ("suspend", "lan"), ("remove", "lan")], ids=lambda one: one[0]
)
def test_where_there_are_none_that_is_said_and_nothing_is_made(
    account: Callable[..., Printed], tmp_path: Path, words: tuple[str, ...]
) -> None:
    code, out, complaint = account("account", *words)
    assert "Chưa có tài khoản nào. Tạo bằng: python -m ingest account add" in out + complaint
    assert code == (0 if words == ("list",) else 2)
    assert not (tmp_path / "var").exists()


def test_role_groups_and_address_are_changed_at_once(home: Path, account: Callable[..., Printed]) -> None:
    token = log_in(home, "hoa")
    assert account("account", "role", "hoa", "thu thu")[1].startswith("Đã giao vai trò, có hiệu lực ngay:\nhoa")
    out = account("account", "group", "hoa", "--add", "Văn phòng", "--remove", "ủy ban kiểm tra")[1]
    assert out == "Nay là:\nhoa  hoa\n    thủ thư; nhóm Văn phòng\n"
    assert account("account", "group")[1] == "Văn phòng: hoa\n1 nhóm.\n"
    assert account("account", "email", "hoa", "hoa@coquan.vn")[1].endswith("thủ thư; nhóm Văn phòng; hoa@coquan.vn\n")
    assert account("account", "email", "hoa", "")[1].endswith("thủ thư; nhóm Văn phòng\n")
    with open_accounts(home) as accounts:
        person = accounts.find_session(token)
    assert person is not None
    assert (person.role, sorted(person.groups)) == ("librarian", ["Văn phòng"])


def test_who_is_suspended_is_out_until_resumed(home: Path, account: Callable[..., Printed]) -> None:
    token = log_in(home, "hoa")
    assert account("account", "suspend", "hoa")[1].endswith("Mở lại bằng: python -m ingest account resume hoa\n")
    assert not is_there(home, token)
    with pytest.raises(LoginError):
        log_in(home, "hoa")
    assert account("account", "resume", "hoa")[0] == 0
    assert log_in(home, "hoa")


def test_a_new_password_ends_what_was_open(home: Path, account: Callable[..., Printed]) -> None:
    token = log_in(home, "hoa")
    code, out, _ = account("account", "password", "hoa", "--password-stdin", password=OTHER)
    assert (code, out.endswith("Hãy báo người ấy đăng nhập lại.\n")) == (0, True)
    assert not is_there(home, token)
    assert log_in(home, "hoa", OTHER)


def test_sessions_are_listed_without_their_tokens_and_ended(home: Path, account: Callable[..., Printed]) -> None:
    tokens = [log_in(home, "hoa"), log_in(home, "hoa"), log_in(home, "lan")]
    out = account("account", "sessions")[1]
    assert out.count(HERE) == 3
    assert "3 phiên đang mở. Kết thúc" in out
    assert not any(token in out for token in tokens)
    assert account("account", "sessions", "lan")[1].startswith("lan  từ ")
    assert account("account", "sessions", "hoa", "--end")[1].startswith("Đã kết thúc 2 phiên của “hoa”")
    assert [is_there(home, token) for token in tokens] == [False, False, True]


@pytest.mark.parametrize("words", [("role", "lan", "reader"), ("suspend", "lan"), ("remove", "lan")], ids=" ".join)
def test_the_last_administrator_is_kept(home: Path, account: Callable[..., Printed], words: tuple[str, ...]) -> None:
    before = account("account", "list")
    code, _, complaint = account("account", *words)
    assert (code, "quản trị cuối cùng" in complaint) == (2, True)
    assert account("account", "list") == before


def test_who_was_removed_is_gone(home: Path, account: Callable[..., Printed]) -> None:
    assert account("account", "remove", "HOA")[1].startswith("Đã xóa tài khoản “hoa”.")
    assert account("account", "list")[1].endswith("1 tài khoản.\n")
    assert account("account", "remove", "hoa")[0] == 5


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        pytest.param(("add", "a b", "--password-stdin"), "Tên đăng nhập “a b” không dùng được", id="name"),
        pytest.param(("add", "hoa", "--password-stdin"), "Đã có tài khoản “hoa”", id="taken"),
        pytest.param(("add", "an", "--role", "vua", "--password-stdin"), "Không có vai trò “vua”", id="role"),
        pytest.param(("add", "an", "--no-password"), "chưa có cách đăng nhập", id="no-way-in"),
        pytest.param(("add", "an"), "Hãy đưa mật khẩu qua --password-stdin", id="no-keyboard"),
        pytest.param(("group", "hoa", "--add", "A", "--remove", "a"), "vừa thêm vừa bớt", id="both"),
        pytest.param(("group", "--add", "A"), "Chưa nói của ai", id="whose-group"),
        pytest.param(("sessions", "--end"), "Chưa nói của ai", id="whose-sessions"),
    ],
)
def test_what_cannot_be_is_said_and_nothing_changes(
    home: Path, account: Callable[..., Printed], words: tuple[str, ...], complaint: str
) -> None:
    before = account("account", "list")
    code, out, said = account("account", *words)
    assert (code, out, complaint in said) == (2, "", True)
    assert account("account", "list") == before


@pytest.mark.parametrize("password", ["x7!kQ0z", "matkhau12345", b"\xff\xfe" * 10, b""], ids=repr)
def test_a_password_that_will_not_do_is_refused_and_not_repeated(
    home: Path, account: Callable[..., Printed], password: str | bytes
) -> None:
    code, out, complaint = account("account", "add", "an", "--password-stdin", password=password)
    assert (code, out) == (2, "")
    assert "Hãy" in complaint
    assert not password or str(password) not in complaint


@pytest.mark.parametrize("words", [("add", "an", "--password", RIGHT), ("password", "hoa", RIGHT)], ids=" ".join)
def test_a_password_cannot_be_given_on_the_command_line(
    account: Callable[..., Printed], words: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit, match="2"):
        account("account", *words)
    assert "Lệnh chưa đúng" in capsys.readouterr().err


class Keyboard(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.fixture
def typed(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """What is typed at each question; the questions take their place."""
    answers: list[str] = []

    def ask(question: str) -> str:
        assert "không hiện khi gõ" in question or question == "Gõ lại mật khẩu: "
        return answers.pop(0)

    monkeypatch.setattr("getpass.getpass", ask)
    yield answers
    assert answers == []


def test_a_password_is_asked_twice(
    command: Callable[..., Printed], monkeypatch: pytest.MonkeyPatch, typed: list[str], tmp_path: Path
) -> None:
    monkeypatch.setattr(sys, "stdin", Keyboard())
    typed += [RIGHT, OTHER]
    code, _, complaint = command(*ADMINISTRATOR[:-1])
    assert (code, "Hai lần gõ mật khẩu khác nhau" in complaint) == (2, True)
    assert not accounts_exist(tmp_path / "var")
    typed += ["ngắn"]  # what will not do is not asked for again
    assert command(*ADMINISTRATOR[:-1])[0] == 2
    typed += [RIGHT, RIGHT]
    assert command(*ADMINISTRATOR[:-1])[0] == 0
    assert log_in(tmp_path / "var", "lan")


def test_who_logs_in_by_the_office_needs_no_password(home: Path, account: Callable[..., Printed]) -> None:
    assert account("account", "add", "an", "--no-password", "--email", "an@coquan.vn")[0] == 0
    with open_accounts(home) as accounts:
        person = accounts.find_session(accounts.log_in_as("an@coquan.vn", HERE))
    assert person is not None
    assert person.name == "an"
