"""What the owner of this machine has written down: the file of settings beside the library, and the way out of it."""

from __future__ import annotations

import os
import tomllib
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar
from urllib.parse import unquote, urlsplit

from ingest.errors import UsageError
from ingest.language import tr
from ingest.system import explain

SETTINGS_FILE = "settings.toml"
KEYS = frozenset({"model", "reranker", "network", "proxy", "audit_questions"})
NETWORK_VARIABLE, PROXY_VARIABLE = "VANKIEN_NETWORK", "VANKIEN_PROXY"
_PROXY_FORM = "http://may-chu:3128"
_Value = TypeVar("_Value")


def read_owner_file(home: Path) -> dict[str, str]:
    """The settings in the library's folder; none where there is no file.

    Raises:
        UsageError: If the file cannot be read, is not TOML, or has a key we do not know.
    """
    file = home / SETTINGS_FILE
    try:
        stored = tomllib.loads(file.read_text(encoding="utf-8"))
    except (FileNotFoundError, NotADirectoryError):  # the library, opened later, says what is wrong with its folder
        return {}
    except OSError as error:
        advice = tr("Hãy sửa quyền hoặc tên tệp, hoặc chọn thư mục khác bằng VANKIEN_HOME.")
        raise UsageError(
            tr("Tệp cài đặt {file} không đọc được: {why}. {advice}", file=file, why=explain(error), advice=advice)
        ) from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise UsageError(
            tr("Tệp cài đặt {file} không đọc được ({error}). Hãy sửa lại theo dạng TOML.", file=file, error=error)
        ) from error
    unknown = sorted(set(stored) - KEYS)
    if unknown:
        words = "Tệp cài đặt {file} có mục lạ: {unknown}. Các mục dùng được: {known}."
        raise UsageError(tr(words, file=file, unknown=", ".join(unknown), known=", ".join(sorted(KEYS))))
    wrong = sorted(key for key, value in stored.items() if not isinstance(value, str) or not value)
    if wrong:
        words = "Tệp cài đặt {file}: mục {keys} phải là một chuỗi chữ. Hãy sửa lại."
        raise UsageError(tr(words, file=file, keys=", ".join(wrong)))
    return stored


@dataclass(frozen=True, slots=True)
class Proxy:
    """The office's machine through which others leave its network.

    Attributes:
        login: Name and password, ``"ten:mat-khau"``; empty where it asks for none. Never to be shown.
    """

    host: str
    port: int
    login: str = field(default="", repr=False)

    @property
    def name(self) -> str:
        """What may be shown of it."""
        return f"{self.host}:{self.port}"


@dataclass(frozen=True, slots=True)
class WayOut:
    """How this machine may leave the office, as its owner has set it.

    Attributes:
        allowed: Whether anything may be asked of the network at all.
        proxy: The one way there, if there is one.
    """

    allowed: bool = True
    proxy: Proxy | None = None


def load_way_out(home: Path) -> WayOut:
    """``network`` and ``proxy`` of the settings in *home*, and ``VANKIEN_NETWORK`` and ``VANKIEN_PROXY``.

    Who forbids has the last word, be it the file or the environment; the proxy of the environment goes before that of
    the file. What other programs read, as ``HTTPS_PROXY``, is not looked at: nobody set it for Vankien.

    Raises:
        UsageError: If one of them says what cannot be.
    """
    stored = read_owner_file(home)
    allowed = all(
        _read(source, said, _read_switch)
        for source, said in (("network", stored.get("network")), (NETWORK_VARIABLE, os.environ.get(NETWORK_VARIABLE)))
        if said
    )
    found = os.environ.get(PROXY_VARIABLE)
    source, said = (PROXY_VARIABLE, found) if found else ("proxy", stored.get("proxy"))
    return WayOut(allowed, _read(source, said, _read_proxy) if said else None)


def audits_questions(home: Path) -> bool:
    """``audit_questions`` of the settings in *home*: whether the log of acts may hold the words of questions.

    Raises:
        UsageError: If it says what cannot be.
    """
    said = read_owner_file(home).get("audit_questions")
    return bool(said) and _read("audit_questions", said or "", _read_switch)


def _read(source: str, said: str, read: Callable[[str], _Value]) -> _Value:
    try:
        return read(said)
    except ValueError as error:
        words = "Cài đặt {setting} viết sai: {why}. Hãy sửa lại."
        raise UsageError(tr(words, setting=source, why=error)) from error


def _read_switch(said: str) -> bool:
    if said not in ("on", "off"):
        raise ValueError(tr('chỉ nhận "on" hoặc "off"'))
    return said == "on"


def _read_proxy(said: str) -> Proxy:
    wrong = tr("cần dạng {form}, có thể kèm tên:mật-khẩu@ trước tên máy", form=_PROXY_FORM)
    try:
        parts = urlsplit(said)
        port = parts.port
    except ValueError:
        raise ValueError(wrong) from None
    if parts.scheme != "http" or not parts.hostname or not port or parts.path.strip("/") or parts.query:
        raise ValueError(wrong)
    login = f"{unquote(parts.username)}:{unquote(parts.password or '')}" if parts.username else ""
    return Proxy(parts.hostname, port, login)
