"""How well relations are read: ``python -m bench.relations FOLDER [--labels FILE]``.

Without *FILE* against ``data/eval/relations.jsonl``; ``relations-2.jsonl`` is of further texts of the same archive,
``party.jsonl`` of the made-up papers of the Party in ``data/eval``: each was read blind once, before it was mended on.
The labels are of right texts in *FOLDER*; where it holds ``gold.jsonl`` with the signs each cites, the ends of all
other relations are held against these. ``clauses`` and ``optional`` of a label count neither as hit nor as miss. Ends
with 1 where a floor is missed.
"""

from __future__ import annotations

import json
import re
import sys
import time
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from bench.reading_scores import sign_key
from ingest.citations import find_citations
from ingest.console import Parser, run
from ingest.documents import read_document
from ingest.errors import UsageError
from ingest.mentions import Citation
from ingest.models import Document
from ingest.relating.relation import BASED_ON, KINDS, REFERS_TO, REPEALS, REPLACES, TextRelation
from ingest.relating.relations import find_relations
from ingest.spelling import unify_spelling

DATA = Path(__file__).parent.parent / "data" / "eval"
_LABELS = DATA / "relations.jsonl"
_JUDGED = (BASED_ON, REPLACES, REPEALS)
FLOOR = 0.90
_ENDS_FLOOR = 1.0
_ENCLOSURE = re.compile(r"^(?!(?:phan|chuong|muc|tieu-muc|dieu|khoan|diem|tiet)-)[^.]+\.")


@dataclass(frozen=True, slots=True)
class Edge:
    """A relation as label and reading both state it."""

    kind: str
    target: str
    date: str | None
    clause: str | None
    since: str | None
    whole: bool

    def is_as(self, other: Edge) -> bool:
        """Whether both are one relation: of one kind to one clause of one document, as far as days tell.

        A label of an annex has no clause, as none had a path when it was made: what is read is then of that part.
        """
        days = {self.date, other.date} - {None}
        annex = self.clause is None and not self.whole and (other.clause or "").startswith("phu-luc-")
        same_clause = annex or self.clause == other.clause
        return (self.kind, self.target) == (other.kind, other.target) and same_clause and len(days) < 2


@dataclass(slots=True)
class Scored:
    """One document.

    Attributes:
        dated: Hits whose day is labelled, and those of them read with it.
        whole: Hits read rightly as of the whole document or of a part.
        ends: Ends of the relations not judged, and those of them that the text cites.
    """

    file: str
    hits: list[Edge] = field(default_factory=list)
    wrong: list[Edge] = field(default_factory=list)
    missed: list[Edge] = field(default_factory=list)
    dated: tuple[int, int] = (0, 0)
    whole: int = 0
    ends: tuple[int, int] = (0, 0)
    strange: list[str] = field(default_factory=list)


def read_labels(file: Path) -> list[dict[str, Any]]:
    """The labels of *file*, one of a document a line."""
    return [json.loads(line) for line in file.read_text("utf-8").splitlines() if line.strip()]


def score_document(document: Document, label: Mapping[str, Any], cites: set[str] | None) -> Scored:
    """The relations read from *document* against its *label*; *cites* are the signs that it truly cites, if known."""
    scored = Scored(label["file"])
    relations = find_relations(document)
    wanted, left_open = (
        [_read_label(one) for name in names for one in label.get(name, ())]
        for names in (("relations",), ("clauses", "optional"))
    )
    open_to_hit = list(wanted)
    changed = {(one.target, one.clause) for one in left_open if one.clause}
    for edge in _read_own(document, relations):
        hit = next((one for one in open_to_hit if one.is_as(edge)), None)
        if hit:
            open_to_hit.remove(hit)
            scored.hits.append(hit)
            scored.whole += hit.whole == edge.whole
            if hit.since:
                scored.dated = scored.dated[0] + 1, scored.dated[1] + (hit.since == edge.since)
        elif not any(one.is_as(edge) for one in (*wanted, *left_open)) and (edge.target, edge.clause) not in changed:
            scored.wrong.append(edge)
    scored.missed = open_to_hit
    if cites is None:
        return scored
    ends = _find_other_ends(document, relations)
    scored.strange = sorted({one for one in ends if sign_key(one) not in cites})
    scored.ends = len(ends), sum(sign_key(one) in cites for one in ends)
    return scored


def _read_own(document: Document, relations: Iterable[TextRelation]) -> list[Edge]:
    """What the document itself does, each once: since the first day said, and of a part where one saying is."""
    cited = {citation.start: citation for citation in document.citations}
    merged: dict[tuple[str, str, str | None, str | None], Edge] = {}
    for one in relations:
        if one.kind == REFERS_TO or one.subject is not None or one.cited is None:
            continue
        target = cited[one.cited]
        place = one.kind, _key(target), _day(target.date), _clause(one.clause)
        said = merged.get(place)
        since = (said.since if said else None) or _day(one.since)
        merged[place] = Edge(*place, since, one.whole and (said is None or said.whole))
    return list(merged.values())


def _read_label(given: Mapping[str, Any]) -> Edge:
    target = given["target"]
    # "28/1998/ND-CP" and "Hiến pháp nước Cộng hòa … năm 1992", as we write them; a title alone is read in a preamble
    named = find_citations(target) or find_citations(f"Căn cứ {target};")
    key = _key(named[0]) if named else sign_key(target)
    return Edge(given["kind"], key, given["date"], _clause(given["clause"]), given["since"], given["whole"])


def _key(citation: Citation) -> str:
    return sign_key(citation.number) if citation.number else _name_key(citation.name or citation.text)


def _name_key(name: str) -> str:
    return " ".join(re.findall(r"\w+", unify_spelling(name).casefold()))


def _day(day: object) -> str | None:
    return str(day) if day else None


def _clause(path: str | None) -> str | None:
    """A path in small letters; of an enclosed text the provision alone."""
    return _ENCLOSURE.sub("", path.lower()) if path else None


def _find_other_ends(document: Document, relations: Iterable[TextRelation]) -> list[str]:
    """Signs at the ends of all relations but the document's own of the judged kinds."""
    cited = {citation.start: citation for citation in document.citations}
    ends = [
        cited[end].number
        for one in relations
        if one.kind not in _JUDGED or one.subject is not None
        for end in (one.cited, one.subject)
        if end in cited
    ]
    return [end for end in ends if end]


def read_cites(gold: Mapping[str, Any], document: Document) -> set[str]:
    """The signs that a text cites, their variants and its own, as keys."""
    variants = gold["cite_variants"]
    signs = [*gold["cites"], *gold["alt"].get("cites", []), *variants, *variants.values(), gold["number"]]
    return {sign_key(sign) for sign in (*signs, document.metadata.number) if sign}


def make_rows(scored: Sequence[Scored]) -> dict[str, tuple[float, float, float, int]]:
    """Kind -> precision, recall, F1 and how many are labelled; "judged" is of the kinds with a floor."""
    names = [kind for kind in KINDS if kind != REFERS_TO]
    groups = {**{kind: (kind,) for kind in names}, "judged": _JUDGED}
    return {name: _make_row(scored, kinds) for name, kinds in groups.items()}


def _make_row(scored: Sequence[Scored], kinds: Sequence[str]) -> tuple[float, float, float, int]:
    counts = Counter(
        {
            name: sum(edge.kind in kinds for one in scored for edge in getattr(one, name))
            for name in ("hits", "wrong", "missed")
        }
    )
    hits, wrong, missed = counts["hits"], counts["wrong"], counts["missed"]
    return (
        hits / max(1, hits + wrong),
        hits / max(1, hits + missed),
        2 * hits / max(1, 2 * hits + wrong + missed),
        hits + missed,
    )


def main(arguments: Sequence[str]) -> int:
    """Print the table; 1 where a floor is missed."""
    parser = Parser("python -m bench.relations", "Đo việc đọc quan hệ giữa các văn bản.")
    parser.add_argument("folder", type=Path, metavar="THƯ_MỤC")
    parser.add_argument("--labels", type=Path, default=_LABELS, metavar="TỆP", help="nhãn, mỗi văn bản một dòng JSON")
    options = parser.parse_args(arguments)
    golds = _read_golds(options.folder / "gold.jsonl")
    scored: list[Scored] = []
    seconds = 0.0
    for label in read_labels(options.labels):
        document = read_document(_read_file(options.folder / label["file"]), label["file"])
        began = time.perf_counter()
        find_relations(document)
        seconds += time.perf_counter() - began
        gold = golds.get(label["file"])
        scored.append(score_document(document, label, read_cites(gold, document) if gold else None))
    return _report(scored, seconds)


def _read_file(file: Path) -> str:
    try:
        return file.read_text("utf-8")
    except OSError as error:
        raise UsageError(
            f"Không đọc được {file}: {error.strerror}. Hãy chỉ thư mục có những tệp mà nhãn nêu."
        ) from error


def _read_golds(file: Path) -> dict[str, Any]:
    """By the file of the right text; none where there is no such *file*."""
    return {gold["truth"]: gold for gold in read_labels(file)} if file.exists() else {}


def _report(scored: Sequence[Scored], seconds: float) -> int:
    for one in scored:
        for words, edges in (("thừa", one.wrong), ("thiếu", one.missed)):
            for edge in edges:
                print(f"{one.file}: {words} {edge.kind} {edge.target} {edge.date or ''} {edge.clause or ''}")
        for sign in one.strange:
            print(f"{one.file}: đầu quan hệ không có trong nhãn: {sign}")
    rows = make_rows(scored)
    print(f"{'quan hệ':<14}{'đúng':>8}{'đủ':>8}{'F1':>8}{'nhãn':>6}")
    for name, (precision, recall, f1, labelled) in rows.items():
        print(f"{name:<14}{precision:>8.3f}{recall:>8.3f}{f1:>8.3f}{labelled:>6}")
    dated, right = (sum(one.dated[i] for one in scored) for i in range(2))
    ends, known = (sum(one.ends[i] for one in scored) for i in range(2))
    share = known / ends if ends else 1.0
    hits = sum(len(one.hits) for one in scored)
    print(f"toàn văn bản hay một phần, đúng: {sum(one.whole for one in scored)}/{hits}")
    print(f"ngày có hiệu lực đúng: {right}/{dated}; đầu quan hệ khác có trong nhãn: {known}/{ends}; {seconds:.2f} giây")
    return int(rows["judged"][2] < FLOOR or share < _ENDS_FLOOR)


if __name__ == "__main__":
    sys.exit(run(main))
