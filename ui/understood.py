"""How the question was understood, and the choices it leaves: as typed, and which documents to keep to."""

from __future__ import annotations

from collections.abc import Collection, Sequence

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from index.answer import Answer
from index.naming.conditions import Condition, split_conditions
from ingest.language import tr
from ingest.models import Metadata
from ui.asked import Asked, lift_conditions, name_choice, take_as_typed
from ui.frame import draw
from ui.verbatim import Mark, element, escape, join, render
from ui.words import capitalised, escape_label

AS_TYPED = "bỏ, tìm đúng như đã gõ"
AS_UNDERSTOOD = "tìm theo cách hiểu"
KEPT_TO = "Chỉ tìm:"
OFFERED = "Chỉ tìm (bấm để chọn, bấm lần nữa để bỏ)"
IN_ALL = "bỏ điều kiện, tìm trong mọi văn bản"


def draw_understanding(answer: Answer, asked: Asked) -> None:
    """What was searched for where that is not what was typed, with the one press that undoes or redoes it."""
    if asked.literal:
        words, label = escape(tr("Đang tìm đúng như đã gõ ·")), tr(AS_UNDERSTOOD)
    elif is_rewritten(answer):
        changed = [Mark(start, end, "strong") for start, end in answer.changed]
        words, label = join([escape(tr("Đã hiểu: ")), render(answer.understood, changed), escape(" ·")]), tr(AS_TYPED)
    else:
        return
    with _line("vk-hieu"):
        draw(element("p", words), width="content")
        st.button(label, key="vk-doi-cach-hieu", type="tertiary", on_click=take_as_typed, args=(not asked.literal,))


def is_rewritten(answer: Answer) -> bool:
    """Whether the question was understood in other words than it was typed in."""
    return " ".join(answer.understood.split()).casefold() != " ".join(answer.question.split()).casefold()


def draw_conditions(conditions: Sequence[Condition]) -> None:
    """The conditions said in the question: those it binds itself to, to be lifted, and the others, to be pressed."""
    binding = [one.words for one in conditions if one.binding or one.pressed]
    if binding:
        with _line("vk-buoc"):
            draw(
                element("p", escape(f"{tr(KEPT_TO)} "), element("strong", escape("; ".join(binding))), escape(" ·")),
                width="content",
            )
            _draw_lift()
    free = {one.key: one.words for one in conditions if not (one.binding or one.pressed)}
    if free:
        with st.container(key="vk-loc"):
            st.pills(
                tr(OFFERED),
                list(free),
                selection_mode="multi",
                format_func=lambda key: escape_label(free[key]),
                key=name_choice(),
                persist_state="session",
            )


def draw_way_out(held_to: Sequence[Condition]) -> None:
    """Where no document meets the conditions, the one press that searches them all."""
    if not any(one.binding or one.pressed for one in held_to):  # else it stands above, beside the conditions
        _draw_lift()


def _line(key: str) -> DeltaGenerator:
    """Words and the press that belongs to them, side by side."""
    return st.container(key=key, horizontal=True, vertical_alignment="center", gap="small")


def _draw_lift() -> None:
    st.button(tr(IN_ALL), key="vk-bo-dieu-kien", type="tertiary", on_click=lift_conditions)


def select_held_to(conditions: Sequence[Condition], chosen: Collection[str]) -> list[Condition]:
    """The conditions that documents must meet now."""
    return list(split_conditions(conditions, chosen)[0])


def say_unknown(held_to: Sequence[Condition], metadata: Metadata) -> str | None:
    """The heading under which a document stands whose record lacks what a condition asks for."""
    lacking = dict.fromkeys(one.unknown for one in held_to if one.fits(metadata) is None)
    return capitalised(", ".join(lacking)) if lacking else None
