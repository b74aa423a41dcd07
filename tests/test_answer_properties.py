"""What holds for whatever is asked: one order for everybody, and every word shown is a slice of its document."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bench.mistyping import press_telex, press_vni
from index.answer import Answer
from index.ask import answer_question
from index.encode import Encoder
from index.local_index import load_index
from index.query import understand
from index.quotes import Copy, Quote, Slice
from index.search import Searcher, open_searcher
from index.settings import Settings
from index.tokens import Vocabulary
from ingest.documents import read_document
from ingest.errors import QuestionError
from ingest.models import Document
from ingest.spelling import fold
from tests.bad_input import ODD
from tests.fakes import FAKE_MODEL, FakeEncoder, add_text, build

NOTICE = Path(__file__).parent.parent / "data" / "documents" / "thong-bao-2018-01-26.txt"
WORDS = sorted({word for word in NOTICE.read_text("utf-8").split() if len(word) > 1})
NAMES = (
    "QĐ 102",
    "18-NQ/TW",
    "Điều 3",
    "khoản 1 Điều này",
    "mục II.5",
    "năm 2018",
    "trước 2020",
    "của BCT",
    "nqtw4 k12",
)
ASKS = ("là gì?", "bao nhiêu", "khi nào", "ưu điểm và hạn chế", "what is", "party members", "như thế nào và ra sao")


def scribble(word: str) -> st.SearchStrategy[str]:
    """The ways a word comes out: well, without accents, in raw keys, cut short, doubled."""
    spoilt = {word, fold(word), press_telex(word.lower()), press_vni(word.lower()), word[1:] + word[:1], word * 2}
    return st.sampled_from(sorted(spoilt))


TYPED = st.lists(
    st.sampled_from(WORDS).flatmap(scribble) | st.sampled_from((*NAMES, *ASKS)) | st.text(max_size=4), max_size=14
).map(" ".join)
"""Near enough to a question to go every way through the program."""

ANYTHING = TYPED | st.text(st.characters(), max_size=60) | st.sampled_from(sorted(ODD.values()))
"""Surrogates among it."""

LENIENT = settings(suppress_health_check=[HealthCheck.too_slow], print_blob=False)


@dataclass(frozen=True)
class Held:
    """The starter notice twice, so that there are copies, and two searchers over it."""

    searcher: Searcher
    fresh: Searcher
    documents: dict[str, Document]


@pytest.fixture(scope="module")
def vocabulary(notice_settings: Settings) -> Vocabulary:
    return load_index(notice_settings.index_folder).lexical


@pytest.fixture(scope="module")
def notice(notice_settings: Settings, encoder: Encoder) -> Searcher:
    return open_searcher(notice_settings, encoder)


@pytest.fixture(scope="module")
def twice(tmp_path_factory: pytest.TempPathFactory) -> Held:
    text = NOTICE.read_text("utf-8")
    searchers = []
    for name in ("first", "again"):  # built twice, too
        home = tmp_path_factory.mktemp(name)
        ids = [add_text(home, text, "a.txt"), add_text(home, f"{text}\nThêm một dòng cuối.\n", "b.txt")]
        build(home, FakeEncoder())
        searchers.append(open_searcher(Settings(home, FAKE_MODEL), FakeEncoder()))
    texts = (text, f"{text}\nThêm một dòng cuối.\n")
    documents = {one: read_document(given, "a.txt") for one, given in zip(ids, texts, strict=True)}
    return Held(searchers[0], searchers[1], documents)


# --- understanding -----------------------------------------------------------------------------------------


@given(typed=ANYTHING, literal=st.booleans())
@settings(LENIENT, max_examples=150)
def test_understanding_refuses_in_one_way_only_and_marks_what_it_changed(
    vocabulary: Vocabulary, typed: str, literal: bool
) -> None:
    try:
        query = understand(typed, vocabulary, literal=literal)
    except QuestionError:
        return
    end = 0
    for start, stop in query.changed:
        assert end <= start < stop <= len(query.understood)
        end = stop
    assert not (literal and query.changed)
    assert query.meanings
    assert all(query.meanings)


@given(typed=ANYTHING)
@settings(LENIENT, max_examples=60)
def test_what_was_understood_is_understood_the_same_way_again(vocabulary: Vocabulary, typed: str) -> None:
    try:
        query = understand(typed, vocabulary)
    except QuestionError:
        return
    assert understand(typed, vocabulary) == query


# --- order -------------------------------------------------------------------------------------------------


@given(typed=TYPED, limit=st.integers(1, 70))
@settings(LENIENT, max_examples=60)
def test_the_order_is_the_same_for_every_searcher_and_every_build(twice: Held, typed: str, limit: int) -> None:
    try:
        hits = twice.searcher.search(typed, limit)
    except QuestionError:
        return
    assert twice.searcher.search(typed, limit) == hits
    assert [hit.passage_id for hit in twice.fresh.search(typed, limit)] == [hit.passage_id for hit in hits]
    assert [(-hit.score, hit.passage_id) for hit in hits] == sorted((-hit.score, hit.passage_id) for hit in hits)


# --- answers -----------------------------------------------------------------------------------------------


def assert_are_slices(document: Document, pieces: Iterable[Quote | Slice | Copy]) -> None:
    for piece in pieces:
        assert 0 <= piece.start < piece.end <= len(document.text)
        assert document.text[piece.start : piece.end] == piece.text


def assert_stand_within(spans: Sequence[tuple[int, int]], piece: Quote | Slice) -> None:
    end = piece.start
    for start, stop in spans:
        assert end <= start < stop <= piece.end
        end = stop


def assert_is_verbatim(answer: Answer, documents: dict[str, Document]) -> None:
    for quote in (*answer.quotes, *answer.nearest):
        assert_are_slices(documents[quote.document], (quote, *quote.lead, *quote.items))
        assert_stand_within(quote.sentences, quote)
        for item in quote.items:
            assert_stand_within(item.sentences, item)
        for copy in quote.also:
            assert_are_slices(documents[copy.document], (copy,))
    assert not any(quote.sentences for quote in answer.nearest)
    assert all(quote.sentences or any(item.sentences for item in quote.items) for quote in answer.quotes)


@given(typed=ANYTHING)
@settings(LENIENT, max_examples=40)
def test_every_word_of_any_answer_is_a_slice_of_the_notice(notice: Searcher, typed: str) -> None:
    document = read_document(NOTICE.read_text("utf-8"), NOTICE.name)
    try:
        answer = answer_question(notice, typed)
    except QuestionError:
        return
    assert_is_verbatim(answer, {quote.document: document for quote in (*answer.quotes, *answer.nearest)})


@given(start=st.integers(0, 6000), length=st.integers(3, 300))
@settings(LENIENT, max_examples=40)
def test_a_piece_of_the_text_asked_for_itself_is_answered_with_slices_and_copies(
    twice: Held, start: int, length: int
) -> None:
    text = next(iter(twice.documents.values())).text
    try:
        answer = answer_question(twice.searcher, text[start : start + length])
    except QuestionError:
        return
    assert_is_verbatim(answer, twice.documents)


def test_the_notice_held_twice_has_copies(twice: Held) -> None:
    answer = answer_question(twice.searcher, "II.7")
    assert any(quote.also for quote in (*answer.quotes, *answer.nearest))
