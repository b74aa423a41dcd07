"""Whether the program may start as it is configured: nobody can reach it, or everybody logs in."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from ipaddress import IPv6Address, ip_address

from streamlit import config

from ingest.errors import AppError
from ingest.language import tr
from ui.doors import office
from ui.doors.host import find_allowed_names
from ui.doors.people import People

REFUSED = 3
"""The exit code."""
_ALL = "0.0.0.0 và [::] (mọi địa chỉ của máy)"
_NO_ACCOUNTS = (
    "Vankien không khởi động: máy khác có thể tới {where}, mà chưa có tài khoản nào nên ai cũng vào được. "
    "Hãy thêm tài khoản quản trị: python -m ingest account add TÊN --role administrator. "
    "Nếu chỉ dùng trên máy này, hãy để address là 127.0.0.1 và allowedHosts chỉ gồm 127.0.0.1, localhost "
    "trong tệp .streamlit/config.toml."
)
_ANY_NAME = (
    'Vankien không khởi động: mục allowedHosts có dấu "*", tức là mọi tên máy. Hãy ghi rõ tên mà cơ quan dùng để mở '
    "Vankien trong tệp .streamlit/config.toml, ví dụ: vankien.coquan.vn"
)
_IN_CLEAR = (
    "Cảnh báo: chưa đặt sslCertFile và sslKeyFile nên mật khẩu và văn bản đi qua mạng không được mã hóa. "
    "Hãy đặt hai mục đó trong tệp .streamlit/config.toml, hoặc để address là 127.0.0.1 và đặt Vankien sau một máy chủ "
    "trung gian có HTTPS."
)


def is_loopback(host: str | None) -> bool:
    """Whether *host*, a name or an address, is this machine alone; none at all is every address it has.

    >>> is_loopback("127.0.0.2"), is_loopback("localhost."), is_loopback("0.0.0.0"), is_loopback(None)
    (True, True, False, False)
    """
    name = (host or "").strip().lower().rstrip(".").removeprefix("[").removesuffix("]")
    try:
        address = ip_address(name)
    except ValueError:
        return name == "localhost" or name.endswith(".localhost")
    inner = address.ipv4_mapped if isinstance(address, IPv6Address) else None
    return (inner or address).is_loopback


def find_reach(address: str | None, names: Sequence[str]) -> str | None:
    """How others can come to a server at *address* that answers to *names*, in words; nothing if they cannot."""
    if not is_loopback(address):
        return address if address and address not in {"0.0.0.0", "::"} else tr(_ALL)  # noqa: S104  # compared, not bound
    return next((name for name in names if not is_loopback(name)), None)


def check_start(people: People) -> bool:
    """Whether everybody has to log in, with accounts or without: others can reach this machine, or the office lets in.

    Ends the program with words and without a traceback where strangers would come in.
    """
    try:
        return _must_log_in(people)
    except AppError as error:
        print(error, file=sys.stderr)
        raise SystemExit(REFUSED) from None


class OpenError(AppError):
    """The program would be open to strangers, or is configured in part."""

    exit_code = REFUSED


def _must_log_in(people: People) -> bool:
    names = find_allowed_names()
    if "*" in names:
        raise OpenError(tr(_ANY_NAME))
    if fault := office.find_fault():
        raise OpenError(fault)
    address = config.get_option("server.address")
    reach = find_reach(address, names)
    if reach is not None and not office.has_office_login() and not people.exist():
        raise OpenError(tr(_NO_ACCOUNTS, where=reach))
    if not is_loopback(address) and not config.get_option("server.sslCertFile"):
        print(tr(_IN_CLEAR), file=sys.stderr)
    return reach is not None or office.has_office_login()
