"""Fetching on the pages: who will be asked, the press that starts it, how far it is, what became of each document."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import streamlit as st

from ingest.describe_record import call_record
from ingest.errors import ForbiddenError, OfflineError
from ingest.fetch_rules import Rules, hosts_of, say_before
from ingest.records import Record
from ui import services
from ui.fetching import State, TextFetcher
from ui.frame import ADD, READ, draw, draw_aside, draw_notice
from ui.verbatim import element, escape

if TYPE_CHECKING:
    from ingest.fetching import Got, Tried

NO_ADDRESS = (
    "Danh mục chưa biết nơi tải văn bản này. Hãy tìm tệp nguyên văn (hỏi văn thư hoặc cơ quan ban hành) rồi thêm ở "
    "trang Thêm văn bản."
)
BY_HAND = "Hãy tải tệp bằng trình duyệt rồi thêm ở trang Thêm văn bản."
ELSEWHERE = "Hãy tải tệp ở máy có mạng, chép sang rồi thêm ở trang Thêm văn bản."
_INDEXED_SOON = "Văn bản mới đang được lập chỉ mục; hỏi được sau ít phút."


def draw_way(records: Sequence[Record], rules: Rules, fetcher: TextFetcher, words: str) -> None:
    """Who will be asked and what leaves the machine, and below it the press that starts, labelled *words*.

    Where the owner forbids it, or no address is known, that is said and there is nothing to press.
    """
    wanted = [record for record in records if record.addresses]
    if not wanted:
        draw_aside(NO_ADDRESS)
        return
    draw_aside(say_before(rules, [one for record in wanted for one in record.addresses]))
    if rules.allowed:
        asked = all(map(fetcher.state.is_asked_for, wanted))
        st.button(words, type="primary", disabled=asked, on_click=fetcher.want, args=(wanted,), key="vk-tai")


def draw_progress(state: State, fetcher: TextFetcher) -> None:
    """What is being fetched, from where, and how many wait; nothing where nothing is."""
    if state.failure:
        draw_notice(state.failure, "vk-loi")
    if state.now is None:
        return
    waiting = f" Còn {len(state.waiting)} văn bản đang chờ." if state.waiting else ""
    hosts = ", ".join(hosts_of(state.now.addresses))
    draw_notice(f"Đang tải {state.now.name} từ {hosts}, có thể mất vài phút.{waiting} Trang vẫn dùng được.")
    if state.waiting:
        st.button("Dừng, không tải các văn bản đang chờ", on_click=fetcher.stop)


def draw_done(done: Sequence[Got]) -> None:
    """What became of each, those that came first; with the way to their texts."""
    for place, got in enumerate(sorted(done, key=lambda one: one.added is None), start=1):
        with st.container(key=f"vk-doan-tai-{place}", border=True):
            draw(element("div", escape(say_got(got)), class_="vk-phu" if got.added else "vk-canh-bao"))
            if got.added:
                query = {"doc": got.added.document_id}
                st.page_link(READ, label="Mở văn bản", icon=":material/menu_book:", query_params=query)
            else:
                st.page_link(ADD, label="Sang trang Thêm văn bản", icon=":material/upload_file:")
    if any(got.added for got in done):
        services.build_if_needed()
        draw_aside(_INDEXED_SOON)


def follow(state: State, fetcher: TextFetcher) -> None:
    """While something is fetched, draw the page anew whenever that has moved on. Comes last on the page."""
    if not state.running:
        return
    while fetcher.state == state:
        fetcher.wait(1)
    st.rerun()


def say_got(got: Got) -> str:
    """What became of one document, a line for each way it was tried, and the next step."""
    name = call_record(got.record)
    if got.added:
        return f"{name}: đã tải và thêm vào thư viện; khớp với mọi điều danh mục biết."
    if not got.tried:
        return f"{name}: chưa tải được. {NO_ADDRESS}"
    errors = [one.error for one in got.tried]
    if shut := next((error for error in errors if isinstance(error, ForbiddenError)), None):
        return f"{name}: chưa tải: {shut.why}. {ELSEWHERE}"
    if all(isinstance(error, OfflineError) for error in errors):
        return f"{name}: chưa tải được, máy này có thể không có mạng ({', '.join(_say_tries(got.tried))}). {ELSEWHERE}"
    return "\n".join([f"{name}: chưa tải được.", *(f"– {line}." for line in _say_tries(got.tried)), BY_HAND])


def _say_tries(tried: Sequence[Tried]) -> Iterator[str]:
    """Each answer once: the secure form of an address and the plain one mostly give the same."""
    yield from dict.fromkeys(map(_say_try, tried))


def _say_try(tried: Tried) -> str:
    host = urlsplit(tried.address).hostname
    if tried.error:
        return f"{host}: {tried.error.why}"
    differences = "; ".join(map(str, tried.differences))
    return f"{host} cho {tried.gave}, không đưa vào thư viện. {differences}. Tệp để riêng tại {tried.kept_at}"
