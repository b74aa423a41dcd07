"""Who may come in: people, roles, groups, and an administrator who is always left."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest

from ingest.accounts.file import Accounts
from ingest.accounts.values import Person, Role, parse_name, parse_role
from ingest.errors import NotHeldError, UsageError
from tests.people import RIGHT, open_cheaply

KIEM_TRA = "Ủy ban Kiểm tra"


def test_everybody_is_listed_by_name_as_kept(accounts: Accounts) -> None:
    assert accounts.list_all() == [
        Person("hoa", "Lê Thị Hoa", "reader", frozenset({KIEM_TRA, "Văn phòng"})),
        Person("lan", "Nguyễn Thị Lan", "administrator", frozenset(), "lan@coquan.vn"),
        Person("minh", "Trần Văn Minh", "librarian", frozenset({"Văn phòng"})),
    ]


@pytest.mark.parametrize(
    ("role", "may"),
    [
        pytest.param("reader", [True, False, False], id="reader"),
        pytest.param("librarian", [True, True, False], id="librarian"),
        pytest.param("administrator", [True, True, True], id="administrator"),
    ],
)
def test_a_role_may_what_those_below_it_may(role: Role, may: list[bool]) -> None:
    person = Person("a", "A", role, frozenset())
    assert [person.may("reader"), person.may("librarian"), person.may("administrator")] == may


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        pytest.param(" Nguyen.Van-An ", "nguyen.van-an", id="case-and-spaces-around"),
        pytest.param("NGUYỄN_ÁNH@tw", "nguyễn_ánh@tw", id="letters-of-ours"),
        pytest.param(unicodedata.normalize("NFD", "ánh"), unicodedata.normalize("NFC", "ánh"), id="composed"),
        pytest.param("x" * 64, "x" * 64, id="longest"),
    ],
)
def test_a_name_is_kept_in_one_form_and_found_in_any(tmp_path: Path, typed: str, kept: str) -> None:
    with open_cheaply(tmp_path) as accounts:
        assert accounts.add(typed, "Ai đó", "administrator", password=RIGHT).name == kept
        assert accounts.find(typed.upper()).name == kept
        with pytest.raises(UsageError, match="Đã có tài khoản"):
            accounts.add(typed.upper(), "Ai khác", "reader", password=RIGHT)


@pytest.mark.parametrize(
    "typed", ["", " ", "a b", "x" * 65, "a/b", "../a", "a\n", "a'b", "<b>", "a\0"], ids=lambda one: ascii(one)[:8]
)
def test_a_name_that_will_not_do_is_refused_with_an_example(typed: str) -> None:
    if typed == "a\n":  # what stands around it is nothing
        assert parse_name(typed) == "a"
        return
    with pytest.raises(UsageError, match=r"không dùng được.*nguyen\.van\.an"):
        parse_name(typed)


def test_the_first_must_be_an_administrator(tmp_path: Path) -> None:
    with open_cheaply(tmp_path) as accounts:
        with pytest.raises(UsageError, match=r"đầu tiên phải là quản trị.*--role administrator"):
            accounts.add("minh", "Trần Văn Minh", "librarian", password=RIGHT)
        assert accounts.list_all() == []


def test_who_could_not_log_in_in_any_way_is_not_added(accounts: Accounts) -> None:
    with pytest.raises(UsageError, match="chưa có cách đăng nhập"):
        accounts.add("an", "An", "reader")
    assert accounts.add("an", "An", "reader", email="An@CoQuan.vn").email == "an@coquan.vn"


LAST: dict[str, Callable[[Accounts], object]] = {
    "demoted": lambda accounts: accounts.change("lan", role="librarian"),
    "suspended": lambda accounts: accounts.change("lan", suspended=True),
    "removed": lambda accounts: accounts.remove("lan"),
}


@pytest.mark.parametrize("act", LAST.values(), ids=LAST)
def test_the_last_administrator_stays_until_there_is_another(
    accounts: Accounts, act: Callable[[Accounts], object]
) -> None:
    before = accounts.list_all()
    with pytest.raises(UsageError, match=r"quản trị cuối cùng.*giao vai trò"):
        act(accounts)
    assert accounts.list_all() == before
    accounts.change("hoa", role="administrator", suspended=True)  # one who cannot log in is none
    with pytest.raises(UsageError, match="quản trị cuối cùng"):
        act(accounts)
    accounts.change("hoa", suspended=False)
    act(accounts)
    assert [one.name for one in accounts.list_all() if one.role == "administrator" and not one.suspended] == ["hoa"]


def test_what_is_changed_is_changed_and_the_rest_stays(accounts: Accounts) -> None:
    accounts.change("minh", shown="Trần  Minh ", email="Minh@coquan.vn")
    accounts.change("minh", role="reader")
    assert accounts.find("minh") == Person("minh", "Trần Minh", "reader", frozenset({"Văn phòng"}), "minh@coquan.vn")
    assert accounts.change("minh", email="").email is None


@pytest.mark.parametrize("email", ["an", "a b@c", "a@b@c", "@", "x" * 250 + "@a.vn"], ids=lambda one: one[:8])
def test_what_is_no_address_is_refused(accounts: Accounts, email: str) -> None:
    with pytest.raises(UsageError, match="không phải địa chỉ thư"):
        accounts.change("minh", email=email)


def test_two_people_cannot_have_one_address(accounts: Accounts) -> None:
    with pytest.raises(UsageError, match="đã là của tài khoản “lan”"):
        accounts.change("minh", email="LAN@coquan.vn")
    with pytest.raises(UsageError, match="đã là của tài khoản “lan”"):
        accounts.add("an", "An", "reader", email="lan@coquan.vn")
    assert accounts.change("lan", email="lan@coquan.vn").email == "lan@coquan.vn"


def test_groups_are_spelt_as_by_those_who_are_in_them(accounts: Accounts) -> None:
    joined = accounts.join("minh", [unicodedata.normalize("NFD", "ủy  ban kiểm tra"), "Ban Tổ chức"])
    assert joined.groups == {KIEM_TRA, "Ban Tổ chức", "Văn phòng"}
    assert accounts.list_groups() == {
        "Ban Tổ chức": ["minh"],
        "Văn phòng": ["hoa", "minh"],
        KIEM_TRA: ["hoa", "minh"],
    }
    assert accounts.leave("minh", ["ban tổ chức", "Nhóm lạ"]).groups == {KIEM_TRA, "Văn phòng"}
    assert "Ban Tổ chức" not in accounts.list_groups()


@pytest.mark.parametrize("group", ["", "  ", "x" * 81, "a\x00b"], ids=["empty", "blank", "long", "unprintable"])
def test_a_group_that_cannot_be_named_so_leaves_all_as_it_was(accounts: Accounts, group: str) -> None:
    with pytest.raises(UsageError, match="Tên nhóm"):
        accounts.join("minh", ["Ban Tổ chức", group])
    assert accounts.find("minh").groups == {"Văn phòng"}


def test_who_is_not_there_is_said_with_where_to_look(accounts: Accounts) -> None:
    acts: list[Callable[[], object]] = [
        lambda: accounts.find("lạ"),
        lambda: accounts.change("lạ", role="reader"),
        lambda: accounts.join("lạ", ["Văn phòng"]),
        lambda: accounts.leave("lạ", ["Văn phòng"]),
        lambda: accounts.set_password("lạ", RIGHT),
        lambda: accounts.remove("lạ"),
        lambda: accounts.sessions.end_all("lạ"),
    ]
    for act in acts:
        with pytest.raises(NotHeldError, match=r"Không có tài khoản “lạ”.*account list"):
            act()


def test_who_was_removed_and_added_anew_has_nothing_of_before(accounts: Accounts) -> None:
    token = accounts.log_in("hoa", RIGHT, "")
    accounts.remove("hoa")
    assert accounts.find_session(token) is None
    assert accounts.add("hoa", "Hoa khác", "reader", password=RIGHT).groups == frozenset()
    assert accounts.find_session(token) is None


@pytest.mark.parametrize(
    ("typed", "role"),
    [
        pytest.param("quản trị", "administrator", id="vietnamese"),
        pytest.param("Thu-thu", "librarian", id="without-marks"),
        pytest.param(" READER ", "reader", id="as-programs-do"),
    ],
)
def test_a_role_is_read_as_it_is_typed(typed: str, role: Role) -> None:
    assert parse_role(typed) == role


def test_a_role_that_is_none_is_answered_with_those_that_are() -> None:
    with pytest.raises(UsageError, match=r"reader \(người đọc\), librarian \(thủ thư\), administrator \(quản trị\)"):
        parse_role("giám đốc")
