"""Processes killed in the middle of what they do: ``python -m bench.kills --kills 500``.

Each act runs in a process of its own that SIGKILL ends: at a moment chosen at random in the time that it takes, right
after the first byte of its output, or before, in and after a commit, an ``fsync`` or a change of a name. Then the
library must be whole, what was acknowledged must be there, what was not must be as before or as after, the index must
serve, and the same command must bring about the rest.
"""

from __future__ import annotations

import json
import os
import random
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from bench.kill_acts import ALL, Act, make_acts, serve_decision
from bench.kill_state import (
    Place,
    State,
    find_growing,
    find_leftovers,
    find_silence,
    find_unclean,
    read_state,
)
from ingest.console import Parser, run, show_status
from tests.fakes import FAKE_MODEL
from tests.portal import serve_portal

_IN_A_ROW = 3  # kills of one library before it is let finish: what is left behind must not grow
_MOST_TRIES = 4  # for each kill that meets the process alive
_SIGKILL = -9
_ROOT = Path(__file__).parent.parent
_COLUMNS = ("lần", "giữa chừng", "đã báo", "mất", "làm tiếp được", "verify sai", "chỉ mục im", "rác")


@dataclass
class Tally:
    """What came of the kills of one act.

    Attributes:
        kills: How often it was tried.
        middle: Kills that met the process alive.
        acknowledged: Things that killed processes had said are done.
        lost: Those of them that were not there, and whatever else was neither as before nor as after.
        resumed: Libraries in which the same command brought about the rest, or nothing was left to do.
        faults: What was wrong, in words.
    """

    name: str
    kills: int = 0
    middle: int = 0
    acknowledged: int = 0
    lost: int = 0
    resumed: int = 0
    unclean: int = 0
    silent: int = 0
    leftovers: int = 0
    faults: list[str] = field(default_factory=list)

    def figures(self) -> tuple[int, ...]:
        """In the order of the columns."""
        told = self.kills, self.middle, self.acknowledged, self.lost, self.resumed
        return *told, self.unclean, self.silent, self.leftovers


class Server:
    """The warm process that is asked to run and kill commands."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self._process = process
        self._read()

    def act(self, act: Act, place: Place, kill: dict[str, Any] | None = None) -> dict[str, Any]:
        """Run *act* in *place*, killed as *kill* says; what came of it."""
        folders = {name: str(getattr(place, name)) for name in ("files", "disk", "restored")}
        environment = {"VANKIEN_HOME": str(place.home), "VANKIEN_MODEL": FAKE_MODEL, "TMPDIR": str(place.scratch)}
        asked = {
            "door": act.door,
            "words": [word.format(**folders) for word in act.words],
            "environment": environment | {"VANKIEN_FETCH_HOSTS": "127.0.0.1", "VANKIEN_OFFICE": ""},
            "apart": act.apart,
            "kill": kill,
        }
        assert self._process.stdin is not None
        self._process.stdin.write(json.dumps(asked) + "\n")
        self._process.stdin.flush()
        told: dict[str, Any] = self._read()
        return told

    def _read(self) -> Any:
        assert self._process.stdout is not None
        return json.loads(self._process.stdout.readline())


@contextmanager
def start_server() -> Iterator[Server]:
    """The warm process, until the block ends."""
    command, pipe = [sys.executable, "-m", "bench.kill_server"], subprocess.PIPE
    with subprocess.Popen(command, cwd=_ROOT, stdin=pipe, stdout=pipe, text=True, env={**os.environ}) as process:
        try:
            yield Server(process)
        finally:
            process.kill()


class Killing:
    """Kills one act again and again, each time in a fresh copy of what was there before."""

    def __init__(self, server: Server, act: Act, folder: Path, chance: random.Random) -> None:
        self.tally = Tally(act.name)
        self._server, self._act, self._folder, self._chance = server, act, folder, chance
        self._copies = 0
        self._template = Place(folder / "template")
        act.prepare(self._template)
        self._before = read_state(self._copy(self._template))
        done = self._copy(self._template)
        self._whole = server.act(act, done)
        if self._whole["status"] not in (0, 6):
            raise AssertionError(f"{act.name}: {self._whole}")
        self._after = read_state(done)

    def kill(self, times: int) -> Tally:
        """Kill it until so many kills have met it alive; what came of it."""
        place, in_a_row = self._copy(self._template), 0
        while self.tally.middle < times and self.tally.kills < _MOST_TRIES * times:
            told = self._server.act(self._act, place, self._choose())
            in_a_row += 1
            state = self._judge(place, told)
            if state == self._after or in_a_row == _IN_A_ROW or self.tally.middle == times:
                self._finish(place, state)
                shutil.rmtree(place.root)
                place, in_a_row = self._copy(self._template), 0
        return self.tally

    def _copy(self, template: Place) -> Place:
        self._copies += 1
        return Place(shutil.copytree(template.root, self._folder / str(self._copies)))

    def _choose(self) -> dict[str, Any]:
        """Half of them at any moment, a few at the first byte, the others where something is written."""
        what = self._chance.random()
        if what < 0.5 or not self._whole["points"]:
            return {"after": self._chance.uniform(0, self._whole["seconds"])}
        if what < 0.6:
            return {"output": self._chance.uniform(0, 0.001)}
        when = self._chance.choice(("before", "during", "after"))
        return {
            "point": self._chance.randint(1, self._whole["points"]),
            "when": when,
            "delay": self._chance.uniform(0, 0.003),
        }

    def _judge(self, place: Place, told: dict[str, Any]) -> State:
        tally = self.tally
        tally.kills += 1
        tally.middle += told["status"] == _SIGKILL
        acknowledged = self._act.acknowledged(told["output"])
        tally.acknowledged += len(acknowledged)
        if "Traceback" in told["errors"] or told["status"] not in (_SIGKILL, 0, 6):
            self._note("lost", [told["errors"] or f"exit code {told['status']}"])
        self._note("unclean", find_unclean(place))
        self._note("silent", find_silence(place))
        state = read_state(place)
        self._note("lost", self._find_lost(state, acknowledged))
        growing = find_growing(find_leftovers(place))
        self._note("leftovers", [f"grows: {growing}"] if len(growing) > 1 else [])
        return state

    def _find_lost(self, state: State, acknowledged: list[str]) -> Iterator[str]:
        yield from (f"neither before nor after: {one}" for one in state - self._before - self._after)
        yield from (f"gone: {one}" for one in (self._before & self._after) - state)
        if acknowledged == [ALL]:
            yield from (f"acknowledged and not there: {one}" for one in self._after - state)
            return
        for name in acknowledged:
            if not any(name in one for one in state & self._after):
                yield f"acknowledged and not there: {name}"

    def _finish(self, place: Place, state: State) -> None:
        """The same command again, to its end."""
        if state != self._after:
            told = self._server.act(self._act, place)
            state = read_state(place)
            if state != self._after or told["status"] != self._whole["status"]:
                self._note("lost", [f"not resumed: {told['status']} {told['output']} {told['errors']}"])
                return
            self._note("unclean", find_unclean(place))
            self._note("silent", find_silence(place))
            self._note("leftovers", [f"after the end: {left}"] if (left := find_leftovers(place)) else [])
        self.tally.resumed += 1

    def _note(self, what: str, found: Any) -> None:
        """One more in the column *what* where anything was *found*."""
        faults = list(found)
        if faults:
            setattr(self.tally, what, getattr(self.tally, what) + 1)
            self.tally.faults += [f"{self._act.name}: {what}: {one}" for one in faults]


def kill_all(
    server: Server, kills: int, seed: int, folder: Path, chosen: Callable[[Act], bool] = lambda _: True
) -> Iterator[Tally]:
    """Spread *kills* that meet processes alive evenly over the acts that are *chosen*; what came of each."""
    with serve_portal() as portal:
        portal.pages |= serve_decision()
        acts = [act for act in make_acts(portal.address) if chosen(act)]
        chance = random.Random(seed)
        for number, act in enumerate(acts):
            show_status(f"{act.name} ({number + 1}/{len(acts)})")
            own = folder / str(number)
            own.mkdir()
            share = kills * (number + 1) // len(acts) - kills * number // len(acts)
            yield Killing(server, act, own, chance).kill(share)
            shutil.rmtree(own)
        show_status("")


def draw_table(tallies: Sequence[Tally]) -> str:
    """A row an act, and the sums."""
    lines = [f"{'việc':<26}" + "".join(f"{name:>15}" for name in _COLUMNS)]
    rows = [(one.name, one.figures()) for one in tallies]
    rows.append(("cộng", tuple(map(sum, zip(*(figures for _, figures in rows), strict=True)))))
    lines += [f"{name:<26}" + "".join(f"{figure:>15}" for figure in figures) for name, figures in rows]
    return "\n".join(lines)


def main(arguments: Sequence[str]) -> int:
    """Print the table; the exit code says whether anything was wrong."""
    parser = Parser("python -m bench.kills", "Giết tiến trình giữa chừng, rồi xem thư viện còn nguyên không.")
    parser.add_argument("--kills", type=int, default=500, metavar="SỐ", help="số lần giết được giữa chừng")
    parser.add_argument("--seed", type=int, default=1, metavar="SỐ", help="để lần sau giết đúng những chỗ ấy")
    parser.add_argument("--only", default="", metavar="VIỆC", help="chỉ những việc có chữ này trong tên")
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as folder, start_server() as server:
        tallies = list(
            kill_all(server, options.kills, options.seed, Path(folder), lambda act: options.only in act.name)
        )
    print(draw_table(tallies))
    for fault in (fault for one in tallies for fault in one.faults):
        print(fault)
    return int(any(one.faults for one in tallies))


if __name__ == "__main__":
    sys.exit(run(main))
