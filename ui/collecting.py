"""Taking a passage along into the basket, from wherever it is shown."""

from __future__ import annotations

from dataclasses import dataclass

import streamlit as st

from index.exporting.gather import Gathered, gather
from ingest.desk.file import open_desk
from ingest.errors import AppError
from ingest.language import tr
from ingest.store import library_folder
from ui import services
from ui.frame import draw_error
from ui.owner import current_owner
from ui.speaking import speak
from ui.visitor import open_held

COLLECT = "Đưa vào phiếu trích dẫn"
HELD = "Đã có trong phiếu trích dẫn"
COLLECTED = "Đã đưa vào phiếu trích dẫn. Phiếu có {count} đoạn; bấm Phiếu trích dẫn ở đầu trang để xem và xuất ra Word."
HELD_ALREADY = "Đoạn này đã có trong phiếu trích dẫn. Phiếu có {count} đoạn."


@dataclass(frozen=True, slots=True)
class Taken:
    """A slice of a document that a reader may take along, and where it stands."""

    document: str
    address: str
    span: tuple[int, int]
    words: str


def draw_collecting(taken: Taken, key: str) -> None:
    """The button that takes a slice along and says where it lies already; *key* sets it apart from the others."""
    name = f"vk-lay-{key}"
    held = _is_held(taken)
    icon = ":material/playlist_add_check:" if held else ":material/playlist_add:"
    st.button(
        tr(HELD if held else COLLECT), key=name, icon=icon, type="tertiary", on_click=_collect, args=(taken, name)
    )
    match st.session_state.pop(f"{name}-xong", None):
        case AppError() as failed:
            draw_error(failed)
        case str(said):
            st.toast(said)


def _is_held(taken: Taken) -> bool:
    """Whether it lies in the basket, as far as can be seen: what is in the way of that, a press tells."""
    try:
        with open_desk(library_folder()) as desk:
            return desk.basket.find(current_owner().key, taken.document, taken.span, taken.words) is not None
    except AppError:
        return False


def _collect(taken: Taken, name: str) -> None:
    speak()
    st.session_state[f"{name}-xong"] = _take_along(taken)


def _take_along(taken: Taken) -> str | AppError:
    """What became of it, in words."""
    owner = current_owner().key
    try:
        with open_desk(library_folder()) as desk:
            before = len(desk.basket.list_of(owner))
            desk.basket.add(owner, taken.document, taken.span, taken.words, taken.address)
            count = len(desk.basket.list_of(owner))
    except AppError as error:
        return error
    return tr(COLLECTED if count > before else HELD_ALREADY, count=count)


def read_basket(owner: str) -> Gathered:
    """What *owner* took along, each compared with its document of today; called where no session is, too.

    Raises:
        LibraryError: If the desk or the library cannot be opened.
    """
    with open_desk(library_folder()) as desk:
        collected = desk.basket.list_of(owner)
    with open_held() as library:
        known = [one for one in collected if library.sight.whole or library.knows(one.document)]
        return gather(library, services.share_changes(), known)


def exchange(one: int, other: int) -> None:
    """Let two passages of the basket change places."""
    with open_desk(library_folder()) as desk:
        desk.basket.exchange(current_owner().key, one, other)


def write_note(one: int, note: str) -> None:
    """The reader's words beside a passage."""
    with open_desk(library_folder()) as desk:
        desk.basket.write_note(current_owner().key, one, note)


def take_out(one: int) -> None:
    """Out of the basket; it can be put back."""
    with open_desk(library_folder()) as desk:
        desk.basket.take_out(current_owner().key, one)


def put_back(one: int) -> None:
    """Where it lay before."""
    with open_desk(library_folder()) as desk:
        desk.basket.put_back(current_owner().key, one)
