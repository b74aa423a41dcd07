"""The reader page of a saved page: the way to the page on the web, at the place that is read."""

from __future__ import annotations

from dataclasses import replace

import pytest
from streamlit.testing.v1 import AppTest

from index.describe_quotes import ON_THE_WEB
from ingest.marks import Anchor
from tests.driver import html
from tests.fakes import SECOND, Desk, make_document

HERE = "https://tinhuy.example.vn/a.html"


@pytest.mark.parametrize(
    ("at", "saved_from", "link"),
    [
        pytest.param("I.2", HERE, f"{HERE}#muc_2", id="at-its-anchor"),
        pytest.param(None, HERE, HERE, id="the-whole-page"),
        pytest.param("I.2", None, None, id="no-page"),
    ],
)
def test_the_page_on_the_web_is_one_press_away(
    app: AppTest, desk: Desk, at: str | None, saved_from: str | None, link: str | None
) -> None:
    document = replace(make_document(), anchors=(Anchor("muc_2", SECOND),), saved_from=saved_from)
    desk.documents["thong-bao-1"] = document
    app.run()
    app.switch_page("ui/document.py")
    for name, value in {"doc": "thong-bao-1", "at": at}.items():
        if value:
            app.query_params[name] = value
    app.run()

    assert (ON_THE_WEB in html(app)) == (link is not None)
    assert link is None or f'<a href="{link}" target="_blank"' in html(app)
