"""What may be set, and what is said where it was set wrong."""

from __future__ import annotations

from pathlib import Path

import pytest

from index.encode import DEFAULT_MODEL
from index.settings import Settings, load_settings
from ingest.errors import UsageError


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("VANKIEN_HOME", str(tmp_path))
    monkeypatch.delenv("VANKIEN_MODEL", raising=False)
    monkeypatch.delenv("VANKIEN_RERANKER", raising=False)
    return tmp_path


def test_without_settings_the_bundled_model_reads_the_library(home: Path) -> None:
    assert load_settings() == Settings(home, DEFAULT_MODEL)
    assert load_settings().index_folder == home / "index"


def test_the_file_sets_the_model_and_the_environment_overrules_it(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (home / "settings.toml").write_text('model = "from-the-file"\n', encoding="utf-8")
    assert load_settings().model == "from-the-file"
    monkeypatch.setenv("VANKIEN_MODEL", "from-the-environment")
    assert load_settings().model == "from-the-environment"
    monkeypatch.setenv("VANKIEN_MODEL", "")
    assert load_settings().model == "from-the-file"


def test_nothing_is_reordered_unless_the_file_or_the_environment_says_by_what(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert load_settings().reranker is None
    (home / "settings.toml").write_text('reranker = "from-the-file"\n', encoding="utf-8")
    assert load_settings() == Settings(home, DEFAULT_MODEL, "from-the-file")
    monkeypatch.setenv("VANKIEN_RERANKER", "from-the-environment")
    assert load_settings().reranker == "from-the-environment"


def test_settings_that_are_a_folder_are_said(home: Path) -> None:
    (home / "settings.toml").mkdir()
    with pytest.raises(UsageError, match=r"settings\.toml không đọc được: đây là thư mục\. Hãy sửa"):
        load_settings()


def test_a_home_with_too_long_a_name_is_said(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VANKIEN_HOME", str(home / ("a" * 300)))
    with pytest.raises(UsageError, match=r"quá dài\. Hãy .*VANKIEN_HOME"):
        load_settings()


def test_a_home_that_is_a_file_has_no_settings(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (home / "tep").touch()
    monkeypatch.setenv("VANKIEN_HOME", str(home / "tep"))
    assert load_settings().model == DEFAULT_MODEL


@pytest.mark.parametrize(
    ("content", "message"),
    [
        pytest.param(
            b'modle = "x"\n', "có mục lạ: modle. Các mục dùng được: audit_questions, model", id="a-key-that-is-unknown"
        ),
        pytest.param(b"model = 3\n", "mục model phải là một chuỗi chữ. Hãy sửa lại", id="not-a-string"),
        pytest.param(b'model = ""\n', "mục model phải là một chuỗi chữ. Hãy sửa lại", id="empty"),
        pytest.param(b"model =\n", "Hãy sửa lại theo dạng TOML", id="not-toml"),
        pytest.param(b'model = "\xff"\n', "Hãy sửa lại theo dạng TOML", id="not-utf-8"),
    ],
)
def test_a_wrong_setting_is_named_with_the_next_step(home: Path, content: bytes, message: str) -> None:
    (home / "settings.toml").write_bytes(content)
    with pytest.raises(UsageError, match=r"settings\.toml") as caught:
        load_settings()
    assert message in str(caught.value)
