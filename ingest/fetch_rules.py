"""How far a fetch may go on this machine: what its owner has set, and limits of our own."""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

from ingest.language import tr
from ingest.owner import Proxy, load_way_out
from ingest.records import PORTALS

HOSTS_VARIABLE = "VANKIEN_FETCH_HOSTS"
"""Environment: hosts, separated by commas, that may also lie in the office's own network: ``"vanban.tinh.local"``."""
_NO_NETWORK = (
    "Người phụ trách máy không cho Vankien dùng mạng, nên không tải được từ đây. Hãy tải tệp ở máy có mạng, chép sang "
    "rồi thêm ở trang Thư viện."
)
_ASKED = (
    "Khi bấm tải, máy này hỏi: {hosts}{through} (trang ấy có thể chuyển tiếp sang một cổng văn bản khác). Chỉ địa chỉ "
    "của văn bản và tên chương trình được gửi đi; câu hỏi và văn bản trong thư viện không rời máy này."
)


@dataclass(frozen=True, slots=True)
class Rules:
    """How far a fetch may go.

    Attributes:
        allowed: Whether anything may be asked at all.
        proxy: The office's way out; hosts of the owner are asked without it.
        own_hosts: Hosts that may have a private address, because the owner said so.
        domains: Only hosts of these and those of the owner are asked; ``None``: any public host.
        pause_s: Least time between two requests to one host.
        connect_s: For a connection to stand.
        read_s: For the next bytes to come.
        whole_s: For one file to come whole.
        most_bytes: Of one file, unpacked.
        redirects: Followed at most.
        tries: Of one request that the server cannot serve just now.
        backoff_s: Before the second try; doubled before each further one.
    """

    allowed: bool = True
    proxy: Proxy | None = field(default=None, repr=False)
    own_hosts: frozenset[str] = frozenset()
    domains: tuple[str, ...] | None = None
    pause_s: float = 1.0
    connect_s: float = 10.0
    read_s: float = 30.0
    whole_s: float = 300.0
    most_bytes: int = 100 * 1024**2
    redirects: int = 5
    tries: int = 3
    backoff_s: float = 1.0


def load_rules(home: Path) -> Rules:
    """The rules for the catalogue's portals, with what the owner has set in the settings of *home* and the environment.

    Raises:
        UsageError: If one of the settings says what cannot be.
    """
    way = load_way_out(home)
    named = os.environ.get(HOSTS_VARIABLE, "").split(",")
    own_hosts = frozenset(name.strip().lower() for name in named if name.strip())
    return Rules(way.allowed, way.proxy, own_hosts, PORTALS)


def hosts_of(addresses: Iterable[str]) -> list[str]:
    """The hosts that *addresses* name, each once, in their order."""
    return list(dict.fromkeys(host for one in addresses if (host := urlsplit(one).hostname)))


def say_before(rules: Rules, addresses: Iterable[str]) -> str:
    """What a person should know before a fetch: who will be asked, and that nothing else leaves; or why nobody will."""
    if not rules.allowed:
        return tr(_NO_NETWORK)
    through = tr(", qua máy chủ trung gian {name} của cơ quan", name=rules.proxy.name) if rules.proxy else ""
    return tr(_ASKED, hosts=", ".join(hosts_of(addresses)), through=through)
