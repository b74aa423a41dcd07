"""``python -m bench.aligning``: how well two versions of a law are aligned, on versions with known edits.

Later versions of the laws of the corpus are made by :mod:`bench.revising`: articles and clauses put in, left out,
moved, merged, split, numbered anew, headings and words changed, some clauses written anew. The thresholds were tuned
on the laws that ``--tuning`` measures; by default the others are. Exit code 1 if alignment is below its floor.
"""

from __future__ import annotations

import sys
import time
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from bench.law_lines import Item, Version, put_in_chapters, take_apart, write
from bench.laws import describe_machine, parser
from bench.revising import Editor
from index.aligning.align import STATUSES, Pair, align_documents
from index.aligning.units import find_units
from index.measuring.suites import read_suite
from index.settings import load_settings
from ingest.console import run
from ingest.patterns.numbering import CHAPTER, PART, SECTION, SUBSECTION
from ingest.spelling import unify_spelling

FLOOR = 0.95
_ALIGNED, _REWRITTEN, _KIN = "cặp đúng", "viết lại", "tách, nhập"
_NAMES = dict(zip(STATUSES, ("giống", "sửa", "chuyển", "mới", "bỏ"), strict=True))
_MEASURES = (_ALIGNED, _REWRITTEN, *_NAMES.values(), _KIN)
_SECTIONS, _MOST_SECTIONS = 33, 39
"""Articles of the form that counts in Roman digits, before and after; further than that none is read."""
_SPEED = 200
Fact = tuple[str, str | None, str | None]


@dataclass
class Tally:
    """What was found and what is true, by measure."""

    found: Counter[str] = field(default_factory=Counter)
    true: Counter[str] = field(default_factory=Counter)
    right: Counter[str] = field(default_factory=Counter)

    def add(self, found: set[Fact], true: set[Fact]) -> None:
        """Count the facts of one comparison."""
        for facts, counter in ((found, self.found), (true, self.true), (found & true, self.right)):
            counter.update(kind for kind, *_ in facts)

    def f1(self, kind: str) -> float:
        """Harmonic mean of precision and recall; 1 where there is nothing to find and nothing was found."""
        total = self.found[kind] + self.true[kind]
        return 2 * self.right[kind] / total if total else 1.0


def main(arguments: Sequence[str]) -> int:
    """Measure and print; exit code 0, or 1 below the floor."""
    made = parser("aligning", "Đo việc so sánh hai văn bản trên các luật đã sửa có chủ đích.")
    made.add_argument("--tuning", action="store_true", help="đo trên những luật đã dùng để chỉnh ngưỡng")
    made.add_argument("--scale", type=float, default=1, metavar="LẦN", help="sửa nhiều hơn bấy nhiêu lần")
    made.add_argument("--seeds", type=int, default=3, metavar="SỐ", help="số bản sửa của mỗi luật (mặc định 3)")
    options = made.parse_args(arguments)
    texts = read_suite("laws", load_settings(), options.corpus).texts
    laws = {Path(name).stem: take_apart(text, name) for name, text in texts.items() if _is_plain(text)}
    chosen = sorted(laws)[0::2] if options.tuning else sorted(laws)[1::2]
    seeds = range(options.seeds) if options.tuning else range(100, 100 + options.seeds)
    every = Tally()
    print(_row("", _MEASURES, "đơn vị"))
    for name in chosen:
        tally = Tally()
        for seed in seeds:
            for fact in _compare(name, laws, seed, options.scale):
                tally.add(*fact)
                every.add(*fact)
        _print(name, tally)
    _print("Tất cả", every)
    print(f"{_SPEED} × {_SPEED} điều: {_time(laws):.1f} giây. {describe_machine()}".replace(".", ",", 1))
    return 0 if every.f1(_ALIGNED) >= FLOOR else 1


def _is_plain(text: str) -> bool:
    """Whether no headings of chapters are left in the corpus's text: they would be taken for words of an article."""
    return not any(one.regex.search(line) for line in text.split("\n") for one in (PART, CHAPTER, SECTION, SUBSECTION))


def _compare(
    name: str, laws: Mapping[str, list[Item]], seed: int, scale: float
) -> Iterator[tuple[set[Fact], set[Fact]]]:
    """What was found and what is true of a law, of the same with chapters, and as the Party counts."""
    foreign = [article for other, articles in laws.items() if other != name for article in articles]
    for form, (sections, chapters) in enumerate(((False, 0), (False, 9), (True, 0))):
        articles = laws[name][:_SECTIONS] if sections else laws[name]
        articles = put_in_chapters(articles, chapters) if chapters else articles
        revised = Editor(Random(1000 * form + seed), foreign, scale).revise(articles)
        old, new = (write(one, name, sections) for one in (articles, revised[:_MOST_SECTIONS] if sections else revised))
        pairs = align_documents(old.document, new.document)
        yield judge(pairs, old, new)


def judge(pairs: Sequence[Pair], old: Version, new: Version) -> tuple[set[Fact], set[Fact]]:
    """What *pairs* say of the two versions, and what is true of them, in facts that can be counted."""
    names, new_names = _name_units(old), _name_units(new)
    found: set[Fact] = set()
    for pair in pairs:
        a = names.get(pair.old.start) if pair.old else None
        b = new_names.get(pair.new.start) if pair.new else None
        if a or b:
            found |= set(_say(a, b, pair.changed, pair.moved, new))
            found |= {(_KIN, a or b, (names if pair.new else new_names).get(kin.start)) for kin in pair.kin}
    true: set[Fact] = set()
    for name in {*names.values(), *new_names.values()}:
        a = name if name in names.values() else None
        b = name if name in new_names.values() else None
        changed = bool(a and b) and _words(old, names, name) != _words(new, new_names, name)
        true |= set(_say(a, b, changed, bool(a and b) and new.items[name].moved, new))
    true |= {_read_kin(item) for item in new.items.values() if item.kin}
    return _only_of_articles(found, old, new), true


def _say(a: str | None, b: str | None, changed: bool, moved: bool, new: Version) -> Iterator[Fact]:
    if a and b:
        yield _ALIGNED, a, b
        if new.items[b].rewritten:
            yield _REWRITTEN, a, b
        if changed:
            yield _NAMES["changed"], a, b
        if moved:
            yield _NAMES["moved"], a, b
        if not changed and not moved:
            yield _NAMES["same"], a, b
    else:
        yield _NAMES["gone" if a else "new"], a, b


def _read_kin(item: Item) -> Fact:
    merged = item.kin.removeprefix("merged:")
    return (_KIN, merged, item.name) if merged != item.kin else (_KIN, item.name, merged)


def _only_of_articles(facts: set[Fact], old: Version, new: Version) -> set[Fact]:
    """Without the kin of clauses: only articles were split and merged on purpose."""
    items = old.items | new.items
    return {fact for fact in facts if fact[0] != _KIN or items[str(fact[1])].level == "article"}


def _name_units(version: Version) -> dict[int, str]:
    """First character of each unit -> name of the line that begins there."""
    begins = {start: name for name, start in version.starts.items()}
    return {unit.start: begins[unit.start] for unit in find_units(version.document) if unit.start in begins}


def _words(version: Version, names: Mapping[int, str], name: str) -> list[str]:
    """The words of a unit, in one spelling: of its line, and of those below that are no unit of their own."""
    units = set(names.values())
    item = version.items[name]
    lines = [item.words, *(below.words for below in item.below if below.name not in units)]
    return unify_spelling(" ".join(lines)).casefold().split()


def _time(laws: Mapping[str, list[Item]]) -> float:
    """Seconds for two versions of two hundred articles each."""
    articles = [article for items in laws.values() for article in items][:_SPEED]
    revised = Editor(Random(1), articles).revise(articles)
    old, new = (write(one, "Luật", sections=False) for one in (articles, revised[:_SPEED]))
    started = time.perf_counter()
    align_documents(old.document, new.document)
    return time.perf_counter() - started


def _print(name: str, tally: Tally) -> None:
    scores = [f"{tally.f1(kind):.3f}" for kind in _MEASURES]
    print(_row(name, scores, str(tally.true[_ALIGNED] + tally.true[_NAMES["new"]] + tally.true[_NAMES["gone"]])))


def _row(name: str, cells: Sequence[str], last: str) -> str:
    return f"{name:<28}" + "".join(f"{cell:>11}" for cell in (*cells, last))


if __name__ == "__main__":
    sys.exit(run(main))
