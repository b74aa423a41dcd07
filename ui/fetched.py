"""Fetching on the pages: who will be asked, the press that starts it, how far it is, what became of each document."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import streamlit as st

from ingest.describe_record import call_record
from ingest.errors import ForbiddenError, OfflineError
from ingest.fetch_rules import Rules, hosts_of, say_before
from ingest.language import tr
from ingest.records import Record
from ingest.retelling import retell
from ui import services
from ui.fetching import State, TextFetcher
from ui.frame import READ, draw, draw_aside, draw_notice, draw_way_to_adding
from ui.pressing import pressed
from ui.verbatim import element, escape
from ui.visitor import current_visitor, require

if TYPE_CHECKING:
    from ingest.fetching import Got, Tried

NO_ADDRESS = (
    "Danh mục chưa biết nơi tải văn bản này. Hãy tìm tệp nguyên văn (hỏi văn thư hoặc cơ quan ban hành) rồi thêm ở "
    "trang Thư viện."
)
BY_HAND = "Hãy tải tệp bằng trình duyệt rồi thêm ở trang Thư viện."
ELSEWHERE = "Hãy tải tệp ở máy có mạng, chép sang rồi thêm ở trang Thư viện."
BY_LIBRARIANS = "Chỉ thủ thư được tải văn bản về thư viện. Hãy nhờ thủ thư của cơ quan."
_NOT_FETCHED = "{name}: chưa tải được."
_NO_NETWORK = "{name}: chưa tải được, máy này có thể không có mạng ({tries})."
_SET_ASIDE = "{host} cho {gave}, không đưa vào thư viện. {differences}. Tệp để riêng tại {place}"
_INDEXED_SOON = "Văn bản mới đang được lập chỉ mục; hỏi được sau ít phút."


def draw_way(records: Sequence[Record], rules: Rules, fetcher: TextFetcher, words: str) -> None:
    """Who will be asked and what leaves the machine, and below it the press that starts, labelled *words*.

    Where the owner forbids it, or no address is known, that is said and there is nothing to press.
    """
    wanted = [record for record in records if record.addresses]
    if not wanted:
        draw_aside(tr(NO_ADDRESS))
        return
    draw_aside(say_before(rules, [one for record in wanted for one in record.addresses]))
    if not current_visitor().may("librarian"):
        draw_aside(tr(BY_LIBRARIANS))
    elif rules.allowed:
        asked = all(map(fetcher.state.is_asked_for, wanted))
        st.button(words, type="primary", disabled=asked, on_click=start_fetching, args=(fetcher, wanted), key="vk-tai")


@pressed
def start_fetching(fetcher: TextFetcher, wanted: Sequence[Record]) -> None:
    """Want the texts, in the language of whoever presses."""
    require("librarian")
    fetcher.want(wanted)


def draw_progress(state: State, fetcher: TextFetcher) -> None:
    """What is being fetched, from where, and how many wait; nothing where nothing is, or to whom may not fetch: it may
    be cited by what is kept from him.
    """
    if not current_visitor().may("librarian"):
        return
    if state.failure:
        draw_notice(state.failure, "vk-loi")
    if state.now is None:
        return
    hosts = ", ".join(hosts_of(state.now.addresses))
    told = [tr("Đang tải {name} từ {hosts}, có thể mất vài phút.", name=state.now.name, hosts=hosts)]
    if state.waiting:
        told.append(tr("Còn {count} văn bản đang chờ.", count=len(state.waiting)))
    draw_notice(" ".join((*told, tr("Trang vẫn dùng được."))))
    if state.waiting:
        st.button(tr("Dừng, không tải các văn bản đang chờ"), on_click=stop_fetching, args=(fetcher,))


@pressed
def stop_fetching(fetcher: TextFetcher) -> None:
    """Fetch no more than what is being fetched."""
    require("librarian")
    fetcher.stop()


def draw_done(done: Sequence[Got]) -> None:
    """What became of each, those that came first, with the way to their texts; told to those who may fetch.

    What came and was kept from him since is told to nobody else.
    """
    if not done or not current_visitor().may("librarian"):
        return
    seen = services.find_records(got.added.document_id for got in done if got.added)
    done = [got for got in done if got.added is None or got.added.document_id in seen]
    for place, got in enumerate(sorted(done, key=lambda one: one.added is None), start=1):
        with st.container(key=f"vk-doan-tai-{place}", border=True):
            draw(element("div", escape(say_got(got)), class_="vk-phu" if got.added else "vk-canh-bao"))
            if got.added:
                query = {"doc": got.added.document_id}
                st.page_link(READ, label=tr("Mở văn bản"), icon=":material/menu_book:", query_params=query)
            else:
                draw_way_to_adding(tr("Thêm tệp vào thư viện"))
    if any(got.added for got in done):
        services.build_if_needed()
        draw_aside(tr(_INDEXED_SOON))


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
        return tr("{name}: đã tải và thêm vào thư viện; khớp với mọi điều danh mục biết.", name=name)
    if not got.tried:
        return f"{tr(_NOT_FETCHED, name=name)} {tr(NO_ADDRESS)}"
    errors = [one.error for one in got.tried]
    if shut := next((error for error in errors if isinstance(error, ForbiddenError)), None):
        return f"{tr('{name}: chưa tải: {why}.', name=name, why=retell(shut.why))} {tr(ELSEWHERE)}"
    if all(isinstance(error, OfflineError) for error in errors):
        told = tr(_NO_NETWORK, name=name, tries=", ".join(_say_tries(got.tried)))
        return f"{told} {tr(ELSEWHERE)}"
    return "\n".join([tr(_NOT_FETCHED, name=name), *(f"– {line}." for line in _say_tries(got.tried)), tr(BY_HAND)])


def _say_tries(tried: Sequence[Tried]) -> Iterator[str]:
    """Each answer once: the secure form of an address and the plain one mostly give the same."""
    yield from dict.fromkeys(map(_say_try, tried))


def _say_try(tried: Tried) -> str:
    host = urlsplit(tried.address).hostname
    if tried.error:
        return f"{host}: {retell(tried.error.why)}"
    differences = "; ".join(map(str, tried.differences))
    place = tried.kept_at
    return tr(_SET_ASIDE, host=host, gave=tried.gave, differences=differences, place=place)
