"""How long the graph of a large library takes, and a page's neighbourhood: ``python -m bench.graph [--documents N]``.

Page Quan hệ first shows the nearest documents, then on a press, in a table or under a filter as many as there is room
for. Of the documents most cited and of some others the slowest counts: with what is known of the library since others
were looked at, and as the first after the library changed.

Documents are made up, with lengths and degrees as in offices: each cites 5 to 40 others, few are cited by very many
(the first by more than half of all), some by a bare number. Exit code 1 where a bar is missed.
"""

from __future__ import annotations

import argparse
import datetime
import random
import resource
import sqlite3
import statistics
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path

from index.changes import Changes
from index.graph import ENDINGS, NEAREST, Graph
from index.surroundings import AT_FIRST, ROOM, survey
from index.trees import Way, read_tree
from ingest.mentions import Citation
from ingest.models import EFFECT, Document, Finding, Metadata
from ingest.relating.relation import (
    AMENDS,
    BASED_ON,
    CARRIES_OUT,
    CHANGES,
    GUIDES,
    REFERS_TO,
    REPEALS,
    REPLACES,
    SUPPLEMENTS,
    TextRelation,
)
from ingest.store import Library, open_library
from ingest.store.connection import LIBRARY_FILE

_BUILT_S, _AROUND_MS, _MEMORY_MB, _FILTER_MS = 60.0, 100.0, 1024.0, 1000.0
_FIRST = datetime.date(2000, 1, 1)
_MOST_CITED, _OTHERS = 20, 200
_SHORT = 0.1  # of mentions, those by a bare number
_LENGTH, _SPREAD, _LONGEST = 12_000, 1.0, 400_000  # characters: the middle, in powers of e, the longest
_WORDS = "Các cấp ủy, tổ chức đảng quán triệt, phổ biến nội dung này đến cán bộ, đảng viên; phân công người theo dõi.\n"
_FAR = 10
_OFTEN = {BASED_ON: 8, CARRIES_OUT: 4, GUIDES: 3, AMENDS: 2, SUPPLEMENTS: 1, REPLACES: 1, REPEALS: 1, REFERS_TO: 20}
_EFFECT = "Quy định này có hiệu lực kể từ ngày ký"
_MOST_OFTEN = {"ends": 1, AMENDS: 2, SUPPLEMENTS: 2, GUIDES: 3}
"""So often at most a document suffers it."""


def main() -> int:
    """Print the table; 1 where a bar is missed."""
    parser = argparse.ArgumentParser(prog="python -m bench.graph", description=__doc__)
    parser.add_argument("--documents", type=int, default=10_000)
    parser.add_argument("--library", type=Path, help="made there once, and measured again")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder, open_library(options.library or Path(folder)) as library:
        if not library.documents():
            for document in make_documents(options.documents):
                library.add(document, document.id.encode())
            lengthen(library.folder / LIBRARY_FILE)
        return int(not measure(library))


def measure(library: Library) -> bool:
    """Whether every bar was held."""
    began = time.perf_counter()
    whole = Graph(library).read_all()
    built = time.perf_counter() - began
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{len(whole.nodes)} văn bản, {len(whole.edges)} quan hệ")
    del whole
    changes = Changes()
    any_other = library.documents()[-1].id
    survey(Graph(library), any_other, changes=Changes())  # the program has run: what it reads once it has read
    firsts = list(measure_around(library, Changes, AT_FIRST))
    filtered = time_call(lambda: (changes.find_ended(library), changes.find_outdated(library)))
    later, wide = (list(measure_around(library, lambda: changes, room)) for room in (AT_FIRST, ROOM))
    print(f"dựng cả đồ thị       {built:8.1f} giây    trần {_BUILT_S:.0f}")
    print(f"bộ nhớ lúc cao nhất  {memory:8.0f} MiB     trần {_MEMORY_MB:.0f}")
    print(f"quanh một văn bản    {say_spread(later)}  trần {_AROUND_MS:.0f}")
    print(f"  lần đầu            {say_spread(firsts)}  trần {_AROUND_MS:.0f}")
    print(f"  rộng nhất          {say_spread(wide)}")
    print(f"lọc còn hiệu lực     {filtered[0]:8.1f} ms lần đầu, bộ xử lý {filtered[1]:.1f}  trần {_FILTER_MS:.0f}")
    for hops in (2, 3):
        print(f"quanh {hops} bước         {measure_far(library, hops)}")
    print(f"cây căn cứ           {measure_tree(library, 'basis')}")
    print(f"chuỗi triển khai     {measure_tree(library, 'downwards')}")
    near = max(wall for wall, _ in (*firsts, *later)) <= _AROUND_MS
    return built <= _BUILT_S and near and memory <= _MEMORY_MB and filtered[0] <= _FILTER_MS


def say_spread(times: Sequence[tuple[float, float]]) -> str:
    """Of milliseconds by the clock the middle, the 95th of a hundred, the slowest; of the processor's the slowest."""
    walls, busy = zip(*times, strict=True)
    cuts = statistics.quantiles(walls, n=100)
    return f"{cuts[49]:8.1f} ms giữa, {cuts[94]:.1f} p95, {max(walls):.1f} chậm nhất (bộ xử lý {max(busy):.1f})"


def measure_around(library: Library, recall: Callable[[], Changes], room: int) -> Iterator[tuple[float, float]]:
    """Milliseconds of all that page Quan hệ asks of a document, each with a graph of its own and what is recalled."""
    ids = [one.id for one in library.documents()]
    for key in [*ids[:_MOST_CITED], *random.Random(2).sample(ids, min(len(ids), _OTHERS))]:
        yield time_call(partial(survey, Graph(library), key, changes=recall(), room=room))


def time_call(work: Callable[[], object]) -> tuple[float, float]:
    """Milliseconds by the clock, and of the processor alone, which other programs slow down less."""
    began, worked = time.perf_counter(), time.process_time()
    work()
    return 1000 * (time.perf_counter() - began), 1000 * (time.process_time() - worked)


def measure_far(library: Library, hops: int) -> str:
    """The slowest of some wider circles, and what they hold."""
    ids = [one.id for one in library.documents()]
    told = []
    for key in [ids[0], *random.Random(3).sample(ids, min(len(ids), _FAR))]:
        began = time.perf_counter()
        found = Graph(library).around(key, hops)
        took = 1000 * (time.perf_counter() - began)
        told.append((took, f"{len(found.nodes)} văn bản, {len(found.edges)} quan hệ, {found.left_out} để lại"))
        if len(found.nodes) > NEAREST:
            raise ValueError(f"{key}: {len(found.nodes)} documents are more than there is room for")
    took, words = max(told)
    return f"{took:8.1f} ms chậm nhất: {words}"


def measure_tree(library: Library, way: Way) -> str:
    """A tree of the most cited document, or of the last, which rests on most."""
    key = library.documents()[-1 if way == "basis" else 0].id
    began = time.perf_counter()
    tree = read_tree(Graph(library), key, way)
    took = 1000 * (time.perf_counter() - began)
    return f"{took:8.1f} ms: {sum(1 for _ in tree.root.walk())} nhánh, {tree.left_out} để lại"


def make_documents(count: int) -> Iterator[Document]:
    """Documents in the order of their days, each citing older ones; old and much cited ones are cited more."""
    chance, taken = random.Random(1), Counter[tuple[str, int]]()
    for number in range(count):
        day = _FIRST + datetime.timedelta(days=number)
        sign = f"{number + 1}-QĐ/TW"
        lines = [f"Văn bản thứ {number}, ký tự {chance.random()}.\n"]
        citations, relations, at = [], [], len(lines[0])
        for _ in range(min(number, chance.randint(5, 40))):
            other = int(number * chance.random() ** 3) + 1
            short = chance.random() < _SHORT
            words = f"Quy định {other}" if short else f"Quy định số {other}-QĐ/TW"
            named = (None, words) if short else (f"{other}-QĐ/TW", None)
            citations.append(Citation(at, at + len(words), words, "Quy định", *named))
            kind = draw_kind(chance, other, taken)
            relations.append(TextRelation(kind, at, at, at + len(words), None, None, 0.95))
            lines.append(f"{words}\n")
            at += len(words) + 1
        record = Metadata(type="Quy định", number=sign, title=f"về việc {number}", date=day)
        text, key = "".join((*lines, _EFFECT)), f"{sign}@{day.isoformat()}"
        begins = (Finding(EFFECT, at, len(text), 0.9),)
        yield Document(key, text, record, (), tuple(citations), findings=begins, relations=tuple(relations))


def draw_kind(chance: random.Random, other: int, taken: Counter[tuple[str, int]]) -> str:
    """What a document does to the *other*: one in force is ended once at most, and changed or guided a few times."""
    kind = chance.choices([*_OFTEN], [*_OFTEN.values()])[0]
    deed = "ends" if kind in ENDINGS else kind
    if (taken["ends", other] and kind in CHANGES) or taken[deed, other] >= _MOST_OFTEN.get(deed, sys.maxsize):
        return REFERS_TO
    taken[deed, other] += 1
    return kind


def lengthen(file: Path) -> None:
    """Give the texts the length of real ones, whose words would take long to add."""
    chance = random.Random(4)
    library = sqlite3.connect(file)
    for (seq,) in library.execute("SELECT seq FROM documents").fetchall():
        more = int(min(_LONGEST, chance.lognormvariate(0, _SPREAD) * _LENGTH))
        words = (_WORDS * (more // len(_WORDS) + 1))[:more]
        library.execute("UPDATE documents SET text = text || ? WHERE seq = ?", (words, seq))
    library.commit()
    library.close()


if __name__ == "__main__":
    sys.exit(main())
