"""Adding on page Thư viện: files dropped on the page into the library, and what became of each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from ingest.adding import Outcome
from ingest.console import make_printable
from ingest.describe_adding import find_status, has_changed, say_outcome
from ingest.errors import RefusedError
from ingest.language import tr
from ingest.retelling import retell
from ingest.store import Collection
from ui import services
from ui.frame import ASK, READ, draw, draw_aside, draw_notice, draw_way_to_correcting, draw_way_to_missing
from ui.steps import say_on_page
from ui.taking import Taking, name_documents
from ui.verbatim import Html, element, escape
from ui.words import escape_label

KINDS = (
    "Nhận PDF, bản quét và ảnh chụp, Word (DOCX, DOC, RTF), Excel, trang web đã lưu, văn bản thuần, tệp nén ZIP. "
    "Tệp được đọc và lưu ngay trên máy này, không gửi đi đâu."
)
NONE_CHOSEN = "Chưa chọn tệp nào. Hãy kéo tệp vào khung trên, hoặc bấm Chọn tệp."
GOES_ON = "Có thể rời trang này, hoặc hỏi và đọc ở trang khác: việc thêm vẫn chạy tiếp."
INDEXED = "Đã lập chỉ mục, hỏi được ngay."
FOR_GROUPS = "chỉ dành cho một số nhóm"
_MARKED = "Trang này không nhận văn bản mật. Nếu máy này được phép lưu, hãy nhờ người phụ trách máy thêm ở cửa sổ lệnh."
_DROP = "vk-lan-them"
_TROUBLES = ("failed", "refused")
_LAST_SHOWN = 5  # of the files that are done, while others are read
_CARDS = 20  # files told one by one; the others in a folded list


def draw_adding(collections: Sequence[Collection]) -> None:
    """The place to drop files, and below it what became of those dropped last.

    Args:
        collections: That they may be laid into as they come.
    """
    taking: Taking | None = st.session_state.get(_DROP)
    if taking is not None and taking.running:
        _follow(taking)
        st.rerun()
    draw_aside(tr(KINDS))
    with st.form("vk-them-tep", clear_on_submit=True, border=False):
        files = st.file_uploader(tr("Tệp cần thêm"), accept_multiple_files=True, label_visibility="collapsed")
        into = _choose_collection(collections)
        sent = st.form_submit_button(tr("Thêm vào thư viện"), type="primary")
    if sent:
        st.session_state.pop(_DROP, None)
        if not files:
            draw_notice(tr(NONE_CHOSEN), "vk-canh-bao")
            return
        started = Taking([(file.name, file.getvalue()) for file in files], into)
        started.start()
        st.session_state[_DROP] = started
        st.rerun()
    news = _draw_done(taking) if taking is not None else None
    draw_way_to_missing()
    if news and taking and has_changed(taking.outcomes):
        tell_indexing(news)


def _choose_collection(collections: Sequence[Collection]) -> str | None:
    """The one that all of them are laid into; nothing is asked where there is none."""
    if not collections:
        return None
    names = {one.name: say_collection(one) for one in collections}
    chosen = st.selectbox(
        tr("Xếp ngay vào bộ sưu tập"), ["", *names], format_func=lambda name: names.get(name) or tr("Không xếp")
    )
    return chosen or None


def say_collection(one: Collection) -> str:
    """Its name, and that not everybody sees it."""
    return f"{one.name} ({tr(FOR_GROUPS)})" if one.restricted else one.name


def _follow(taking: Taking) -> None:
    """How far it is, and the files that were done last, until all are."""
    bar, place = st.empty(), st.empty()
    draw_aside(tr(GOES_ON))
    while taking.running:
        progress = taking.progress
        words = tr("Đã xong {done}/{total}. {step}", done=progress.done, total=progress.total, step=progress.step)
        bar.progress(progress.fraction, escape_label(words))
        with place:
            draw(_lay_out_lines(taking.outcomes[-_LAST_SHOWN:]))
        taking.wait(0.3)


def _lay_out_lines(outcomes: Sequence[Outcome]) -> Html:
    names = name_documents(outcomes)
    return element("ul", *(element("li", escape(_say(one, names))) for one in outcomes), class_="vk-da-xong")


def _draw_done(taking: Taking) -> DeltaGenerator | None:
    if taking.failure:
        draw_notice(taking.failure, "vk-loi")
    return draw_outcomes(taking.outcomes) if taking.outcomes else None


def draw_outcomes(outcomes: Sequence[Outcome]) -> DeltaGenerator:
    """How many there are, then those in trouble, those to be checked, and the rest, each with the way to its text.

    Returns:
        Where to tell how far the index is.
    """
    troubled = [one for one in outcomes if find_status(one) in _TROUBLES]
    words = tr("Đã nhận {taken}/{total} tệp.", taken=len(outcomes) - len(troubled), total=len(outcomes))
    if troubled:
        words += " " + tr("{count} tệp chưa vào thư viện, xem lý do bên dưới.", count=len(troubled))
    draw_notice(words)
    ordered, names = sorted(outcomes, key=_worst_first), name_documents(outcomes)
    for place, one in enumerate(ordered[:_CARDS], start=1):
        with st.container(key=f"vk-doan-them-{place}", border=True):
            css = "vk-canh-bao" if find_status(one) in _TROUBLES or one.doubts else "vk-phu"
            draw(element("div", escape(_say(one, names)), class_=css))
            if one.added:
                query = {"doc": one.added.document_id}
                label = tr("Mở bản đang dùng") if find_status(one) == "earlier" else tr("Mở văn bản")
                with st.container(horizontal=True, key=f"vk-duong-di-{place}"):
                    st.page_link(READ, label=label, icon=":material/menu_book:", query_params=query)
                    draw_way_to_correcting(one.added.document_id)
    if rest := ordered[_CARDS:]:
        with st.expander(tr("Xem thêm {count} tệp", count=len(rest))):
            draw(_lay_out_lines(rest))
    news = st.empty()
    if has_changed(outcomes):
        st.page_link(ASK, label=tr("Sang trang Hỏi đáp"), icon=":material/forum:")
    return news


def tell_indexing(news: DeltaGenerator) -> None:
    """Say in *news* how far the index of what was added is, until it is done; comes last, as it stays in this run."""
    builder = services.build_if_needed()
    while builder.running:
        with news:
            draw_aside(tr("Văn bản mới đang được lập chỉ mục. {step}", step=builder.progress.words))
        builder.wait(0.5)
    with news:
        draw_aside(builder.failure or tr(INDEXED))


def _say(outcome: Outcome, names: Mapping[str, str]) -> str:
    """The line of a file; its document and those like it are told by their *names*, not by what programs call them."""
    if isinstance(outcome.error, RefusedError):
        name, why = make_printable(outcome.name), retell(outcome.error.why)
        return tr("{name}: không nhận: {why}. {advice}", name=name, why=why, advice=tr(_MARKED))
    return f"{say_on_page(say_outcome(outcome, lambda one: names.get(one, one))).rstrip('.')}."


def _worst_first(outcome: Outcome) -> int:
    return 0 if find_status(outcome) in _TROUBLES else 1 if outcome.doubts else 2
