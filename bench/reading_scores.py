"""How well a file was read, against its right text and its hand-made labels."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any

from ingest.addresses import find_enclosure
from ingest.models import Document
from ingest.spelling import fold, unify_spelling

Gold = Mapping[str, Any]
EXACT = ("number", "type", "date", "signer")
_LABELS = {"type": "kind"}
_ARTICLE = re.compile(r"(?:^|\.)dieu-(\d+[a-zđ]?)(?:-lan-\d+)?$")
_CHAPTER = re.compile(r"(?:^|\.)chuong-(?!trinh\b)([^.]+)$")
_ROMAN = re.compile(r"^(?:[a-z][^.]*\.)?[IVX]+$")
_NO_JOINT = re.compile(r"^(\d+)(?=[^\W\d_]{2})")
_JOINTS = re.compile(r"[-–—/.\s]+")


@dataclass(frozen=True, slots=True)
class Letters:
    """Accented letters of the right text: how many, of them found at their place, of these right."""

    all: int
    aligned: int
    right: int


@dataclass(frozen=True, slots=True)
class Fact:
    """One fact of the record: what the label says, what was read, and whether that is right.

    Attributes:
        verdict: ``"right"``, ``"wrong"``, ``"missing"``, ``"invented"``, or ``"absent"`` where there is none and none
            was read.
    """

    field: str
    gold: str | None
    read: str | None
    verdict: str


def score_letters(truth: str, text: str) -> Letters:
    """Accented letters of *truth* in *text*, both NFC with white space folded, aligned on their base letters.

    The case of a letter is left out: fonts whose small letters are drawn as capitals are read as drawn.
    """
    wanted, given = _words(truth), _words(text)
    bases = [fold(word) for word in wanted], [fold(word) for word in given]
    counts = Counter({"all": sum(_is_accented(letter) for word in wanted for letter in word)})
    for kind, a, b, c, d in SequenceMatcher(None, *bases, autojunk=False).get_opcodes():
        if kind == "equal":
            for one, other in zip(wanted[a:b], given[c:d], strict=True):
                counts += _compare_letters(one, other)
        elif kind == "replace":
            counts += _compare_letters("".join(wanted[a:b]), "".join(given[c:d]))
    return Letters(counts["all"], counts["aligned"], counts["right"])


def _words(text: str) -> list[str]:
    return unicodedata.normalize("NFC", text).lower().split()


def _is_accented(letter: str) -> bool:
    return letter.isalpha() and fold(letter) != letter


def _compare_letters(wanted: str, given: str) -> Counter[str]:
    """Counts of the accented letters of *wanted* that stand over the same base letter in *given*."""
    counts: Counter[str] = Counter()
    for a, b, size in SequenceMatcher(None, _bases(wanted), _bases(given), autojunk=False).get_matching_blocks():
        for one, other in zip(wanted[a : a + size], given[b : b + size], strict=True):
            if _is_accented(one):
                counts["aligned"] += 1
                counts["right"] += one == other
    return counts


def _bases(word: str) -> str:
    """One base letter for each letter of *word*."""
    return "".join(fold(letter)[:1] or letter for letter in word)


def score_facts(gold: Gold, document: Document) -> Iterator[Fact]:
    """The facts that must be exactly right."""
    for field in EXACT:
        label = _LABELS.get(field, field)
        yield _judge(field, gold[label], gold["alt"].get(label, []), _read(document, field))


def score_issuer(gold: Gold, document: Document) -> Fact:
    """The issuing body, letter case aside."""
    return _judge("issuer", gold["issuer"], gold["alt"].get("issuer", []), document.metadata.issuer)


def _read(document: Document, field: str) -> str | None:
    value = getattr(document.metadata, field)
    return str(value) if value else None


def _judge(field: str, gold: str | None, others: Sequence[str | None], read: str | None) -> Fact:
    accepted = {_key(field, value) for value in (gold, *others)}
    if _key(field, read) in accepted:
        verdict = "right" if gold else "absent"
    elif gold:
        verdict = "wrong" if read else "missing"
    else:
        verdict = "invented"
    return Fact(field, gold, read, verdict)


def _key(field: str, value: str | None) -> str | None:
    """What two values that are the same have in common."""
    if value is None:
        return None
    if field == "number":
        return sign_key(value)
    plain = unify_spelling(" ".join(value.split()))
    return plain if field == "signer" else plain.casefold().replace("–", "-")


def sign_key(sign: str) -> str:
    """A sign without its joints, which people mix: ``"217/QĐ-TW"``, ``"217QĐ/TW"`` and ``"217 - QĐ/TW"`` are one."""
    upper = unicodedata.normalize("NFC", sign).upper().replace("Ð", "Đ").replace("TƯ", "TW")
    return _JOINTS.sub("-", _NO_JOINT.sub(r"\1-", upper)).strip("-")


def score_title(gold: Gold, document: Document) -> float | None:
    """F1 of the title's words, the best over the accepted titles; ``None`` where there is none, and none was read."""
    accepted = (gold["title"], *gold["alt"].get("title", []))
    titles = [title for title in accepted if title]
    if None in accepted and document.metadata.title is None:
        return None
    return max((_token_f1(title, document.metadata.title or "") for title in titles), default=None)


def _token_f1(wanted: str, given: str) -> float:
    a, b = (Counter(re.findall(r"\w+", unify_spelling(text).casefold())) for text in (wanted, given))
    common = sum((a & b).values())
    return 2 * common / (sum(a.values()) + sum(b.values())) if common else 0.0


def count_headings(document: Document) -> tuple[list[int], int, int]:
    """Distinct articles outside and inside of the enclosed text, chapters, Roman sections at the top level."""
    addresses = [node.address for node in document.walk()]
    inside = {address for address in addresses if find_enclosure(address)}
    articles = [_articles(a for a in addresses if a not in inside), _articles(inside)]
    chapters = sum(1 for a in addresses if _CHAPTER.search(a))
    at_top = (a.removeprefix(f"{find_enclosure(a)}.") for a in addresses)
    return articles, chapters, sum(1 for a in at_top if _ROMAN.search(a))


def _articles(addresses: Iterable[str]) -> int:
    return len({match[1] for a in addresses if (match := _ARTICLE.search(a))})


def score_headings(gold: Gold, document: Document) -> bool:
    """Whether articles and chapters are counted right."""
    articles, chapters, _ = count_headings(document)
    return articles in [gold["articles"], *gold["alt"].get("articles", [])] and chapters == gold["chapters"]


def score_cites(gold: Gold, document: Document) -> tuple[set[str], set[str], set[str]]:
    """Signs found rightly, found wrongly, and missed, each document once."""
    own = {sign_key(sign) for sign in (gold["number"], document.metadata.number) if sign}
    variants = {sign_key(a): sign_key(b) for a, b in gold["cite_variants"].items()}
    wanted = {sign_key(sign) for sign in gold["cites"]}
    allowed = {sign_key(sign) for sign in gold["alt"].get("cites", [])} | set(variants.values()) | own
    found = {sign_key(one.number) for one in document.citations if one.number}
    met = {sign for sign in wanted if sign in found or variants.get(sign) in found}
    return met, found - wanted - allowed, wanted - met
