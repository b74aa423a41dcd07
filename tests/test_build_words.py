"""Words of a passage are cut once, as it is embedded once; next to nothing is a library too."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from index.lexical import FIELDS, LexicalIndex, tokenize_passage
from index.local_index import current_build, load_index
from index.search import open_searcher
from index.segment import words
from index.settings import Settings
from ingest.passage_text import context
from ingest.store import open_library
from tests.fakes import FAKE_MODEL, FakeEncoder, add_text, build

GOLDEN = Path(__file__).parent / "golden" / "library-v1.sqlite"
FIRST = "THÔNG BÁO\nvề kiểm tra\n\n1. Tăng cường kiểm tra cơ sở.\n\n2. Chấn chỉnh sai phạm của tổ chức.\n"
SECOND = "KẾT LUẬN\nvề dân vận\n\n1. Đổi mới công tác dân vận.\n"


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A library of one document of two passages, indexed."""
    add_text(tmp_path, FIRST, "mot.txt")
    build(tmp_path, FakeEncoder())
    return tmp_path


class Cuts:
    """Stands for the segmenter and notes what it was given."""

    def __init__(self) -> None:
        self.texts: list[str] = []

    def __call__(self, text: str) -> list[str]:
        self.texts.append(text)
        return words(text)


@pytest.fixture
def cuts(monkeypatch: pytest.MonkeyPatch) -> Cuts:
    noting = Cuts()
    monkeypatch.setattr("index.lexical.words", noting)
    return noting


def test_a_later_build_cuts_only_what_is_new_into_words_and_counts_the_same(home: Path, cuts: Cuts) -> None:
    add_text(home, SECOND, "hai.txt")
    build(home, FakeEncoder())
    assert cuts.texts == ["Kết luận về dân vận\n1. Đổi mới công tác dân vận."]
    kept = load_index(home / "index").lexical
    anew = LexicalIndex.build([tokenize_passage(text) for text in read_contexts(home)])
    for field in FIELDS:
        for token in {token for text in read_contexts(home) for token in tokenize_passage(text)[field]}:
            asked = {field: [token]}
            assert {k: v.tolist() for k, v in kept.score(asked).items()} == {
                k: v.tolist() for k, v in anew.score(asked).items()
            }


def test_another_segmenter_cuts_everything_anew(home: Path, cuts: Cuts, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("index.build.words_fingerprint", lambda: "another")
    add_text(home, SECOND, "hai.txt")
    build(home, FakeEncoder())
    assert len(cuts.texts) == 3


def test_a_damaged_index_is_built_again_without_cutting(home: Path, cuts: Cuts) -> None:
    (current_build(home / "index") / "vectors.faiss").write_bytes(b"damaged")
    assert build(home, FakeEncoder()).built
    assert cuts.texts == []


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Đảng\n", id="one-syllable"),
        pytest.param("Đảng\n\n" * 3, id="passages-all-identical"),
        pytest.param("7\n", id="one-digit"),
    ],
)
def test_a_library_of_next_to_nothing_is_built_and_asked(tmp_path: Path, text: str) -> None:
    add_text(tmp_path, text)
    report = build(tmp_path, FakeEncoder())
    searcher = open_searcher(Settings(tmp_path, FAKE_MODEL), FakeEncoder())
    found = [hit.passage_id for hit in searcher.search("Đảng")]
    assert len(found) == report.passages
    assert found == sorted(found)


def read_contexts(home: Path) -> list[str]:
    """What is counted for each passage, in the order of the index."""
    with open_library(home) as library:
        records = {held.id: held.metadata for held in library.documents()}
        return [context(passage, records[passage.document_id]) for _, passage in library.passages()]


def test_words_are_kept_by_segmenter_and_content_and_leave_the_generation(tmp_path: Path) -> None:
    with open_library(tmp_path) as library:
        before = library.generation
        library.words.keep("v1", [("a", "kiểm_tra cơ_sở".encode())])

        assert library.words.find("v1", ["a", "b"]) == {"a": "kiểm_tra cơ_sở".encode()}
        assert library.words.find("v2", ["a"]) == {}
        assert library.embeddings.find("v1", ["a"]) == {}
        assert library.generation == before


def test_a_library_of_schema_1_keeps_words_from_now_on(tmp_path: Path) -> None:
    shutil.copy(GOLDEN, tmp_path / "library.sqlite")
    with open_library(tmp_path) as library:
        assert library.words.find("v1", ["a"]) == {}
        library.words.keep("v1", [("a", b"x")])
        assert library.words.find("v1", ["a"]) == {"a": b"x"}
        assert library.embeddings.find("mô hình", ["băm"]) == {"băm": b"\x00\x01"}
