"""Who has logged in, told below every page, with the ways to another password and out."""

from __future__ import annotations

from ingest.accounts.values import say_role
from ingest.language import tr
from ui.doors.addresses import LOG_OUT, PASSWORD
from ui.frame import draw
from ui.verbatim import element, escape
from ui.visitor import current_visitor


def draw_visitor() -> None:
    """Below every page who has logged in, as what, and the ways to another password and out; else nothing."""
    person = current_visitor().person
    if person is None:
        return
    ways = (
        element("a", escape(tr(words)), href=address, target="_self")
        for words, address in (("Đổi mật khẩu", PASSWORD), ("Đăng xuất", LOG_OUT))
    )
    said = element("span", escape(f"{person.shown} ({say_role(person.role)})"))
    draw(element("nav", said, *ways, class_="vk-nguoi-dung", aria_label=tr("Tài khoản")))
