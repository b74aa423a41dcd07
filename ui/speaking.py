"""In which language the pages speak: Vietnamese, or English where the reader asked for it."""

from __future__ import annotations

import streamlit as st

from ingest.language import LANGUAGES, Language, current_language, use_language

LANGUAGE = "vk-ngon-ngu"
"""Key of the session under which the reader's choice lies."""
COOKIE = "vankien-ngon-ngu"
"""Under which the browser keeps it for the next visit."""
NAMES: dict[Language, str] = {"vi": "Tiếng Việt", "en": "English"}  # vi: each in its own language


def speak() -> None:
    """Speak what the reader asked for.

    Called before anything is drawn; and by a callback that says words or starts what says them, as it runs before that.
    """
    chosen = st.session_state.get(LANGUAGE) or st.context.cookies.get(COOKIE)
    use_language(next((one for one in LANGUAGES if one == chosen), LANGUAGES[0]))


def draw_language_switch() -> None:
    """Below every page, the other language in its own words."""
    (other,) = (one for one in LANGUAGES if one != current_language())
    with st.container(key="vk-doi-tieng"):
        st.button(NAMES[other], icon=":material/language:", type="tertiary", on_click=_choose, args=(other,))


def _choose(language: Language) -> None:
    st.session_state[LANGUAGE] = language
