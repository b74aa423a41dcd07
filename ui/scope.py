"""What every question is kept to until it is changed: documents in force, the library as it stood on a day."""

from __future__ import annotations

import streamlit as st

from ingest.days import describe_day
from ingest.language import tr
from ui.asked import AS_OF, FIRST_DAY, IN_FORCE, read_day
from ui.frame import draw_notice

ONLY_IN_FORCE = "Chỉ tìm văn bản còn hiệu lực"
AS_OF_DAY = "Xét theo ngày"
NOT_TAKEN = "“{typed}” chưa được áp dụng. Hãy gõ ngày/tháng/năm, từ {first}, ví dụ 01/5/2019; hoặc để trống."
_PAUSE = "800ms"
"""So long nobody has typed when a day is taken, without Enter."""


def draw_scope() -> None:
    """Both at once bear on the question that was asked; a day that is none is said to be so under its field.

    The day is typed: a calendar would speak English, and nobody leafs back to 2019.
    """
    with st.container(key="vk-pham-vi", horizontal=True):
        st.checkbox(tr(ONLY_IN_FORCE), key=IN_FORCE, persist_state="session")
        with st.container(key="vk-ngay", width=300):
            typed = st.text_input(
                tr(AS_OF_DAY), key=AS_OF, placeholder=tr("ngày/tháng/năm"), live=_PAUSE, persist_state="session"
            )
            typed = (typed or "").strip()
            if typed and read_day(typed) is None:
                draw_notice(tr(NOT_TAKEN, typed=typed, first=describe_day(FIRST_DAY)), "vk-loi")
