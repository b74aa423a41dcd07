"""``account``: who may log in, and as what."""

from __future__ import annotations

import argparse
import dataclasses
import getpass
import json
import sys
from collections.abc import Sequence

from ingest.accounts.file import Accounts, accounts_exist, open_accounts
from ingest.accounts.passwords import SHORTEST, check_password
from ingest.accounts.values import ROLES, Person, parse_role, say_role
from ingest.commands.enrolling import Enrol
from ingest.commands.recording import note, note_how
from ingest.console import Parser
from ingest.days import describe_day
from ingest.errors import UsageError
from ingest.store import library_folder

_NONE = 'Chưa có tài khoản nào. Tạo bằng: python -m ingest account add TÊN --role administrator --shown "HỌ TÊN"'
_ROLE = f"{', '.join(ROLES)}; hoặc người đọc, thủ thư, quản trị"


def enrol(command: Enrol) -> None:
    """Make the command known."""
    room = command("account", "tài khoản: ai được đăng nhập, vai trò gì, thuộc nhóm nào")
    acts = room.add_subparsers(title="việc", metavar="VIỆC", required=True, dest="deed", parser_class=Parser)

    def act(name: str, words: str, *, named: bool = True) -> argparse.ArgumentParser:
        made = acts.add_parser(name, help=words, prog=f"python -m ingest account {name}", description=words)
        if named:
            made.add_argument("name", metavar="TÊN", help="tên đăng nhập, xem bằng lệnh account list")
        return made

    listing = act("list", "liệt kê tài khoản", named=False)
    listing.add_argument("--json", action="store_true", help="in cho chương trình, mỗi tài khoản một dòng JSON")
    listing.set_defaults(act=_list)
    _enrol_add(act("add", "thêm một tài khoản; mật khẩu được hỏi hai lần"))
    role = act("role", "giao vai trò khác; có hiệu lực ngay")
    role.add_argument("role", metavar="VAI_TRÒ", help=_ROLE)
    role.set_defaults(act=_set_role)
    group = act("group", "liệt kê các nhóm; hoặc đưa một người vào, ra khỏi nhóm", named=False)
    group.add_argument("name", nargs="?", metavar="TÊN", help="tên đăng nhập")
    for option, where, words in (("--add", "join", "đưa vào nhóm này"), ("--remove", "leave", "đưa ra khỏi nhóm này")):
        group.add_argument(option, dest=where, action="append", default=[], metavar="NHÓM", help=words)
    group.set_defaults(act=_group)
    password = act("password", "đặt mật khẩu mới; mọi phiên đăng nhập của người này kết thúc")
    _take_password(password)
    password.set_defaults(act=_set_password)
    act("suspend", "tạm dừng một tài khoản: không đăng nhập được nữa, mọi phiên kết thúc").set_defaults(act=_suspend)
    act("resume", "mở lại một tài khoản đã tạm dừng").set_defaults(act=_resume)
    email = act("email", "ghi thư điện tử, để đăng nhập bằng tài khoản của cơ quan (OIDC)")
    email.add_argument("email", metavar="ĐỊA_CHỈ", help='địa chỉ; ghi "" để bỏ')
    email.set_defaults(act=_set_email)
    act("remove", "xóa một tài khoản; văn bản và sổ theo dõi giữ nguyên").set_defaults(act=_remove)
    sessions = act("sessions", "liệt kê phiên đăng nhập đang mở; hoặc kết thúc mọi phiên của một người", named=False)
    sessions.add_argument("name", nargs="?", metavar="TÊN", help="tên đăng nhập")
    sessions.add_argument("--end", action="store_true", help="kết thúc mọi phiên của người này")
    sessions.set_defaults(act=_sessions)


def _enrol_add(add: argparse.ArgumentParser) -> None:
    add.add_argument("--shown", metavar="HỌ_TÊN", help="họ tên, đặt trong dấu nháy; để trống thì lấy tên đăng nhập")
    add.add_argument("--role", default="reader", metavar="VAI_TRÒ", help=f"{_ROLE}; để trống là người đọc")
    words = "cho vào nhóm này; ghi nhiều lần được"
    add.add_argument("--group", action="append", default=[], metavar="NHÓM", help=words)
    add.add_argument("--email", metavar="ĐỊA_CHỈ", help="thư điện tử, để đăng nhập bằng tài khoản của cơ quan (OIDC)")
    words = "không đặt mật khẩu: chỉ đăng nhập bằng tài khoản của cơ quan"
    _take_password(add).add_argument("--no-password", action="store_true", help=words)
    add.set_defaults(act=_add)


def _take_password(parser: argparse.ArgumentParser) -> argparse._MutuallyExclusiveGroup:
    which = parser.add_mutually_exclusive_group()
    words = "đọc mật khẩu từ dòng đầu của đầu vào chuẩn, cho chương trình; mật khẩu không bao giờ ghi trên dòng lệnh"
    which.add_argument("--password-stdin", action="store_true", help=words)
    return which


def _read_password(options: argparse.Namespace, *known: str) -> str:
    """From the first line of the input, or typed twice; what will not do is said before it is typed again."""
    if options.password_stdin:
        try:
            return sys.stdin.buffer.readline().decode("utf-8-sig").rstrip("\r\n")
        except UnicodeDecodeError:
            raise UsageError("Mật khẩu ở đầu vào chuẩn không phải UTF-8. Hãy ghi lại bằng UTF-8.") from None
    if not sys.stdin.isatty():
        raise UsageError("Không hỏi được mật khẩu vì không có bàn phím. Hãy đưa mật khẩu qua --password-stdin.")
    password = getpass.getpass(f"Mật khẩu mới (ít nhất {SHORTEST} ký tự, không hiện khi gõ): ")
    check_password(password, *known)
    if getpass.getpass("Gõ lại mật khẩu: ") != password:
        raise UsageError("Hai lần gõ mật khẩu khác nhau, chưa có gì thay đổi. Hãy chạy lại lệnh này.")
    return password


def _open() -> Accounts:
    """Of a library that has accounts.

    Raises:
        UsageError: If there are none.
    """
    if not accounts_exist(library_folder()):
        raise UsageError(_NONE)
    return open_accounts(library_folder())


def _list(options: argparse.Namespace) -> int:
    people: Sequence[Person] = ()
    if accounts_exist(library_folder()):
        with _open() as accounts:
            people = accounts.list_all()
    for one in people:
        print(json.dumps(_to_json(one), ensure_ascii=False) if options.json else _say(one))
    if not options.json:
        print(f"{len(people)} tài khoản." if people else _NONE)
    return 0


def _to_json(one: Person) -> dict[str, object]:
    return {**dataclasses.asdict(one), "groups": sorted(one.groups)}


def _say(one: Person) -> str:
    told = [say_role(one.role), *([f"nhóm {', '.join(sorted(one.groups))}"] if one.groups else [])]
    told += [*([one.email] if one.email else []), *(["đang tạm dừng"] if one.suspended else [])]
    return f"{one.name}  {one.shown}\n    {'; '.join(told)}"


def _add(options: argparse.Namespace) -> int:
    role, shown = parse_role(options.role), options.shown or options.name
    with open_accounts(library_folder()) as accounts:
        accounts.people.refuse(options.name, role, options.email)
        password = None if options.no_password else _read_password(options, options.name, shown)
        person = accounts.add(options.name, shown, role, options.group, password, options.email)
        first = len(accounts.list_all()) == 1
    note(person.name)
    note_how(role, *sorted(person.groups))
    print(f"Đã thêm tài khoản:\n{_say(person)}")
    if first:
        print(
            "Từ nay phải đăng nhập. Hãy khởi động lại trang web, rồi thêm người khác: python -m ingest account add TÊN"
        )
    return 0


def _set_role(options: argparse.Namespace) -> int:
    role = parse_role(options.role)
    with _open() as accounts:
        person = accounts.change(options.name, role=role)
    note_how(role)
    return _show(person, "Đã giao vai trò, có hiệu lực ngay")


def _group(options: argparse.Namespace) -> int:
    with _open() as accounts:
        if options.name is None:
            if options.join or options.leave:
                raise UsageError("Chưa nói của ai. Ví dụ: python -m ingest account group TÊN --add NHÓM")
            return _list_groups(accounts)
        if both := {one.casefold() for one in options.join} & {one.casefold() for one in options.leave}:
            raise UsageError(f"“{min(both)}” vừa thêm vừa bớt. Hãy chọn một.")
        accounts.join(options.name, options.join)
        person = accounts.leave(options.name, options.leave)
    note_how(*(f"+{one}" for one in options.join), *(f"-{one}" for one in options.leave))
    return _show(person, "Nay là")


def _list_groups(accounts: Accounts) -> int:
    groups = accounts.list_groups()
    for name, people in groups.items():
        print(f"{name}: {', '.join(people)}")
    print(
        f"{len(groups)} nhóm."
        if groups
        else 'Chưa có nhóm nào. Đưa một người vào nhóm: python -m ingest account group TÊN --add "NHÓM"'
    )
    return 0


def _set_password(options: argparse.Namespace) -> int:
    with _open() as accounts:
        person = accounts.find(options.name)
        accounts.set_password(person.name, _read_password(options, person.name, person.shown))
    print(f"Đã đặt mật khẩu mới cho “{person.name}”; mọi phiên cũ đã kết thúc. Hãy báo người ấy đăng nhập lại.")
    return 0


def _suspend(options: argparse.Namespace) -> int:
    with _open() as accounts:
        person = accounts.change(options.name, suspended=True)
    print(f"Đã tạm dừng “{person.name}”. Mở lại bằng: python -m ingest account resume {person.name}")
    return 0


def _resume(options: argparse.Namespace) -> int:
    with _open() as accounts:
        person = accounts.change(options.name, suspended=False)
    return _show(person, "Đăng nhập lại được")


def _set_email(options: argparse.Namespace) -> int:
    with _open() as accounts:
        person = accounts.change(options.name, email=options.email)
    return _show(person, "Nay là")


def _show(person: Person, words: str) -> int:
    print(f"{words}:\n{_say(person)}")
    return 0


def _remove(options: argparse.Namespace) -> int:
    with _open() as accounts:
        person = accounts.find(options.name)
        accounts.remove(person.name)
    print(
        f"Đã xóa tài khoản “{person.name}”. Lịch sử, phiếu của người ấy vẫn nằm trong máy theo tên này: "
        "đừng đặt lại tên này cho người khác."
    )
    return 0


def _sessions(options: argparse.Namespace) -> int:
    with _open() as accounts:
        if options.end:
            if options.name is None:
                raise UsageError("Chưa nói của ai. Ví dụ: python -m ingest account sessions TÊN --end")
            ended = accounts.end_sessions(options.name)
            print(f"Đã kết thúc {ended} phiên của “{options.name}”; muốn vào tiếp thì phải đăng nhập lại.")
            return 0
        name = accounts.find(options.name).name if options.name else None
        found = [one for one in accounts.list_sessions() if name in (None, one.name)]
    for one in found:
        begun, seen = one.begun.astimezone(), one.seen.astimezone()
        print(f"{one.name}  từ {describe_day(begun)} {begun:%H:%M}, gần nhất {seen:%H:%M}, {one.source}")
    print(f"{len(found)} phiên đang mở. Kết thúc mọi phiên của một người: python -m ingest account sessions TÊN --end")
    return 0
