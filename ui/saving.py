"""A press that saves a file: what it holds is made when it is pressed, for who is here, and written down."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import streamlit as st

from ingest.language import keep_language
from ui.visitor import keep_log_in, recording


@dataclass(frozen=True, slots=True)
class File:
    """What is saved.

    Attributes:
        name: That the browser gives it.
        on: Ids of the documents that it holds words of, as far as they are known beforehand.
    """

    name: str
    mime: str | None = None
    on: Sequence[str] = ()


def draw_saving(words: str, make: Callable[[], bytes], file: File, key: str | None = None, first: bool = False) -> None:
    """A button that makes the file when it is pressed, and draws nothing anew.

    Args:
        make: In the reader's language, on his behalf.
        first: Whether it stands out among others.
    """

    def make_recorded() -> bytes:
        with recording("export", file.on, file.name):
            return make()

    st.download_button(
        words,
        keep_log_in(keep_language(make_recorded)),
        file_name=file.name,
        mime=file.mime,
        key=key,
        icon=":material/download:",
        type="primary" if first else "secondary",
        on_click="ignore",
    )
