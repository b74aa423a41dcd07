"""The build behind the pages: one at a time, told in words, its failure kept."""

from __future__ import annotations

import logging
import threading

import pytest

from ingest.errors import LibraryError
from ui.building import UNEXPECTED, IndexBuilder, Progress, Report


def test_a_second_start_while_building_begins_nothing() -> None:
    begun: list[Report] = []
    finish = threading.Event()

    def build(report: Report) -> None:
        begun.append(report)
        finish.wait(30)

    builder = IndexBuilder(build)
    builder.start()
    builder.start()
    assert builder.running
    finish.set()
    builder.wait(30)
    assert not builder.running
    assert len(begun) == 1


def test_what_the_build_reports_is_what_the_page_sees() -> None:
    builder = IndexBuilder(lambda report: report("Tính vectơ", 3, 12))
    builder.start()
    builder.wait(30)
    assert builder.progress == Progress("Tính vectơ", 3, 12)
    assert builder.failure is None


def test_a_failure_leaves_its_message_until_the_next_start() -> None:
    outcomes = [LibraryError("Ổ đĩa đã đầy."), None]

    def build(report: Report) -> None:
        outcome = outcomes.pop(0)
        if outcome:
            raise outcome
        report("Xong", 1, 1)

    builder = IndexBuilder(build)
    builder.start()
    builder.wait(30)
    assert builder.failure == "Ổ đĩa đã đầy."
    builder.start()
    builder.wait(30)
    assert builder.failure is None


def test_a_bug_in_the_build_is_logged_with_its_traceback(caplog: pytest.LogCaptureFixture) -> None:
    def build(report: Report) -> None:
        report("Tính vectơ", 1, 0)
        raise ZeroDivisionError("secret")

    builder = IndexBuilder(build)
    with caplog.at_level(logging.ERROR):
        builder.start()
        builder.wait(30)
    assert builder.failure == UNEXPECTED
    assert "ZeroDivisionError: secret" in caplog.text


@pytest.mark.parametrize(
    ("progress", "words", "fraction"),
    [
        pytest.param(Progress("Tách từ", 0, 0), "Tách từ…", 0.0, id="amount-not-known"),
        pytest.param(Progress("Tính vectơ", 3, 12), "Tính vectơ: 3/12", 0.25, id="part"),
        pytest.param(Progress("Tính vectơ", 13, 12), "Tính vectơ: 13/12", 1.0, id="more-than-said"),
    ],
)
def test_progress_is_put_in_words(progress: Progress, words: str, fraction: float) -> None:
    assert (progress.words, progress.fraction) == (words, fraction)
