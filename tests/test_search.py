"""A question -> hits: every hit a slice, one order for everybody, nothing that is not held."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from index.ask import answer_question
from index.fusion import find_best
from index.search import Hit, Searcher, open_searcher
from index.settings import Settings
from ingest.errors import ForeignIndexError, MissingIndexError, QuestionError
from ingest.store import Library, open_library
from ingest.store.sight import Sight
from tests.fakes import FAKE_MODEL, FakeEncoder, add_text, build

ROOT = Path(__file__).parent.parent
NOTICE = ROOT / "data" / "documents" / "thong-bao-2018-01-26.txt"
TWINS = "THÔNG BÁO\nvề dân vận\n\n" + "\n\n".join(f"{n}. Đổi mới công tác dân vận." for n in range(1, 6))
QUESTIONS = ["kiểm tra, giám sát", "kiem tra giam sat", "grassroots inspection", "hộ chiếu", "2018", "công tác dân vận"]


class LevelEncoder(FakeEncoder):
    """To it every text means the same."""

    def encode_passages(
        self, texts: Sequence[str], progress: Callable[[int, int], None] | None = None
    ) -> NDArray[np.float32]:
        return super().encode_passages([""] * len(texts), progress)


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The notice, and a document of five paragraphs that only their numbers tell apart."""
    folder = tmp_path_factory.mktemp("library")
    add_text(folder, NOTICE.read_text("utf-8"), NOTICE.name)
    add_text(folder, TWINS, "twins.txt")
    build(folder, LevelEncoder())
    return folder


@pytest.fixture(scope="module")
def searcher(home: Path) -> Searcher:
    return open_searcher(Settings(home, FAKE_MODEL), LevelEncoder())


def assert_every_hit_is_a_slice(hits: Sequence[Hit], home: Path) -> None:
    with open_library(home) as library:
        passages = dict(library.passages())
        for hit in hits:
            passage = hit.passage
            document = library.get(passage.document_id)
            assert document.text[passage.start : passage.end] == passage.text
            assert passages[hit.passage_id] == passage
            assert hit.metadata == document.metadata


def test_every_passage_of_the_library_can_be_a_hit_and_every_hit_is_a_slice(searcher: Searcher, home: Path) -> None:
    hits = searcher.search("công tác dân vận", 1000)
    with open_library(home) as library:
        assert {hit.passage_id for hit in hits} == {number for number, _ in library.passages()}
    assert_every_hit_is_a_slice(hits, home)


@given(
    st.sampled_from(QUESTIONS) | st.text("kiểm tra giám sát dânvận 0123?", min_size=1, max_size=30), st.integers(1, 40)
)
@settings(max_examples=40)
def test_whatever_is_asked_hits_are_slices_in_order(searcher: Searcher, home: Path, typed: str, limit: int) -> None:
    try:
        hits = searcher.search(typed, limit)
    except QuestionError:
        assert not any(character.isalnum() for character in typed)
        return
    assert len(hits) == min(limit, len(searcher.index.manifest.passages))
    assert hits == sorted(hits, key=lambda hit: (-hit.score, hit.passage_id))
    assert_every_hit_is_a_slice(hits, home)


@pytest.mark.parametrize("question", QUESTIONS)
def test_a_shorter_list_is_the_beginning_of_a_longer_one(searcher: Searcher, question: str) -> None:
    longest = searcher.search(question, 100)
    for limit in (1, 3, 10):
        assert searcher.search(question, limit) == longest[:limit]


def test_equal_passages_come_in_the_order_of_their_ids(searcher: Searcher) -> None:
    hits = [hit for hit in searcher.search("đổi mới công tác dân vận", 100) if hit.metadata.source == "twins.txt"]
    assert len({hit.score for hit in hits}) == 1
    assert [hit.passage.address for hit in hits] == ["1", "2", "3", "4", "5"]


@given(st.lists(st.sampled_from([-np.inf, 0.0, 0.5, 1.0]), max_size=12), st.integers(1, 13))
def test_the_best_rows_are_those_of_the_whole_order(scores: list[float], most: int) -> None:
    held = [row for row, score in enumerate(scores) if np.isfinite(score)]
    whole = sorted(held, key=lambda row: (-scores[row], row))

    assert find_best(np.array(scores, dtype=np.float64), most).tolist() == whole[:most]


def test_one_question_opens_the_library_once(searcher: Searcher, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[Path] = []

    def noting(home: Path, sight: Sight) -> Library:
        opened.append(home)
        return open_library(home, sight)

    monkeypatch.setattr("index.search.open_library", noting)
    for _ in range(2):
        answer_question(searcher, "kiểm tra, giám sát; ưu điểm và hạn chế của 102-QĐ/TW năm 2018")

    assert len(opened) == 2


@pytest.mark.parametrize("question", QUESTIONS)
def test_the_same_question_finds_the_same_hits_in_every_thread(searcher: Searcher, question: str) -> None:
    expected, found = searcher.search(question), []
    threads = [threading.Thread(target=lambda: found.append(searcher.search(question))) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    assert found == [expected] * 4


def test_a_hit_carries_the_parts_of_its_score(searcher: Searcher) -> None:
    hits = searcher.search("phản biện", 100)
    assert all(hit.semantic == pytest.approx(1.0) for hit in hits)
    assert [hit.lexical for hit in hits] == sorted((hit.lexical for hit in hits), reverse=True)
    assert hits[0].lexical > 0
    assert hits[-1].lexical == 0


def test_without_a_word_in_common_words_add_nothing(searcher: Searcher) -> None:
    assert {hit.lexical for hit in searcher.search("hộ chiếu")} == {0.0}


def test_meaning_finds_what_shares_no_word(tmp_path: Path) -> None:
    add_text(tmp_path, "1. Công tác dân vận.\n\n2. Kỷ luật đảng viên.\n\n3. Tổ chức bộ máy.\n")
    build(tmp_path, FakeEncoder())
    found = open_searcher(Settings(tmp_path, FAKE_MODEL), FakeEncoder())
    meant = found.search("Kỷ luật", 3)[0]
    query = replace(found.understand("hộ chiếu"), meanings=(f"{meant.metadata.name}\n{meant.passage.text}",))
    assert found.search(query, 1)[0].passage == meant.passage


def test_removed_passages_are_passed_over_however_many_come_first(tmp_path: Path) -> None:
    held = add_text(tmp_path, "1. Công tác dân vận.\n\n2. Tổ chức bộ máy.\n", "giu.txt")
    removed = add_text(tmp_path, TWINS, "twins.txt")
    build(tmp_path, LevelEncoder())
    with open_library(tmp_path) as library:
        library.remove(removed)
    hits = open_searcher(Settings(tmp_path, FAKE_MODEL), LevelEncoder()).search("đổi mới công tác dân vận", 1)
    assert [(hit.passage.document_id, hit.passage.address) for hit in hits] == [(held, "1")]


def test_an_index_without_passages_finds_nothing(tmp_path: Path) -> None:
    build(tmp_path, LevelEncoder())
    empty = open_searcher(Settings(tmp_path, FAKE_MODEL), LevelEncoder())
    assert empty.search("kiểm tra") == []
    assert empty.pending() == ()


@pytest.mark.parametrize("typed", ["", "  ", "?!", "a" * 2001])
def test_what_cannot_be_asked_is_refused(searcher: Searcher, typed: str) -> None:
    with pytest.raises(QuestionError):
        searcher.search(typed)


def test_markup_in_a_question_is_only_text(searcher: Searcher) -> None:
    query = searcher.understand("<script>alert('kiểm tra')</script> **giám sát**")
    assert query.understood == "<script>alert('kiểm tra')</script> **giám sát**"
    assert searcher.search(query)


def test_without_an_index_the_message_says_to_build_one(tmp_path: Path) -> None:
    add_text(tmp_path, TWINS)
    with pytest.raises(MissingIndexError, match=r"Hãy chạy: python -m index build"):
        open_searcher(Settings(tmp_path, FAKE_MODEL), LevelEncoder())


def test_a_model_is_not_loaded_for_an_index_that_is_refused(tmp_path: Path) -> None:
    """The setting names a model that does not exist: opening it would be another error."""
    build(tmp_path, LevelEncoder())
    with pytest.raises(ForeignIndexError, match="mô hình khác"):
        open_searcher(Settings(tmp_path, "./no-such-model"))
