"""The index on disk: what was saved is loaded; what is damaged is refused; a build that fails changes nothing."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from index.lexical import FIELDS, LexicalIndex
from index.local_index import INDEX_FORMAT, LocalIndex, Manifest, current_build, load_index, read_manifest, save_index
from index.search import open_searcher
from index.settings import Settings
from ingest.errors import ForeignIndexError, MissingIndexError
from ingest.safekeeping.index_sums import SUMS
from ingest.store import open_library
from tests.fakes import FAKE_MODEL, FakeEncoder, a_disk_that_takes_files_up_to, add_text, build

WORDS = ["kiểm", "tra", "giám", "sát", "cơ", "sở", "dân", "vận", "tổ", "chức"]


def words_of(row: int) -> list[str]:
    return [WORDS[row % 10], WORDS[row * 3 % 10], WORDS[row * 7 % 10]]


def make_index(rows: int, generation: int = 1, dimensions: int = 32) -> LocalIndex:
    """*rows* passages of a few words each, with ids from 100 on."""
    tokens = [dict.fromkeys(FIELDS, words_of(row)) for row in range(rows)]
    vectors = np.random.default_rng(generation).normal(size=(rows, dimensions)).astype(np.float32)
    ids = tuple(range(100, 100 + rows))
    return LocalIndex.build(Manifest(INDEX_FORMAT, "library", "model", generation, (1,), ids), tokens, vectors)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An index of 40 passages."""
    save_index(make_index(40), tmp_path)
    return tmp_path


def files_of(folder: Path) -> list[Path]:
    return sorted(file.relative_to(folder) for file in folder.rglob("*") if file.is_file())


def flip(file: Path, share: float) -> None:
    """Turn one bit over, that *share* of the way through *file*."""
    content = bytearray(file.read_bytes())
    content[int(len(content) * share)] ^= 0x10
    file.write_bytes(content)


def test_rows_are_like_each_other_as_their_cosines_with_the_first_say() -> None:
    made = make_index(3, dimensions=2)
    made._matrix[:] = [[1.0, 0.0], [0.0, 1.0], [0.6, 0.8]]
    assert made.measure_likeness([0, 1, 2]) == pytest.approx(0.3)
    assert made.measure_likeness([2, 1]) == pytest.approx(0.8)
    assert made.measure_likeness([0]) is made.measure_likeness([]) is None


@pytest.mark.parametrize("rows", [0, 1, 40])
def test_what_was_saved_is_loaded_again(tmp_path: Path, rows: int) -> None:
    built = make_index(rows)
    save_index(built, tmp_path)
    loaded = load_index(tmp_path)
    query = make_index(3)._vectors.reconstruct_n(0, 2)
    assert loaded.manifest == built.manifest == read_manifest(tmp_path)
    assert loaded.score_meaning(query).tolist() == built.score_meaning(query).tolist()
    asked = {"bare": ["kiểm"]}
    scores = [{name: row.tolist() for name, row in one.lexical.score(asked).items()} for one in (loaded, built)]
    assert scores[0] == scores[1]


def test_meaning_is_the_mean_cosine_with_the_rows_asked_for() -> None:
    index = make_index(40)
    vectors = index._vectors.reconstruct_n(0, 40)
    asked = vectors[[3, 7]]
    assert index.score_meaning(asked).tolist() == pytest.approx((vectors @ asked.T).mean(axis=1).tolist(), abs=1e-5)


def test_a_new_build_takes_the_place_of_the_old_one_and_leaves_nothing_of_it(folder: Path) -> None:
    old = current_build(folder)
    save_index(make_index(3, generation=2), folder)
    assert read_manifest(folder).generation == 2
    assert not old.exists()
    assert [path.name for path in folder.iterdir() if path.name != "CURRENT"] == [current_build(folder).name]


def test_an_index_is_plain_files(folder: Path) -> None:
    assert {file.suffix for file in files_of(folder)} == {"", ".json", ".npy", ".faiss"}
    for file in folder.rglob("*.npy"):
        np.load(file, allow_pickle=False)


def test_without_a_build_the_index_is_missing(tmp_path: Path) -> None:
    (tmp_path / "a file").write_text("")
    for folder in (tmp_path, tmp_path / "not there", tmp_path / "a file" / "below"):
        for read in (current_build, read_manifest, load_index):
            with pytest.raises(MissingIndexError, match="Hãy chạy: python -m index build"):
                read(folder)


@pytest.mark.parametrize(
    "damage",
    [
        pytest.param(lambda file: file.unlink(), id="missing"),
        pytest.param(lambda file: file.write_bytes(b""), id="empty"),
        pytest.param(lambda file: file.write_bytes(file.read_bytes()[: file.stat().st_size // 2]), id="half"),
        pytest.param(lambda file: file.write_bytes(file.read_bytes()[:-1]), id="last-byte-lost"),
        pytest.param(lambda file: file.write_bytes(b"\x00\xff" * 50), id="other-bytes"),
        pytest.param(lambda file: flip(file, 0.1), id="a-bit-near-the-beginning"),
        pytest.param(lambda file: flip(file, 0.5), id="a-bit-in-the-middle"),
        pytest.param(lambda file: flip(file, 0.99), id="a-bit-near-the-end"),
        pytest.param(lambda file: (file.unlink(), file.mkdir()), id="a-folder-in-its-place"),
    ],
)
def test_damage_to_any_file_is_refused_with_the_next_step(
    folder: Path, tmp_path_factory: pytest.TempPathFactory, damage: Callable[[Path], object]
) -> None:
    read = [file for file in files_of(folder) if file.parts[-1] not in ("CURRENT", SUMS)]  # the list is for verify
    assert len(read) > 10
    for file in read:
        copy = tmp_path_factory.mktemp("copy")
        shutil.copytree(folder, copy, dirs_exist_ok=True)
        damage(copy / file)
        with pytest.raises(ForeignIndexError, match=r"bị hỏng hoặc thiếu\. Hãy chạy: python -m index build"):
            load_index(copy)


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(b"", id="empty"),
        pytest.param(b"build-000000000000", id="no-such-build"),
        pytest.param(b"../elsewhere", id="elsewhere"),
        pytest.param(b"\xff\xfe\x00", id="other-bytes"),
        pytest.param(b"build-" + b"0" * 5000, id="too-long-a-name"),
    ],
)
def test_a_pointer_to_no_build_is_refused(folder: Path, content: bytes) -> None:
    (folder / "CURRENT").write_bytes(content)
    with pytest.raises(ForeignIndexError, match="bị hỏng hoặc thiếu"):
        load_index(folder)
    with pytest.raises(ForeignIndexError, match="bị hỏng hoặc thiếu"):
        read_manifest(folder)


@pytest.mark.parametrize("content", [b"", b"../elsewhere", b"\xff\xfe\x00"])
def test_a_pointer_that_names_no_build_is_not_followed(folder: Path, content: bytes) -> None:
    (folder / "CURRENT").write_bytes(content)
    with pytest.raises(ForeignIndexError, match="bị hỏng hoặc thiếu"):
        current_build(folder)


@pytest.mark.parametrize(
    ("change", "message"),
    [
        pytest.param({"format": INDEX_FORMAT + 1}, "định dạng khác", id="newer-format"),
        pytest.param({"format": 0, "documents": None}, "định dạng khác", id="older-format-of-another-shape"),
        pytest.param({"passages": [100]}, "bị hỏng", id="fewer-passages-than-vectors"),
        pytest.param({"passages": None}, "bị hỏng", id="no-passages"),
        pytest.param({"more": 1}, "bị hỏng", id="a-field-of-nobody"),
    ],
)
def test_a_manifest_of_another_format_or_another_build_is_refused(
    folder: Path, change: dict[str, object], message: str
) -> None:
    file = current_build(folder) / "manifest.json"
    file.write_text(json.dumps({**json.loads(file.read_text("utf-8")), **change}))
    with pytest.raises(ForeignIndexError, match=message):
        load_index(folder)


@pytest.mark.parametrize(
    ("rows", "dimensions", "largest"),
    [
        pytest.param(60, 32, ".faiss", id="vectors"),
        pytest.param(500, 1, ".npy", id="arrays-whose-library-does-not-complain"),
    ],
)
def test_wherever_the_disk_fills_up_the_old_build_serves_and_nothing_else_is_left(
    tmp_path: Path, rows: int, dimensions: int, largest: str
) -> None:
    folder = tmp_path
    save_index(make_index(rows, 2, dimensions), folder)
    kept = files_of(folder)
    sizes = sorted(((folder / file).stat().st_size, file.suffix) for file in kept)
    assert sizes[-1][1] == largest
    for size in (0, *(size - 1 for size, _ in sizes)):
        with a_disk_that_takes_files_up_to(size), pytest.raises(OSError):  # noqa: PT011 -- the system's own words
            save_index(make_index(rows, 3, dimensions), folder)
        assert files_of(folder) == kept
        assert load_index(folder).manifest.generation == 2


def test_a_build_that_ends_while_the_old_one_is_being_loaded_is_loaded_instead(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    add_text(tmp_path, "Công tác kiểm tra được tăng cường.")
    build(tmp_path, FakeEncoder())
    settings = Settings(tmp_path, FAKE_MODEL)
    old = load_index(settings.index_folder)
    load, calls = LexicalIndex.load, []

    def load_slowly(folder: Path, rows: int) -> LexicalIndex:
        calls.append(folder)
        if len(calls) == 1:
            save_index(replace_generation(old, 99), settings.index_folder)
        return load(folder, rows)

    monkeypatch.setattr(LexicalIndex, "load", load_slowly)
    searcher = open_searcher(settings, FakeEncoder())
    assert searcher.index.manifest.generation == 99
    assert len(set(calls)) == 2


def replace_generation(index: LocalIndex, generation: int) -> LocalIndex:
    return LocalIndex(replace(index.manifest, generation=generation), index.lexical, index._vectors)


def test_files_of_two_builds_are_never_mixed(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A new build of as many passages, between two reads of the old one, must not lend it its vectors."""
    old, new = load_index(folder), make_index(40, generation=2)
    reads: list[Path] = []
    read = Path.read_bytes

    def read_slowly(self: Path) -> bytes:
        text = read(self)
        if self.name == "manifest.json" and not reads:
            reads.append(self)
            save_index(new, folder)
        return text

    monkeypatch.setattr(Path, "read_bytes", read_slowly)
    with pytest.raises(ForeignIndexError):
        load_index(folder)
    assert load_index(folder).manifest == new.manifest != old.manifest


def test_the_library_is_asked_whose_index_it_is(tmp_path: Path) -> None:
    add_text(tmp_path, "Công tác kiểm tra.")
    build(tmp_path, FakeEncoder())
    with open_library(tmp_path) as library:
        assert read_manifest(tmp_path / "index").library == library.id
