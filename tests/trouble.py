"""A machine in trouble: a library on a disk of its own that can be filled, its commands, and what must hold after."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass
from pathlib import Path

import pytest

from bench.kill_acts import Act, make_acts
from bench.kill_state import Place, State, find_leftovers, find_silence, find_unclean, read_state
from index.__main__ import main as index_main
from ingest.__main__ import main as ingest_main
from ingest.adding import ReadHere
from ingest.console import run
from ingest.desk.file import open_desk
from tests.commands import Printed
from tests.fakes import FAKE_MODEL, NotingEncoder, a_disk_that_takes_files_up_to

_DISK_KIB = 8192
ACTS = {act.name: act for act in make_acts("http://127.0.0.1:1")}


@dataclass
class Machine:
    """A library in a folder of its own, and its commands.

    Attributes:
        encoder: Notes what it was given to embed.
        mounted: Whether the folder is a small disk.
    """

    place: Place
    capsys: pytest.CaptureFixture[str]
    encoder: NotingEncoder
    mounted: bool

    def ingest(self, *words: str | Path) -> Printed:
        """``python -m ingest``: exit code, output, errors; a bug is raised."""
        code = run(ingest_main, [str(word) for word in words])
        return code, *self.capsys.readouterr()

    def index(self, *words: str) -> Printed:
        """``python -m index`` likewise."""
        code = run(index_main, words)
        return code, *self.capsys.readouterr()

    def act(self, act: Act) -> Printed:
        """One of the acts that are killed elsewhere."""
        folders = {name: str(getattr(self.place, name)) for name in ("files", "disk", "restored")}
        words = [word.format(**folders) for word in act.words]
        if act.door == "desk":
            return self._ask(words)
        return self.index(*words) if act.door == "index" else self.ingest(*words)

    def _ask(self, words: list[str]) -> Printed:
        def main(questions: object) -> int:
            with open_desk(self.place.home) as desk:
                for question in words:
                    desk.history.add("tôi", question, answered=True)
            return 0

        return run(main, words), *self.capsys.readouterr()

    @contextmanager
    def full(self, left_kib: int = 0) -> Iterator[None]:
        """While this lasts the disk has *left_kib* left, or takes no files that are larger than the largest by that."""
        if not self.mounted:
            largest = max(file.stat().st_size for file in self.place.root.rglob("*") if file.is_file())
            with a_disk_that_takes_files_up_to(left_kib * 1024 if left_kib < 64 else largest):
                yield
            return
        ballast = self.place.root.parent / "ballast"
        room = shutil.disk_usage(self.place.root).free - left_kib * 1024
        ballast.write_bytes(bytes(room))
        try:
            yield
        finally:
            ballast.unlink()

    def state(self) -> State:
        return read_state(self.place)

    def state_of_copy(self) -> State:
        """The state, found without a look at the library itself: to open an old one is to bring it up to date."""
        with tempfile.TemporaryDirectory() as folder:
            return read_state(Place(Path(shutil.copytree(self.place.root, f"{folder}/copy"))))

    def rehearse(self, act: Act) -> None:
        """Do *act* and put all back: what it imports is there then, also for who may not read Python's folders."""
        with tempfile.TemporaryDirectory() as folder:
            copy = shutil.copytree(self.place.root, f"{folder}/copy")
            self.act(act)
            self.index("search", "kiểm tra")
            shutil.rmtree(self.place.root)
            shutil.copytree(copy, self.place.root)

    def assert_whole(self, leftovers: int = 0) -> None:
        """Nothing is damaged, the index serves, and nothing strange lies about."""
        assert list(find_unclean(self.place)) == []
        assert list(find_silence(self.place)) == []
        assert len(find_leftovers(self.place)) <= leftovers


@contextmanager
def small_disk() -> Iterator[tuple[Path, bool]]:
    """A folder that others may enter, and whether it is a disk of its own: root alone can mount one."""
    folder = Path(tempfile.mkdtemp(prefix="nho-"))
    folder.chmod(0o755)
    mount = ["mount", "-t", "tmpfs", "-o", f"size={_DISK_KIB}k,mode=755", "tmpfs", str(folder)]
    mounted = os.geteuid() == 0 and shutil.which("mount") is not None
    mounted = mounted and not subprocess.run(mount, check=False, capture_output=True).returncode
    try:
        yield folder, mounted
    finally:
        if mounted:
            subprocess.run(["umount", "-l", str(folder)], check=True)
        shutil.rmtree(folder)


@pytest.fixture
def machine(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Iterator[Machine]:
    """With nothing on it yet; files are read in this process, and nothing is known of meaning."""
    encoder = NotingEncoder()
    for module in ("index.encode", "index.search"):
        monkeypatch.setattr(f"{module}.open_encoder", lambda _: encoder)
    for module in ("taking", "fetching"):
        monkeypatch.setattr(f"ingest.commands.{module}.open_readers", lambda: nullcontext(ReadHere()))
    monkeypatch.setenv("VANKIEN_MODEL", FAKE_MODEL)
    with small_disk() as (folder, mounted):
        place = Place(folder / "may")
        monkeypatch.setenv("VANKIEN_HOME", str(place.home))
        yield Machine(place, capsys, encoder, mounted)


def prepare(machine: Machine, name: str) -> Act:
    """What is there before the act of that name; the act."""
    act = ACTS[name]
    act.prepare(machine.place)
    return act
