"""How well mentions are found: ``python -m bench.mentions [FILE…] [--half HALF] [--json] [-v]``.

Of sentences labelled by hand, by the rules that stand on top of ``data/eval/mentions.toml``. A mention is found where
its words are and as the document it names: its sign; its bare number and type; its name; its type and day. What the
words around say of it (day, term, provision) is counted of those found. Ends with 1 where a floor is missed.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import tomllib
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from bench.reading_scores import sign_key
from ingest.citations import find_citations
from ingest.citing.around import read_type
from ingest.citing.provisions import find_references
from ingest.citing.respelling import respell
from ingest.cleaning import clean_text
from ingest.console import Parser, run
from ingest.days import describe_day
from ingest.mentions import Citation, Reference
from ingest.patterns.citations import AS_ABOVE, SHORT_NAME
from ingest.patterns.laws import LAW_YEAR
from ingest.spelling import unify_spelling

_LABELS = Path(__file__).parent.parent / "data" / "eval"
SENTENCES = (_LABELS / "mentions.toml", _LABELS / "mentions-2.toml")
FLOORS = {"precision": 0.98, "recall": 0.95}
HALVES = ("dev", "test")
_NAMES = {"dev": "nửa để chỉnh", "test": "nửa để thử", "all": "tất cả"}
_CALLED = {"date": "ngày", "term": "khóa", "provision": "điều khoản"}
_ASIDE = tuple(_CALLED)
_BARE = re.compile(r"\d+[a-zđ]?")
_YEAR_OF_NAME = len(" 2013")


@dataclass(frozen=True, slots=True)
class Said:
    """A mention, labelled or read.

    Attributes:
        start: First character in the cleaned sentence; *end* is one past the last.
        key: What tells which document is named, in one form.
        aside: Day (or year), term and provisions, each empty where the words do not say it.
    """

    start: int
    end: int
    text: str
    key: str
    aside: Mapping[str, str]

    def is_as(self, other: Said) -> bool:
        """Whether both name one document in the same place."""
        return self.key == other.key and self.start < other.end and other.start < self.end


@dataclass(slots=True)
class Scored:
    """One sentence: what was found, what was read where there is none, what was missed.

    Attributes:
        aside: Of day, term and provision: how many of those found are labelled with it.
        otherwise: Which of them was read otherwise, the label and what was read.
        internal: References to the text itself: how many are labelled, and how many were read.
    """

    text: str
    about: str
    half: str
    found: list[Said] = field(default_factory=list)
    false: list[Said] = field(default_factory=list)
    missed: list[Said] = field(default_factory=list)
    aside: Counter[str] = field(default_factory=Counter)
    otherwise: list[tuple[str, Said, Said]] = field(default_factory=list)
    internal: tuple[int, int] = (0, 0)


def read_sentences(files: Iterable[Path] = SENTENCES, half: str | None = None) -> list[dict[str, Any]]:
    """The labelled sentences of *files*, of one *half* or of both."""
    sentences = (one for file in files for one in tomllib.loads(file.read_text("utf-8"))["sentence"])
    return [one for one in sentences if half in (None, one["half"])]


def score_sentence(sentence: Mapping[str, Any]) -> Scored:
    """What is read from the *sentence*, cleaned as any text, against its labels."""
    scored = Scored(sentence["text"], sentence["about"], sentence["half"])
    text = clean_text(sentence["text"])
    citations = find_citations(text)
    references = find_references(text, citations)
    wanted = [_read_label(label, sentence["text"]) for label in sentence["mentions"]]
    for citation in citations:
        said = _read_citation(citation, references)
        hit = next((one for one in wanted if one.is_as(said)), None)
        if hit:
            wanted.remove(hit)
            scored.found.append(hit)
            scored.aside.update(name for name in _ASIDE if hit.aside[name])
            scored.otherwise += [
                (name, hit, said) for name in _ASIDE if hit.aside[name] and not _agree(name, hit, said)
            ]
        elif not AS_ABOVE.regex.search(citation.text):  # of these the rules leave both ways open
            scored.false.append(said)
    scored.missed = wanted
    scored.internal = _score_internal(sentence.get("internal", ()), references)
    return scored


def _read_label(label: Mapping[str, Any], sentence: str) -> Said:
    """A label with its place in the cleaned sentence."""
    start = len(clean_text(sentence[: label["start"]] + "x")) - 1
    text = clean_text(label["text"])
    kind = _kind(clean_text(label["type"])) if label["type"] else ""
    number, name = label["number"], label["name"]
    if number and not _BARE.fullmatch(number):
        key = sign_key(number)
    elif number:
        key = f"{kind} {number.lstrip('0')}"
    else:
        key = _fold(name) if name else f"{kind} {label['date']}"
    return Said(start, start + len(text), text, key, {name: label[name] for name in _ASIDE})


def _read_citation(citation: Citation, references: Iterable[Reference]) -> Said:
    """A citation in the form of the labels; a resolution of a conference goes by its name, not by its sign."""
    name, day = citation.name or "", citation.date.isoformat() if citation.date else ""
    short = SHORT_NAME.regex.fullmatch(name)
    year = LAW_YEAR.regex.search(name[-_YEAR_OF_NAME:])
    if short:
        key, day = f"{_kind(short['type'])} {short['n'].lstrip('0')}", day or short["year"] or ""
    elif citation.number and not (name and citation.term):
        key = sign_key(citation.number)
    else:
        key = _fold(name.removesuffix(year[0]) if year else name)
        day = day or (year["year"] if year else "")
    if citation.date and name.endswith(f"ngày {describe_day(citation.date)}"):
        key = f"{_kind(str(citation.type))} {day}"
    paths = ";".join(one.path for one in references if one.cited == citation.start)
    aside = {"date": day, "term": citation.term or "", "provision": paths}
    return Said(citation.start, citation.end, citation.text, key, aside)


def _kind(raw: str) -> str:
    """The type in one form: "NQ", "nghi quyet" and "Resolution" are Nghị quyết."""
    try:
        return read_type(respell(f"{raw} 10")[: len(raw)])
    except KeyError:
        return raw


def _fold(name: str) -> str:
    return " ".join(re.findall(r"\w+", unify_spelling(name).casefold()))


def _agree(name: str, wanted: Said, said: Said) -> bool:
    if name == "provision":
        return _expand(wanted.aside[name]) == _expand(said.aside[name])
    return said.aside[name].startswith(wanted.aside[name])


def _expand(paths: str) -> set[str]:
    """The provisions of a label or of references; of a range its two ends."""
    return {part for path in paths.lower().split(";") for part in path.split("..")}


def _score_internal(labels: Sequence[Mapping[str, Any]], references: Iterable[Reference]) -> tuple[int, int]:
    """How many provisions of the text itself are labelled, and how many of them are read."""
    wanted = Counter(path for label in labels for path in _expand(label["path"]))
    own = Counter(_as_labelled(one.path) for one in references if one.cited is None)
    return wanted.total(), (wanted & own).total()


def _as_labelled(path: str) -> str:
    """ "quy-che-nay.dieu-5" is "van-ban-nay.dieu-5" in the labels."""
    first, dot, rest = path.partition(".")
    unit = first.split("-")[0] in ("dieu", "khoan", "diem", "chuong", "muc", "phan") and first != "chuong-trinh-nay"
    return path if unit or not first.endswith("-nay") else f"van-ban-nay{dot}{rest}"


# --- figures -------------------------------------------------------------------------------------------------


def make_figures(scored: Sequence[Scored]) -> dict[str, float]:
    """Precision, recall, and the counts and shares behind them."""
    found, false, missed = (sum(len(getattr(one, name)) for one in scored) for name in ("found", "false", "missed"))
    aside = sum((one.aside for one in scored), Counter[str]())
    otherwise = Counter(name for one in scored for name, _, _ in one.otherwise)
    internal, read = (sum(one.internal[i] for one in scored) for i in range(2))
    shares = {name: 1 - otherwise[name] / max(1, aside[name]) for name in _ASIDE}
    return {
        "precision": found / max(1, found + false),
        "recall": found / max(1, found + missed),
        "found": found,
        "false": false,
        "missed": missed,
        **shares,
        "internal": read / max(1, internal),
    }


def _to_json(scored: Sequence[Scored]) -> dict[str, Any]:
    lists = {
        name: [
            {"sentence": one.text, "text": said.text, "as": said.key} for one in scored for said in getattr(one, name)
        ]
        for name in ("missed", "false")
    }
    return {"all": make_figures(scored), **{half: make_figures(_of(scored, half)) for half in HALVES}, **lists}


def _of(scored: Sequence[Scored], half: str) -> list[Scored]:
    return [one for one in scored if one.half == half]


def _print(scored: Sequence[Scored]) -> None:
    print(f"{'':<14}{'đúng':>8}{'đủ':>8}{'thừa':>6}{'thiếu':>6}{'ngày':>8}{'khóa':>8}{'điều khoản':>12}{'tự dẫn':>8}")
    for name, sentences in (*((half, _of(scored, half)) for half in HALVES), ("all", scored)):
        if not sentences:
            continue
        figures = make_figures(sentences)
        counts = f"{figures['false']:>6}{figures['missed']:>6}"
        shares = "".join(f"{figures[key]:>{width}.3f}" for key, width in zip(_ASIDE, (8, 8, 12), strict=True))
        found = f"{figures['precision']:>8.3f}{figures['recall']:>8.3f}{counts}"
        print(f"{_NAMES[name]:<14}{found}{shares}{figures['internal']:>8.3f}")


def _print_faults(scored: Iterable[Scored]) -> None:
    """Each mention missed, each false one, each whose day, term or provision was read otherwise."""
    for one in scored:
        said = [f"thiếu “{missed.text}” ({missed.key})" for missed in one.missed]
        said += [f"thừa “{false.text}” ({false.key})" for false in one.false]
        said += [
            f"“{wanted.text}”: {_CALLED[name]} {read.aside[name] or '(không)'}, nhãn {wanted.aside[name]}"
            for name, wanted, read in one.otherwise
        ]
        wanted, read = one.internal
        said += [f"tự dẫn: {read} trong {wanted}"] if read < wanted else []
        for line in (*said, f"    {one.about}: {one.text}") if said else ():
            print(line)


def main(arguments: Sequence[str]) -> int:
    """Print the table; 1 where a floor is missed."""
    parser = Parser("python -m bench.mentions", "Đo việc nhận ra những chỗ dẫn văn bản, trên các câu đã gán nhãn.")
    parser.add_argument("files", type=Path, nargs="*", default=SENTENCES, metavar="TỆP", help="câu đã gán nhãn (TOML)")
    parser.add_argument("--half", choices=HALVES, help="chỉ một nửa của tệp")
    parser.add_argument("--json", action="store_true", help="in JSON")
    parser.add_argument("-v", "--verbose", action="store_true", help="in từng chỗ thiếu, từng chỗ thừa")
    options: argparse.Namespace = parser.parse_args(arguments)
    scored = [score_sentence(one) for one in read_sentences(options.files, options.half)]
    if options.verbose and not options.json:
        _print_faults(scored)
    if options.json:
        print(json.dumps(_to_json(scored), ensure_ascii=False, indent=1))
    else:
        _print(scored)
    figures = make_figures(scored)
    return int(any(figures[name] < floor for name, floor in FLOORS.items()))


if __name__ == "__main__":
    sys.exit(run(main))
