"""Documents that a question names by sign, by conference or by day: "102-QĐ/TW", "nq tw4 k12"."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from index.naming.days import read_day
from index.naming.issuers import Issuer, read_issuer
from index.naming.numerals import NUMERALS
from index.naming.place_patterns import ENCLOSED_TEXTS
from index.naming.target_patterns import (
    CONFERENCE_TYPED,
    COUNTED,
    COUNTED_FEW,
    DATE_AFTER,
    FOLDED_CODES,
    FOLDED_TYPES,
    FURTHER_NUMBER,
    LAW_SIGN_TYPED,
    NUMBER_NEXT,
    SHORT_SIGN,
    SIGN_TYPED,
    TERMS_AFTER,
    TYPE_AND_DAY,
    TYPE_BEFORE,
    UNIT_BEFORE,
    YEAR_AFTER,
)
from index.naming.typed import Typed, fold_evenly
from ingest.catalog import find_record_by_name
from ingest.citing.around import roman_term
from ingest.numbers import parse_number

_MIXED_CASE = {"TTG": "TTg", "THU": "ThU", "TXU": "TxU"}
# Codes and bodies that are words or other abbreviations too, so that small letters do not make them one.
_WORDS_TOO = frozenset({"da", "pa", "bc", "tt", "nd", "tu", "thu", "qu", "hu", "du", "cb"})
_OF_AIMS = frozenset({"", "KH", "CTr", "ĐA", "DA", "PA"})
"""Codes of what is called by the year it aims at, "kế hoạch 2030"; of the others none is of a year to come."""
_FEW = 30
_LOOK_BEHIND = 40


@dataclass(frozen=True, slots=True)
class Target:
    """A document, a place in one, or both, as the question names them.

    Attributes:
        ordinal: Digits of the sign, as typed; ``None`` where only a place, a conference or a day is named.
        mark: Letter behind the digits, small, if typed: ``"a"`` of 30a/2008/NQ-CP, which is not 30/2008/NQ-CP.
        kind: Code of the type in the sign (``"QĐ"``), if typed.
        body: Code of the issuing body (``"TW"``), if typed.
        year: Year of issue, if typed.
        date: Day of issue, if typed.
        term: Khóa, in Roman digits, if typed.
        place: Address from the largest unit down (``"dieu-3"``, ``"dieu-5.khoan-2"``); empty for the whole document.
        name: Of a resolution that goes by its conference: ``"Nghị quyết Trung ương 4 khóa XI"``.
        year_in_sign: Whether the year was typed as part of the sign: "34/2016/NĐ-CP".
        called: Where the words before a sign say another type, the step of that text: "Quy chế 217-QĐ/TW".
        issuer: The body that issued it, where the words after the sign say that.
    """

    ordinal: str | None
    kind: str | None = None
    body: str | None = None
    year: int | None = None
    date: datetime.date | None = None
    term: str | None = None
    place: str = ""
    name: str | None = None
    year_in_sign: bool = field(default=False, compare=False)
    called: str = field(default="", compare=False)
    mark: str = ""
    issuer: Issuer | None = None

    @property
    def names_document(self) -> bool:
        """Whether it says which document, not only which place."""
        return self.ordinal is not None or self.name is not None or self.date is not None


@dataclass(frozen=True, slots=True)
class Reference:
    """Targets and the words of the question that name them; spans of ``read_typed(text)``."""

    targets: tuple[Target, ...]
    start: int
    end: int


def find_documents(typed: Typed) -> list[Reference]:
    """The documents named, in order; a list of numbers is one mention."""
    found = [*_find_conferences(typed), *_find_signs(typed), *_find_short(typed), *_find_by_day(typed)]
    found.sort(key=lambda mention: (mention.start, -mention.end))
    kept: list[Reference] = []
    for mention in found:
        if not kept or mention.start >= kept[-1].end:
            kept.append(mention)
    return kept


def _find_signs(typed: Typed) -> Iterator[Reference]:
    """Full signs; the type before one belongs to its words."""
    for match in LAW_SIGN_TYPED.regex.finditer(typed.bare):
        body = match["body"].replace(" ", "").upper()
        yield _qualify(
            typed, match.start(), match.end(), Target(match["n"], None, body, int(match["year"]), year_in_sign=True)
        )
    for match in SIGN_TYPED.regex.finditer(typed.bare):
        parted = not match["joint"].strip()
        kind_typed = typed.text[slice(*match.span("kind"))]
        bodied = match["body"] or _known_body(typed, match)
        if parted and not bodied and not _stands_alone(typed, match, kind_typed):
            continue
        if not match["body"] and parted and match["kind"] in _WORDS_TOO and not kind_typed.isupper():
            continue
        end = match.end() if bodied or not match["apart"] else match.start("apart")
        body = _read_body(typed.text[slice(*match.span("body" if match["body"] else "apart"))]) if bodied else None
        year = int(match["year"]) if match["year"] else None
        kind, begins = _read_code(match["kind"], kind_typed), _type_before(typed, match.start())
        called = _called_otherwise(typed.bare[begins : match.start()], kind)
        target = Target(match["n"], kind, body, year, year_in_sign=bool(year), called=called, mark=match["mark"] or "")
        yield _qualify(typed, begins, end, target)


def _stands_alone(typed: Typed, match: re.Match[str], kind: str) -> bool:
    """Whether "217 QĐ" is a sign: not "3 ct", nor where a place ends and a sign begins ("Điều 3 QĐ 102")."""
    if kind.islower() and "đ" not in kind:
        return False
    before, after = typed.bare[: match.start()], typed.bare[match.end() :]
    return not (UNIT_BEFORE.regex.search(before) or NUMBER_NEXT.regex.search(after))


def _known_body(typed: Typed, match: re.Match[str]) -> str | None:
    """A body that only a space parts from the code; one that is a word too counts in capitals alone."""
    apart = match["apart"]
    if apart in _WORDS_TOO and not typed.text[slice(*match.span("apart"))].isupper():
        return None
    return apart


def _type_before(typed: Typed, start: int) -> int:
    window = max(0, start - _LOOK_BEHIND)
    match = TYPE_BEFORE.regex.search(typed.bare[window:start])
    return window + match.start() if match else start


def _called_otherwise(words: str, kind: str) -> str:
    """The step of the enclosed text that the *words* before a sign of *kind* name; empty where they agree."""
    named = next((name for name in ENCLOSED_TEXTS if words.startswith(fold_evenly(name))), "")
    return ENCLOSED_TEXTS[named] if named and FOLDED_TYPES.get(fold_evenly(named), (named, kind))[1] != kind else ""


def _read_code(folded: str, typed: str) -> str:
    return "DA" if typed == "DA" else FOLDED_CODES[folded]


def _read_body(typed: str) -> str:
    body = typed.upper().rstrip("&-. ")
    return _MIXED_CASE.get(body, body.replace("TƯ", "TW"))


def _find_short(typed: Typed) -> Iterator[Reference]:
    """A type and one or several bare numbers: "quyết định 217, 218"."""
    for match in SHORT_SIGN.regex.finditer(typed.bare):
        kind = _short_kind(typed, match)
        if kind is None or _counts(typed, match, kind):
            continue
        body = _read_body(typed.text[slice(*match.span("body"))]) if match["body"] else None
        year = int(match["year"]) if match["year"] else None
        first = Target(match["n"], kind or None, body, year, year_in_sign=bool(year), mark=match["mark"] or "")
        targets, end = [first], match.end()
        while further := FURTHER_NUMBER.regex.match(typed.bare, end):
            targets.append(replace(first, ordinal=further["n"], mark=""))
            end = further.end()
        shared = SIGN_TYPED.regex.match(typed.bare, end - len(targets[-1].ordinal or ""))
        if shared and len(targets) > 1 and shared["body"]:  # "217, 218 - QĐ/TW"
            body, end = _read_body(typed.text[slice(*shared.span("body"))]), shared.end()
            targets = [replace(target, body=body) for target in targets]
        yield _qualify(typed, match.start(), end, *targets)


def _short_kind(typed: Typed, match: re.Match[str]) -> str | None:
    """The code; ``None`` where the letters are another word, or a law is named without a sign."""
    words = re.sub(r"\s+", " ", match["type"])
    for name in (words, words.removesuffix("s")):
        if name in FOLDED_TYPES:
            whole, code = FOLDED_TYPES[name]
            start = match.start("type")
            meant = typed.may_be(start, start + len(match["type"].removesuffix("s" * (name != words))), whole)
            return code if meant and (code or match["year"]) else None
    written = typed.text[slice(*match.span("type"))]
    if words in _WORDS_TOO and not (written.isupper() or "đ" in written.lower() or match["year"]):
        return None
    meant = written.lower() in (words, FOLDED_CODES[words].lower())
    return _read_code(words, written) if meant else None


def _counts(typed: Typed, match: re.Match[str], kind: str) -> bool:
    """Whether the number is a year, or says how many."""
    number, after = match["n"], typed.bare[match.end() :]
    if match["so"]:
        return False
    if re.fullmatch(r"(?:19|20)\d\d", number) and not match["body"]:
        return kind in _OF_AIMS or int(number) <= datetime.date.today().year
    few = int(number) <= _FEW and not number.startswith("0")
    return bool(COUNTED.regex.search(after) or (few and COUNTED_FEW.regex.search(after)))


def _find_conferences(typed: Typed) -> Iterator[Reference]:
    for match in CONFERENCE_TYPED.regex.finditer(typed.bare):
        raw = match["n"] or match["word"] or match["before"]
        number = (int(raw) if raw.isdigit() else NUMERALS[" ".join(raw.split())]) if raw else 0
        if number:
            name = f"Nghị quyết Trung ương {number}"
            yield _qualify(typed, match.start(), match.end(), Target(None, "NQ", "TW", name=name))


def _find_by_day(typed: Typed) -> Iterator[Reference]:
    for match in TYPE_AND_DAY.regex.finditer(typed.bare):
        name = re.sub(r"\s+", " ", match["type"])
        kind = FOLDED_TYPES[name][1] if name in FOLDED_TYPES else FOLDED_CODES[name]
        day = read_day(match)
        if day:
            yield Reference((Target(None, kind or None, date=day),), match.start(), match.end())


# --- what follows a sign: day, year, term ----------------------------------------------------------------


def _qualify(typed: Typed, start: int, end: int, *targets: Target) -> Reference:
    """The mention with the day, year and terms that follow its words; a list of terms makes as many targets."""
    found = list(targets)
    while rest := typed.bare[end:]:
        day, terms, year = (pattern.regex.search(rest) for pattern in (DATE_AFTER, TERMS_AFTER, YEAR_AFTER))
        if day and read_day(day):
            found, step = [replace(target, date=read_day(day)) for target in found], day.end()
        elif terms and not found[0].term:
            found, step = _with_terms(found, terms["terms"]), terms.end()
        elif year and not (found[0].year or found[0].date):
            found, step = [replace(target, year=int(year["year"])) for target in found], year.end()
        elif not found[0].issuer and (issuer := read_issuer(typed, end)):
            found, step = [replace(target, issuer=issuer) for target in found], issuer.end - end
        else:
            break
        end += step
    return Reference(tuple(found), start, end)


def _with_terms(targets: list[Target], raw: str) -> list[Target]:
    terms = [roman_term(term) for term in re.findall(r"(?<![a-z])[ivx]+(?![a-z])|\d+", raw)]
    return [_with_term(target, term) for target in targets for term in terms]


def _with_term(target: Target, term: str) -> Target:
    """Of a conference's resolution the sign too, if the catalogue knows it."""
    if target.name is None:
        return replace(target, term=term)
    name = f"{target.name} khóa {term}"
    record = find_record_by_name(name)
    ordinal = parse_number(record.number).ordinal if record else None
    return replace(target, term=term, name=name, ordinal=ordinal)
