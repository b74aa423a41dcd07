"""Fifty people at once: a question or a page each every twenty seconds, while a folder is added.

    python -m bench.load [--corpus FOLDER] [--people N] [--minutes N]

A library of the laws with accounts, five groups with a document of their own each, and clients that speak the pages'
protocol over the loopback. Printed: how long a question and a page take, errors, what was shown to a wrong person,
memory and open files of the server over the time; then the rate at which the ninety-fifth of a hundred questions takes
longer than a second and a half.
"""

from __future__ import annotations

import asyncio
import os
import random
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

from bench.laws import describe_machine, open_laws, parser
from bench.page_client import Drawn, PageClient, find_markers
from bench.screenshots import ROOT, serve_watched
from bench.taking import write_files
from index.build import build_index
from index.settings import Settings
from ingest.accounts.file import open_accounts
from ingest.console import run
from ingest.documents import read_document
from ingest.store import open_library
from ingest.store.sight import see_as

EVERY_S, SLOW_S, GROUPS, FILES = 20.0, 1.5, 5, 40
STEP_S, GROWTH = 40.0, 1.4
PAGES = (("tim-kiem", "q=thanh+tra"), ("van-ban", ""), ("thu-vien", ""), ("con-thieu", ""), ("quan-he", ""))
_SECRET = """ĐẢNG BỘ TỈNH A
*
Số 90{number}-KH/TU
ngày 02 tháng 3 năm 2019

KẾ HOẠCH
về việc riêng của nhóm {number}

1. Nhóm bí danh {word} họp vào thứ hai hằng tuần.
"""


@dataclass
class Tally:
    """What was seen.

    Attributes:
        questions: Seconds of each.
        pages: Likewise.
        faults: What went wrong, in words.
        wrong: What was shown to somebody of another group.
    """

    questions: list[float] = field(default_factory=list)
    pages: list[float] = field(default_factory=list)
    busy: int = 0
    faults: list[str] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)
    memory: list[tuple[float, float, int]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Somebody:
    """A person of a group, with a log-in."""

    token: str
    group: int


def main(arguments: Sequence[str]) -> int:
    """Print the tables."""
    options = parser("load", "đo khi nhiều người cùng hỏi, đọc, và một thư mục đang được thêm")
    options.add_argument("--people", type=int, default=50, metavar="N", help="số người")
    options.add_argument("--minutes", type=float, default=5.0, metavar="N", help="số phút")
    given = options.parse_args(arguments)
    suite = open_laws(given.corpus)
    questions = [case.question for case in suite.cases]
    print(describe_machine(), flush=True)
    with tempfile.TemporaryDirectory() as place:
        home = Path(place) / "var"
        shutil.copytree(suite.settings.home, home)
        people = furnish(home, given.people)
        with serve_watched(home) as (address, process):
            office = Office(address, process, questions, people)
            asyncio.run(office.hold(home, Path(place) / "vao", given.minutes * 60))
    return 0


def furnish(home: Path, count: int) -> list[Somebody]:
    """Accounts, groups, and for each group a collection with a document that nobody else may see; all is indexed."""
    with open_library(home) as library:
        for number in range(GROUPS):
            text = _SECRET.format(number=number, word=marker(number))
            added = library.add(read_document(text, f"nhom-{number}.txt"), text.encode())
            library.collections.create(f"Kho {number}", [added.document_id])
            library.collections.give_to(f"Kho {number}", [f"Nhóm {number}"])
    people = []
    with open_accounts(home) as accounts:
        accounts.add("quan-tri", "Quản trị", "administrator", password="mat-khau-du-dai-0")
        for number in range(count):
            name, group = f"nguoi-{number}", number % GROUPS
            accounts.add(name, name, "reader", [f"Nhóm {group}"], password="mat-khau-du-dai-1")
            people.append(Somebody(accounts.log_in(name, "mat-khau-du-dai-1", "127.0.0.1"), group))
    for number in range(GROUPS):
        build_index(Settings(home, sight=see_as([f"Nhóm {number}"]), own_index=True), lambda *_: None)
    return people


def marker(group: int) -> str:
    """A word that stands in one document of the library."""
    return f"zqnhom{'abcde'[group]}"


class Office:
    """The people before their pages."""

    def __init__(
        self, address: str, process: subprocess.Popen[bytes], questions: Sequence[str], people: Sequence[Somebody]
    ) -> None:
        self._address, self._process = address, process
        self._questions, self._people = questions, people
        self._markers = {str(number): f"{marker(number)} họp vào" for number in range(GROUPS)}
        self._random = random.Random(1)

    async def hold(self, home: Path, folder: Path, seconds: float) -> None:
        """Everybody at work for *seconds*, then ever faster until it is too much."""
        await self._warm_up()
        tally = Tally()
        hung = [await PageClient.open(self._address, self._people[0].token) for _ in range(3)]
        for one in hung:  # asks, and never reads what comes
            with suppress(TimeoutError):
                await asyncio.wait_for(one.visit(), 0.01)
        with adding(home, folder):
            watching = asyncio.create_task(self._watch(tally))
            await self._work(tally, seconds, EVERY_S)
            watching.cancel()
        tell(f"{len(self._people)} người, {seconds / 60:.1f} phút, đang thêm {FILES} tệp", tally)
        tell_memory(tally)
        await self._push()

    async def _warm_up(self) -> None:
        for group in range(GROUPS):
            one = next(one for one in self._people if one.group == group)
            client = await PageClient.open(self._address, one.token)
            await client.visit()
            await client.ask(self._questions[0])
            await client.close()

    async def _work(self, tally: Tally, seconds: float, every: float) -> None:
        end = time.monotonic() + seconds
        await asyncio.gather(*(self._sit(one, tally, end, every) for one in self._people))

    async def _sit(self, somebody: Somebody, tally: Tally, end: float, every: float) -> None:
        await asyncio.sleep(self._random.random() * every)
        client = await PageClient.open(self._address, somebody.token)
        while (began := time.monotonic()) < end:
            try:
                await self._act(client, somebody, tally)
            except Exception as error:  # noqa: BLE001 - whatever it is, it is counted and told
                tally.faults.append(f"{type(error).__name__}: {error}")
                with suppress(Exception):
                    await client.close()
                client = await PageClient.open(self._address, somebody.token)
            await asyncio.sleep(max(0.0, every * (0.75 + self._random.random() / 2) - (time.monotonic() - began)))
        await client.close()

    async def _act(self, client: PageClient, somebody: Somebody, tally: Tally) -> None:
        kind = self._random.random()
        if kind < 0.3:
            drawn = await client.visit(*self._random.choice(PAGES))
            tally.pages.append(drawn.seconds)
        else:
            if not client.asking:  # his page of asking stays open from one question to the next
                await client.visit()
            own = kind > 0.9
            asked = f"{marker(somebody.group)} họp khi nào" if own else self._random.choice(self._questions)
            drawn = await client.ask(asked)
            tally.questions.append(drawn.seconds)
            if own and not drawn.faults and not drawn.says(self._markers[str(somebody.group)]):
                tally.faults.append(f"nhóm {somebody.group} không được trả lời về việc của mình")
        self._check(drawn, somebody, tally)

    def _check(self, drawn: Drawn, somebody: Somebody, tally: Tally) -> None:
        busy = [one for one in drawn.faults if "Máy đang bận" in one]
        tally.busy += len(busy)
        tally.faults += [one[:200] for one in drawn.faults if one not in busy]
        tally.wrong += [one for one in find_markers(drawn, self._markers) if one != str(somebody.group)]

    async def _watch(self, tally: Tally) -> None:
        began = time.monotonic()
        while True:
            tally.memory.append((time.monotonic() - began, *read_size(self._process.pid)))
            await asyncio.sleep(5)

    async def _push(self) -> None:
        every = EVERY_S
        while every > 1:
            tally = Tally()
            await self._work(tally, STEP_S, every)
            tell(f"mỗi người {every:.1f} giây một việc ({len(self._people) / every:.1f} việc/giây)", tally)
            if not tally.questions or np.quantile(tally.questions, 0.95) > SLOW_S or tally.faults:
                return
            every /= GROWTH


@contextmanager
def adding(home: Path, folder: Path) -> Iterator[None]:
    """A folder on its way into the library, by another process."""
    write_files(folder, FILES)
    command = [sys.executable, "-m", "ingest", "add", str(folder)]
    environment = {**os.environ, "VANKIEN_HOME": str(home)}
    with subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.DEVNULL) as process:
        yield
        process.wait()


def read_size(pid: int) -> tuple[float, int]:
    """Resident memory in MiB, and open files, of a process."""
    status = Path(f"/proc/{pid}/status").read_text(encoding="utf-8")
    kib = next(int(line.split()[1]) for line in status.splitlines() if line.startswith("VmRSS"))
    return kib / 1024, sum(1 for _ in Path(f"/proc/{pid}/fd").iterdir())


def tell(name: str, tally: Tally) -> None:
    """Print the table of a stretch of time."""
    print(f"\n{name}")
    for what, times in (("câu hỏi", tally.questions), ("trang", tally.pages)):
        if times:
            p50, p95 = np.quantile(times, [0.5, 0.95])
            print(f"  {len(times):>5} {what:<8} p50 {p50:.2f}  p95 {p95:.2f}  lâu nhất {max(times):.2f} giây")
    print(f"  lỗi {len(tally.faults)}, được báo đang bận {tally.busy}, thấy việc của nhóm khác {len(tally.wrong)}")
    for one in sorted(set(tally.faults))[:5]:
        print(f"    {one}")
    sys.stdout.flush()


def tell_memory(tally: Tally) -> None:
    """Print how the server's size went, after the first minute."""
    warm = [row for row in tally.memory if row[0] > 60] or tally.memory
    half = max(1, len(warm) // 3)
    first, last = (np.mean([row[1] for row in part]) for part in (warm[:half], warm[-half:]))
    files = [row[2] for row in warm]
    print(f"  bộ nhớ {first:.0f} → {last:.0f} MiB ({(last / first - 1):+.1%}), tệp mở {files[0]} → {files[-1]}")


if __name__ == "__main__":
    sys.exit(run(main))
