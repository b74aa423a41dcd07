"""A thread of questions: the next one may lean on the one before, and shows what it was understood to be."""

from __future__ import annotations

import streamlit as st

from index.answer import Answer
from index.brief_names import name_briefly
from index.naming.following import Before, follow
from ingest.language import tr
from ui.asked import put
from ui.frame import draw_aside
from ui.history import find_thread, note_asked
from ui.words import escape_label

UNDERSTOOD = "Hiểu tiếp câu trước là: “{question}”"
ALONE = "Hỏi riêng câu “{typed}”"
THREAD = "Các câu trước trong mạch này:"
_TYPED, _BEFORE, _LAST, _FOLLOWS = "thread-typed", "thread-before", "thread-last", "thread-follows"


def put_next(typed: str) -> None:
    """Ask what was typed; where it goes on from the last question, the whole that it means."""
    state = st.session_state
    before: Before | None = state.get(_BEFORE)
    whole = follow(typed, before) if before and typed.strip() else None
    state[_TYPED] = typed if whole else None
    state[_FOLLOWS] = state.get(_LAST) if whole else None
    put(whole or typed)


def put_alone(question: str) -> None:
    """Ask a question that goes on from none."""
    st.session_state[_TYPED] = st.session_state[_FOLLOWS] = None
    st.session_state["question"] = question
    put(question)


def note_answered(answer: Answer) -> None:
    """Remember what was answered: the next question may lean on it.

    Raises:
        LibraryError: If the desk cannot be written.
    """
    state = st.session_state
    shown = name_briefly(answer.quotes[0].metadata) if answer.quotes else None
    before = Before(answer.question, shown)
    if state.get(_BEFORE) != before:
        state[_BEFORE] = before
        state[_LAST] = note_asked(answer.question, answered=answer.answered, follows=state.get(_FOLLOWS))


def draw_understood(question: str) -> None:
    """How the question was understood where it went on from another, and the press that asks it by itself."""
    typed = st.session_state.get(_TYPED)
    if not typed:
        return
    draw_aside(tr(UNDERSTOOD, question=question))
    label = escape_label(tr(ALONE, typed=typed))
    st.button(label, key="vk-hoi-rieng", type="tertiary", on_click=put_alone, args=(typed,))


def draw_thread(question: str) -> None:
    """The questions that led to this one, where it went on from another.

    Raises:
        LibraryError: If the desk cannot be opened.
    """
    last = st.session_state.get(_LAST)
    if not last or not st.session_state.get(_TYPED):
        return
    earlier = [one for one in find_thread(last) if one.question != question]
    if earlier:
        draw_aside(tr(THREAD))
        for one in earlier:
            again = escape_label(one.question)
            st.button(again, key=f"mach-{one.id}", type="tertiary", on_click=put_alone, args=(one.question,))
