"""Whatever befalls the files of the index, no wrong passage is served, and it is built again without embedding."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from index.local_index import current_build
from tests.trouble import Machine, prepare

QUESTION = "kiểm tra, giám sát ở huyện 5"


def turn_over(file: Path, share: float) -> None:
    """One bit, that *share* of the way through *file*."""
    content = bytearray(file.read_bytes())
    content[int(len(content) * share)] ^= 0x04
    file.write_bytes(content)


def cut(file: Path, share: float) -> None:
    file.write_bytes(file.read_bytes()[: int(file.stat().st_size * share)])


def exchange(file: Path, _: float) -> None:
    """Its bytes are as many, and others."""
    file.write_bytes(bytes(reversed(file.read_bytes())))


FILES = (
    "manifest.json",
    "vectors.faiss",
    "SHA256SUMS",
    *(
        f"{field}/{name}"
        for field in ("words", "marked", "bare", "near", "marked-pairs")
        for name in (
            "data.csc.index.npy",
            "indices.csc.index.npy",
            "indptr.csc.index.npy",
            "params.index.json",
            "vocab.index.json",
        )
    ),
)
DAMAGES = [(turn_over, 0.5), (turn_over, 0.95), (cut, 0.5), (exchange, 0.0)]


@pytest.fixture
def indexed(machine: Machine) -> Iterator[Machine]:
    """With an index that finds something."""
    prepare(machine, "bỏ")
    machine.index("build")
    machine.encoder.embedded.clear()
    yield machine
    assert machine.encoder.embedded == []  # whatever was done, nothing is embedded again


def search(machine: Machine) -> str:
    code, out, err = machine.index("search", QUESTION, "--json")
    assert (code, err) == (0, "")
    return out


def assert_refused(machine: Machine, words: str = "bị hỏng hoặc thiếu") -> None:
    for command in ("search", "ask"):
        code, out, err = machine.index(command, QUESTION)
        assert (code, out) == (3, "")
        assert words in err
        assert str(machine.place.home / "index") in err
        assert err.endswith("Hãy chạy: python -m index build\n")


def assert_built_again(machine: Machine, before: str) -> None:
    code, out, _ = machine.index("build")
    assert code == 0
    assert "; 0 đoạn mới" in out
    assert search(machine) == before
    machine.assert_whole()


def test_the_files_that_are_damaged_here_are_all_there_are(indexed: Machine) -> None:
    build = current_build(indexed.place.home / "index")
    assert sorted(file.relative_to(build).as_posix() for file in build.rglob("*") if file.is_file()) == sorted(FILES)


@pytest.mark.parametrize("name", FILES)
def test_damage_to_a_file_is_noticed_before_anything_is_found_by_it(indexed: Machine, name: str) -> None:
    before = search(indexed)
    build = current_build(indexed.place.home / "index")
    file, whole = build / name, (build / name).read_bytes()
    for damage, share in DAMAGES:
        file.write_bytes(whole)
        damage(file, share)
        if file.read_bytes() != whole:
            code, out, err = indexed.index("search", QUESTION)
            assert (code, out) == (3, ""), (damage, share)
            assert "Hãy chạy: python -m index build" in err
    assert file.read_bytes() != whole
    assert_refused(indexed, "Chỉ mục")
    assert_built_again(indexed, before)


@pytest.mark.parametrize(
    ("spoil", "words"),
    [
        pytest.param(shutil.rmtree, "Chưa có chỉ mục", id="the-folder-is-gone"),
        pytest.param(lambda folder: shutil.rmtree(current_build(folder)), "bị hỏng hoặc thiếu", id="the-build-is-gone"),
        pytest.param(lambda folder: (folder / "CURRENT").unlink(), "Chưa có chỉ mục", id="the-pointer-is-gone"),
        pytest.param(lambda folder: turn_over(folder / "CURRENT", 0.9), "bị hỏng hoặc thiếu", id="the-pointer-is-off"),
        pytest.param(lambda folder: cut(folder / "CURRENT", 0.5), "bị hỏng hoặc thiếu", id="the-pointer-is-cut"),
        pytest.param(
            lambda folder: (current_build(folder) / "vectors.faiss").unlink(), "bị hỏng hoặc thiếu", id="a-file-is-gone"
        ),
        pytest.param(
            lambda folder: (current_build(folder) / "more.npy").write_bytes(b"x"),
            "bị hỏng hoặc thiếu",
            id="a-file-more",
        ),
    ],
)
def test_what_is_missing_is_built_again_without_embedding(
    indexed: Machine, spoil: Callable[[Path], object], words: str
) -> None:
    before = search(indexed)
    spoil(indexed.place.home / "index")
    assert_refused(indexed, words)
    assert_built_again(indexed, before)


def test_a_lock_that_nobody_holds_is_in_nobodys_way(indexed: Machine) -> None:
    before = search(indexed)
    (indexed.place.home / "index" / "build.lock").write_text("4711\n")
    (current_build(indexed.place.home / "index") / "manifest.json").unlink()
    assert_built_again(indexed, before)


def test_what_killed_builds_left_behind_goes_with_the_next_one_even_where_nothing_is_to_build(indexed: Machine) -> None:
    folder = indexed.place.home / "index"
    for name in ("build-000000000001", "build-000000000002"):
        shutil.copytree(current_build(folder), folder / name)
    (folder / "CURRENT.part").write_text("build-00000")
    assert "không phải lập lại" in indexed.index("build")[1]
    indexed.assert_whole()


def test_an_index_of_another_library_is_refused(indexed: Machine) -> None:
    before = search(indexed)
    for file in indexed.place.home.glob("library.sqlite*"):
        file.rename(indexed.place.disk / file.name)
    assert indexed.ingest("list")[0] == 0  # a new and empty library in its place
    assert_refused(indexed, "thuộc thư viện khác")
    for file in indexed.place.disk.glob("library.sqlite*"):
        file.rename(indexed.place.home / file.name)
    assert search(indexed) == before
