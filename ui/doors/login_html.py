"""The pages of logging in, out, and of changing a password: plain HTML without a script, in the dress of the others."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from urllib.parse import urlencode

from starlette.responses import HTMLResponse

from ingest.accounts.passwords import LONGEST, SHORTEST
from ingest.language import LANGUAGES, current_language, tr
from ui.doors.addresses import ICON, LANGUAGE, LOG_IN, LOG_OUT, OFFICE, PASSWORD, STYLE, WAY
from ui.speaking import NAMES
from ui.verbatim import Html, element, escape, join

POLICY = (
    "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
_LONGEST_NAME = 64
_DRESS = Path(__file__).with_name("login.css")
_COLOURS = re.compile(r":root \{[^}]*\}")
_ALERT = "thong-bao"
_NOTHING = Html("")


def respond(page: Html, status: int = 200, headers: Mapping[str, str] | None = None) -> HTMLResponse:
    """The page as an answer, that may load its own style and nothing else."""
    return HTMLResponse(page, status, {"Content-Security-Policy": POLICY, **(headers or {})})


@cache
def read_style() -> str:
    """The style sheet of these pages; its colours are those of the others."""
    colours = _COLOURS.search(_DRESS.parent.with_name("style.css").read_text(encoding="utf-8"))
    return f"{colours.group() if colours else ''}\n{_DRESS.read_text(encoding='utf-8')}"


def draw_log_in(
    way: str, name: str = "", failed: str | None = None, told: str | None = None, office: bool = False
) -> Html:
    """The page of logging in.

    Args:
        way: Where to go then.
        name: As it was typed before.
        failed: Why it did not work, in words.
        told: What has happened before.
        office: Whether the office has a log-in of its own.
    """
    form = _form(
        LOG_IN,
        tr("Đăng nhập"),
        _field(
            "ten", tr("Tên đăng nhập"), "username", value=name, first=not name, failed=failed, longest=_LONGEST_NAME
        ),
        _field("mat-khau", tr("Mật khẩu"), "current-password", secret=True, first=bool(name), failed=failed),
        _hidden(WAY, way),
    )
    forgotten = tr("Quên mật khẩu, hoặc chưa có tài khoản? Hãy hỏi người quản trị Vankien ở cơ quan.")
    return _page(
        tr("Đăng nhập"),
        _notice(failed, told),
        form,
        element(
            "p", _link(f"{OFFICE}?{urlencode({WAY: way})}", tr("Đăng nhập bằng tài khoản cơ quan")), class_="vk-co-quan"
        )
        if office
        else _NOTHING,
        element("p", escape(forgotten), class_="vk-phu"),
        _other_language(LOG_IN, {WAY: way}),
    )


def draw_password(shown: str, failed: str | None = None, done: bool = False) -> Html:
    """The page on which somebody called *shown* changes the password."""
    told = (
        tr("Đã đổi mật khẩu. Những nơi khác đang đăng nhập bằng mật khẩu cũ đều phải đăng nhập lại.") if done else None
    )
    form = _form(
        PASSWORD,
        tr("Đổi mật khẩu"),
        _field("cu", tr("Mật khẩu đang dùng"), "current-password", secret=True, first=True, failed=failed),
        _field(
            "moi", tr("Mật khẩu mới, ít nhất {count} ký tự", count=SHORTEST), "new-password", secret=True, failed=failed
        ),
        _field("lai", tr("Gõ lại mật khẩu mới"), "new-password", secret=True, failed=failed),
    )
    return _page(
        tr("Đổi mật khẩu"),
        _notice(failed, told),
        element("p", escape(tr("Tài khoản: {name}", name=shown))),
        form,
        element("p", _link("/", tr("Về trang đầu"))),
        _other_language(PASSWORD, {}),
    )


def draw_log_out(shown: str) -> Html:
    """The page on which somebody called *shown* logs out."""
    return _page(
        tr("Đăng xuất"),
        element("p", escape(tr("Tài khoản: {name}", name=shown))),
        _form(LOG_OUT, tr("Đăng xuất")),
        element("p", _link("/", tr("Về trang đầu"))),
        _other_language(LOG_OUT, {}),
    )


def draw_unknown() -> Html:
    """What is said to whom the office knows and Vankien does not."""
    words = "Tài khoản cơ quan này chưa được cấp quyền. Hãy nhờ người quản trị Vankien ở cơ quan cấp quyền."
    return _page(
        tr("Chưa được cấp quyền"),
        _notice(tr(words), None),
        element("p", _link(LOG_IN, tr("Về trang đăng nhập"))),
    )


def draw_passing(address: str) -> Html:
    """What opens *address* once more, by this site itself."""
    again = _void("meta", http_equiv="refresh", content=f"0;url={address}")
    return _page("Vankien", element("p", _link(address, tr("Mở trang"))), head=again)


def _page(title: str, *inside: Html, head: Html = _NOTHING) -> Html:
    named = title if title == "Vankien" else f"{title} – Vankien"
    top = join(
        [
            _void("meta", charset="utf-8"),
            _void("meta", name="viewport", content="width=device-width, initial-scale=1"),
            _void("meta", name="color-scheme", content="light dark"),
            element("title", escape(named)),
            _void("link", rel="stylesheet", href=STYLE),
            _void("link", rel="icon", href=ICON, type="image/svg+xml"),
            head,
        ]
    )
    brand = element(
        "p", _void("img", src=ICON, alt="", width="28", height="28"), escape("Vankien"), class_="vk-hieu-ten"
    )
    body = element("body", element("main", brand, element("h1", escape(title)), *inside))
    return Html("<!DOCTYPE html>" + element("html", element("head", top), body, lang=current_language()))


def _notice(failed: str | None, told: str | None) -> Html:
    if failed is not None:
        return element("div", escape(failed), class_="vk-loi", role="alert", id=_ALERT)
    return element("div", escape(told), class_="vk-bao", role="status") if told is not None else _NOTHING


def _form(address: str, press: str, *fields: Html) -> Html:
    button = element("button", escape(press), type="submit")
    return element("form", *fields, button, method="post", action=address, accept_charset="utf-8")


def _field(  # noqa: PLR0913  # each is an attribute of the field
    name: str,
    label: str,
    kind: str,
    *,
    value: str = "",
    secret: bool = False,
    first: bool = False,
    failed: str | None = None,
    longest: int = LONGEST,
) -> Html:
    field = _void(
        "input",
        id=name,
        name=name,
        type="password" if secret else "text",
        value=value or None,
        autocomplete=kind,
        autocapitalize="none",
        spellcheck="false",
        maxlength=str(longest),
        required="",
        autofocus="" if first else None,
        aria_describedby=_ALERT if failed is not None else None,
        aria_invalid="true" if failed is not None else None,
    )
    return element("p", element("label", escape(label), for_=name), field, class_="vk-o")


def _hidden(name: str, value: str) -> Html:
    return _void("input", type="hidden", name=name, value=value)


def _link(address: str, words: str, lang: str | None = None) -> Html:
    return element("a", escape(words), href=address, lang=lang, hreflang=lang)


def _other_language(address: str, query: Mapping[str, str]) -> Html:
    (other,) = (one for one in LANGUAGES if one != current_language())
    return element(
        "p", _link(f"{address}?{urlencode({**query, LANGUAGE: other})}", NAMES[other], other), class_="vk-tieng"
    )


def _void(tag: str, **attributes: str | None) -> Html:
    """An element that holds nothing and is not closed."""
    return Html(element(tag, **attributes).removesuffix(f"</{tag}>"))
