"""How long the graph of a large library takes, and a page's neighbourhood: ``python -m bench.graph [--documents N]``.

Documents are made up, with degrees as in offices: each cites 5 to 40 others, few are cited by very many.
"""

from __future__ import annotations

import argparse
import datetime
import random
import resource
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from index.graph import Graph
from ingest.mentions import Citation
from ingest.models import Document, Metadata
from ingest.relating.relation import KINDS, TextRelation
from ingest.store import Library, open_library

_BUILT_S, _AROUND_MS, _MEMORY_MB = 60.0, 100.0, 1024.0
_FIRST = datetime.date(2000, 1, 1)
_ASKED = 200


def main() -> int:
    """Print the table; 1 where a bar is missed."""
    parser = argparse.ArgumentParser(prog="python -m bench.graph", description=__doc__)
    parser.add_argument("--documents", type=int, default=10_000)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder, open_library(Path(folder)) as library:
        for document in make_documents(options.documents):
            library.add(document, document.id.encode())
        began = time.perf_counter()
        whole = Graph(library).read_all()
        built = time.perf_counter() - began
        around = sorted(measure_around(library))
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{len(whole.nodes)} văn bản, {len(whole.edges)} quan hệ")
    print(f"dựng cả đồ thị       {built:8.1f} giây    trần {_BUILT_S:.0f}")
    middle, slowest = statistics.median(around), around[-1]
    print(f"quanh một văn bản    {middle:8.1f} ms (giữa), {slowest:.1f} ms (chậm nhất)  trần {_AROUND_MS:.0f}")
    print(f"bộ nhớ lúc cao nhất  {memory:8.0f} MB      trần {_MEMORY_MB:.0f}")
    return int(built > _BUILT_S or around[-1] > _AROUND_MS or memory > _MEMORY_MB)


def make_documents(count: int) -> Iterator[Document]:
    """Documents in the order of their days, each citing older ones; old and much cited ones are cited more."""
    chance = random.Random(1)
    for number in range(count):
        day = _FIRST + datetime.timedelta(days=number)
        sign = f"{number + 1}-QĐ/TW"
        lines = [f"Văn bản thứ {number}, ký tự {chance.random()}.\n"]
        citations, relations, at = [], [], len(lines[0])
        for _ in range(min(number, chance.randint(5, 40))):
            other = int(number * chance.random() ** 3)
            words = f"Quy định số {other + 1}-QĐ/TW"
            citations.append(Citation(at, at + len(words), words, "Quy định", f"{other + 1}-QĐ/TW"))
            kind = chance.choices(KINDS, [8, 4, 3, 2, 1, 1, 1, 20])[0]
            relations.append(TextRelation(kind, at, at, at + len(words), None, None, 0.95))
            lines.append(f"{words}\n")
            at += len(words) + 1
        record = Metadata(type="Quy định", number=sign, title=f"về việc {number}", date=day)
        text = "".join(lines)
        yield Document(f"{sign}@{day.isoformat()}", text, record, (), tuple(citations), relations=tuple(relations))


def measure_around(library: Library) -> Iterator[float]:
    """Milliseconds of the neighbourhood of documents as pages ask for it, each with a graph of its own."""
    ids = [one.id for one in library.documents()]
    for key in [*ids[:20], *random.Random(2).sample(ids, min(len(ids), _ASKED))]:
        began = time.perf_counter()
        Graph(library).around(key)
        yield 1000 * (time.perf_counter() - began)


if __name__ == "__main__":
    sys.exit(main())
