"""Page Thư viện: what is held, how to add, correct, lay together and remove, and how all of it is kept safe."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

import streamlit as st

from ingest.accounts.values import Role
from ingest.amounts import say_count
from ingest.days import describe_day
from ingest.errors import AppError
from ingest.language import tr
from ui.adding import draw_adding
from ui.frame import CORRECTED, draw_aside, draw_error, draw_frame, draw_way_to_missing, may_change
from ui.library_acts import draw_told, forget_told
from ui.library_care import draw_care
from ui.library_data import Holdings, read_holdings, read_moment
from ui.library_drawer import draw_drawer
from ui.library_shelves import draw_collections, draw_removed
from ui.library_table import choose_alone, draw_table
from ui.visitor import current_visitor

VIEW = "muc"
"""Name in the address of what is shown."""
HELD, ADDING, COLLECTIONS, REMOVED, CARE = "van-ban", "them", "bo-suu-tap", "da-bo", "sao-luu"
VIEWS: Mapping[str, str] = {
    HELD: "Văn bản",
    ADDING: "Thêm văn bản",
    COLLECTIONS: "Bộ sưu tập",
    REMOVED: "Đã bỏ",
    CARE: "Sao lưu, kiểm tra",
}
ROLES: Mapping[str, Role] = {
    HELD: "reader",
    ADDING: "librarian",
    COLLECTIONS: "librarian",
    REMOVED: "librarian",
    CARE: "administrator",
}
"""Who is offered what; each act asks again."""
_CHOICE = "vk-muc-thu-vien"


def page() -> None:
    """The state of the library in a line, what to look at, and that."""
    draw_frame(tr("Thư viện"))
    try:
        holdings = read_holdings()
        draw_aside(say_state(holdings))
        offered = [view for view, role in ROLES.items() if current_visitor().may(role)]
        empty = not holdings.items and not holdings.removed
        view = choose(offered, ADDING if empty and ADDING in offered else HELD)
        draw_told()
        draw: Mapping[str, Callable[[Holdings], None]] = {
            HELD: draw_held,
            ADDING: draw_adding_in,
            COLLECTIONS: draw_collections,
            REMOVED: draw_removed,
            CARE: draw_care,
        }
        draw[view](holdings)
    except AppError as error:
        draw_error(error)


def choose(offered: Sequence[str], first: str) -> str:
    """What the address names of what is *offered*, else *first*.

    It goes into the address, so that it stays while the library changes.
    """
    given = st.query_params.get(VIEW, "")
    st.session_state[_CHOICE] = given if given in offered else first
    if st.session_state[_CHOICE] != HELD:
        st.query_params[VIEW] = st.session_state[_CHOICE]
    if len(offered) == 1:
        return first
    label = tr("Xem mục")
    st.segmented_control(
        label,
        list(offered),
        format_func=lambda view: tr(VIEWS[view]),
        key=_CHOICE,
        required=True,
        on_change=_go,
        label_visibility="collapsed",
        wrap=True,
    )
    return str(st.session_state[_CHOICE])


def _go() -> None:
    forget_told()
    st.query_params[VIEW] = st.session_state[_CHOICE]


def draw_held(holdings: Holdings) -> None:
    """The table, and the drawer of what is chosen in it."""
    if asked := st.query_params.get(CORRECTED, ""):
        choose_alone(asked)
        del st.query_params[CORRECTED]
    chosen = draw_table(holdings)
    if current_visitor().may("librarian"):
        draw_drawer(chosen, holdings.collections)
    draw_way_to_missing()


def draw_adding_in(holdings: Holdings) -> None:
    """The place to drop files."""
    draw_adding(holdings.collections)


def say_state(holdings: Holdings) -> str:
    """How much is held; to those who may see to it also what waits for a person, and when it was backed up last."""
    counts, doubtful = holdings.counts, sum(bool(one.doubts) for one in holdings.items)
    backup = holdings.last_backup
    said = [
        tr("{documents} văn bản", count=counts.documents, documents=say_count(counts.documents)),
        tr("{passages} đoạn", count=counts.passages, passages=say_count(counts.passages)),
    ]
    if not may_change():
        return " · ".join(said)
    said += [
        tr("{documents} cần xem lại", documents=say_count(doubtful)),
        tr("sao lưu lần cuối {day}", day=describe_day(read_moment(backup.made_at).date()))
        if backup
        else tr("chưa sao lưu lần nào"),
    ]
    return " · ".join(said)


if __name__ == "__main__":
    page()
