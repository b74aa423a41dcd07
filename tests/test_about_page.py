"""Page Giới thiệu says what this is, where the data lies, and of what it is made, in Vietnamese and in English."""

from __future__ import annotations

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from ui.about import read_licences, read_version

ROOT = Path(__file__).resolve().parent.parent


def _words(app: AppTest) -> str:
    return "\n".join(str(one.proto.body) for one in app.get("html"))


@pytest.fixture
def app(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AppTest:
    monkeypatch.setenv("VANKIEN_HOME", str(tmp_path))
    app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60).run()
    return app.switch_page("ui/about.py").run()


def test_tells_where_the_data_lies_and_which_version_runs(app: AppTest, tmp_path: Path) -> None:
    words = _words(app)

    assert not app.exception
    assert str(tmp_path) in words
    assert f"Vankien {read_version()}" in words
    assert "Nói rõ khi thư viện không có căn cứ." in words


def test_every_part_has_a_licence() -> None:
    licences = dict(read_licences())

    assert any(name.startswith("streamlit ") for name in licences)
    assert all(licences.values())
