"""Whether an answer was useful: two presses and a line, kept on this machine to measure by."""

from __future__ import annotations

import streamlit as st

from index.answer import Answer
from ingest.desk.file import open_desk
from ingest.language import tr
from ingest.store import library_folder
from ui.frame import draw_aside
from ui.owner import current_owner
from ui.pressing import pressed

USEFUL, NOT_USEFUL = "Hữu ích", "Chưa hữu ích"
ASKED = "Câu trả lời này có hữu ích không?"
SAID = {True: "Đã ghi: hữu ích.", False: "Đã ghi: chưa hữu ích."}
WHY = "Vì sao? (không bắt buộc; chỉ lưu trên máy này)"
TAKE_BACK = "Bỏ đánh giá"


def draw_judging(answer: Answer) -> None:
    """The two buttons under an answer; once pressed, what was said, why, and the way to take it back.

    Raises:
        LibraryError: If the desk cannot be opened.
    """
    with open_desk(library_folder()) as desk:
        said = desk.judgements.find(current_owner().key, answer.question)
    with st.container(horizontal=True, vertical_alignment="center", key="vk-danh-gia"):
        if said is None:
            draw_aside(tr(ASKED))
            st.button(tr(USEFUL), icon=":material/thumb_up:", on_click=_judge, args=(answer, True))
            st.button(tr(NOT_USEFUL), icon=":material/thumb_down:", on_click=_judge, args=(answer, False))
            return
        draw_aside(tr(SAID[said.useful]))
        st.button(tr(TAKE_BACK), type="tertiary", on_click=_take_back, args=(answer.question,))
    key = f"vk-vi-sao-{answer.question}"
    st.text_input(tr(WHY), said.reason, key=key, max_chars=500, on_change=_say_why, args=(answer, said.useful, key))


@pressed
def _judge(answer: Answer, useful: bool, reason: str = "") -> None:
    shown = [(quote.document, quote.start, quote.end) for quote in answer.quotes]
    with open_desk(library_folder()) as desk:
        desk.judgements.put(current_owner().key, answer.question, useful, reason, shown)


def _say_why(answer: Answer, useful: bool, key: str) -> None:
    _judge(answer, useful, st.session_state[key].strip())


@pressed
def _take_back(question: str) -> None:
    with open_desk(library_folder()) as desk:
        desk.judgements.take_back(current_owner().key, question)
