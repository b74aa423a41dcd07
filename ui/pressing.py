"""Presses that may fail: what was in the way is said on the page that is drawn next, in the reader's language."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import ParamSpec

import streamlit as st

from ingest.errors import AppError
from ui.speaking import speak

FAILED = "vk-chua-lam-duoc"
"""Key of the session under which the error of the last press lies."""

P = ParamSpec("P")


def pressed(do: Callable[P, None]) -> Callable[P, None]:
    """A callback that keeps its error: of one that it raises Streamlit would show a box of its own, in English."""

    @wraps(do)
    def attempt(*args: P.args, **kwargs: P.kwargs) -> None:
        speak()
        try:
            do(*args, **kwargs)
        except AppError as error:
            st.session_state[FAILED] = error

    return attempt
