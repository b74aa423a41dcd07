"""Answers and hits for people and for programs: readable text, and the stable JSON forms."""

from __future__ import annotations

import json
from collections.abc import Collection, Sequence
from typing import Any

from index.answer import Answer
from index.answering.absent import ABSENT, say_absent
from index.answering.explain import RAISED, Share
from index.answering.matched import find_matched
from index.brief_names import name_briefly
from index.describe_documents import listing_to_json, say_listing, say_sides, side_to_json
from index.describe_quotes import digest_to_json, quote_to_json, say_digests, say_header, say_quote, words_to_json
from index.describe_relations import relations_to_json, say_relations
from index.describe_validity import KEPT_UNKNOWN, say_as_of, say_badge
from index.naming.conditions import Condition, split_conditions
from index.query import Query
from index.quotes import Quote
from index.search import Hit
from index.ways import say_way, way_to_json
from ingest.addresses import describe

_LINE_ENDS = str.maketrans({end: f"\\u{ord(end):04x}" for end in "\x85\u2028\u2029"})
MEANING_ONLY = "Khớp theo nghĩa, không trùng từ"
_NAMED = "Ở đúng văn bản hoặc vị trí được hỏi"
_PARTS = {"words": "từ", "syllables": "âm tiết", "pairs": "cặp âm tiết", "meaning": "nghĩa", RAISED: "được ưu tiên"}
_NO_HITS = "Không có đoạn nào. Hãy thêm văn bản: python -m ingest add TỆP, rồi chạy: python -m index build"
_NO_HITS_WITHIN = (
    "Không có văn bản nào đúng điều kiện. Hãy bỏ bớt điều kiện, hoặc thêm văn bản: python -m ingest add TỆP"
)
_BOLD, _PLAIN = "\x1b[1m", "\x1b[0m"
ONLY_DIGESTED = "Thư viện chưa có nguyên văn; tóm lược dưới đây cho biết những điểm chính."
CITING = "Các đoạn trong thư viện nhắc đến văn bản được hỏi"
_NEAREST_HEADING = "Các đoạn gần nhất (có thể không trả lời câu hỏi):"


def say(answer: Answer, chosen: Collection[str] = ()) -> str:
    """The answer as text: introduction, then each quote with its place, document and date.

    Args:
        chosen: Keys of the conditions that were held to.
    """
    lines = [answer.question]
    if answer.understood != answer.question:
        lines.append(f"Đã hiểu: {answer.understood}")
    lines += _say_conditions(answer.conditions, chosen) + ([say_as_of(answer.as_of)] if answer.as_of else [])
    lines += answer.notes if answer.listing is None or answer.listing.topic else ()
    if answer.relations:
        lines += [*say_relations(answer.relations, answer.introduction), *say_digests(answer.digests)]
    elif answer.sides:
        lines += say_sides(answer.introduction, answer.ways, answer.sides)
    elif answer.ways:
        lines += [f"{answer.introduction}.", *map(say_way, answer.ways)]
    elif answer.listing:
        lines += say_listing(answer.introduction, answer.listing, answer.quotes)
        lines += say_digests(answer.digests)
    else:
        lines += _say_answer(answer)
    return "\n".join(lines)


def _say_answer(answer: Answer) -> list[str]:
    lines: list[str] = []
    told = any(digest.named for digest in answer.digests)
    if answer.answered:
        lines += [f"{answer.introduction} (độ tin cậy: {answer.confidence}):", ""]
        lines += [say_quote(quote) for quote in answer.quotes]
    else:
        if told:
            lines += [ONLY_DIGESTED, "", *say_digests(answer.digests)]
        else:
            absent = f" {ABSENT.format(words=say_absent(answer.absent))}" if answer.absent else ""
            lines.append(f"{answer.introduction}.{absent} Hãy hỏi bằng từ khác, hoặc thêm văn bản vào thư viện.")
        if answer.nearest:
            lines += [f"{CITING}:" if told else f"\n{_NEAREST_HEADING}", ""]
            lines += [say_quote(quote) for quote in answer.nearest]
    return lines if told and not answer.answered else lines + say_digests(answer.digests)


def _say_conditions(conditions: Sequence[Condition], chosen: Collection[str]) -> list[str]:
    """A line each: what is held to, and how to hold to what is only offered."""
    return [
        f"Chỉ tìm: {one.words}" + (f". {KEPT_UNKNOWN}." if one.of_force else "")
        if one.binding or one.pressed or one.key in chosen
        else f'Muốn chỉ tìm {one.words}, hãy thêm: --only "{one.key}"'
        for one in conditions
    ]


def list_hits(
    query: Query,
    hits: Sequence[Hit],
    chosen: Collection[str] = (),
    explained: Sequence[tuple[Share, ...]] = (),
    bold: bool = False,
) -> str:
    """Hits as text, strongest first, each with the words it shares with the question.

    Args:
        chosen: Keys of the conditions that were held to.
        explained: The parts of each score, to be drawn as a table.
        bold: Mark those words in the text too, for a terminal.
    """
    lines = [f"Đã hiểu: {query.understood}"] if query.understood != query.typed else []
    lines += _say_conditions(query.conditions, chosen) + ([say_as_of(query.as_of)] if query.as_of else [])
    if not hits:
        return "\n".join([*lines, _NO_HITS_WITHIN if _is_narrowed(query, chosen) else _NO_HITS])
    for place, hit in enumerate(hits, 1):
        lines += [_say_hit(place, hit, query, bold), *(_draw_parts(hit, explained[place - 1]) if explained else ())]
        lines.append("")
    return "\n".join(lines)


def _is_narrowed(query: Query, chosen: Collection[str]) -> bool:
    return query.as_of is not None or bool(split_conditions(query.conditions, chosen)[0])


def _say_hit(place: int, hit: Hit, query: Query, bold: bool) -> str:
    passage = hit.passage
    spans = find_matched(query, passage.text)
    shared = dict.fromkeys(" ".join(passage.text[start:end].lower().split()) for start, end in spans)
    why = "Trùng từ: " + ", ".join(shared) if shared else _NAMED if hit.named else MEANING_ONLY
    why = "; ".join([why, *hit.unknown])
    text = _embolden(passage.text, spans) if bold else passage.text
    return (
        f"{place}. {describe(passage.address)} [{passage.address}], {hit.metadata.label}, {passage.document_id}\n"
        f"   điểm {_number(hit.score)} (từ ngữ {_number(hit.lexical)}, nghĩa {_number(hit.semantic)})\n"
        f"   {why}\n   {say_badge(name_briefly(hit.metadata), hit.standing)}\n"
        + "".join(f"{line}\n" for line in say_header(passage.table_header, 3))
        + f"   {text}"
    )


def _embolden(text: str, spans: Sequence[tuple[int, int]]) -> str:
    for start, end in reversed(spans):
        text = f"{text[:start]}{_BOLD}{text[start:end]}{_PLAIN}{text[end:]}"
    return text


def _draw_parts(hit: Hit, parts: Sequence[Share]) -> list[str]:
    """The score as a table: each signal as measured, standardised, its weight, what it adds."""
    rows = [f"   {'':<14}{'đo được':>10}{'chuẩn hóa':>12}{'trọng số':>10}{'đóng góp':>10}"]
    for part in parts:
        cells = (part.raw, part.standard, part.weight) if part.name != RAISED else ()
        numbers = "".join(f"{_number(cell):>{width}}" for cell, width in zip(cells, (10, 12, 10), strict=False))
        rows.append(f"   {_PARTS.get(part.name, part.name):<14}{numbers:<32}{_number(part.contribution):>10}")
    return [*rows, f"   {'tổng':<46}{_number(hit.score):>10}"]


def _number(value: float) -> str:
    return f"{value:.2f}".replace(".", ",")


def to_line(form: dict[str, Any]) -> str:
    """*form* as one line of JSON, for those readers too who take every Unicode line end for one."""
    return json.dumps(form, ensure_ascii=False).translate(_LINE_ENDS)


def answer_to_json(answer: Answer) -> dict[str, Any]:
    """The stable form of ``ask --json``."""
    return {
        "question": answer.question,
        "understood": answer.understood,
        "answered": answer.answered,
        "confidence": answer.confidence,
        "quotes": [quote_to_json(quote) for quote in answer.quotes],
        "nearest": [quote_to_json(quote) for quote in answer.nearest],
        "changed": [list(span) for span in answer.changed],
        "conditions": [_condition_to_json(condition) for condition in answer.conditions],
        "digests": [digest_to_json(digest) for digest in answer.digests],
        "notes": list(answer.notes),
        "listing": listing_to_json(answer.listing) if answer.listing else None,
        "sides": [side_to_json(side) for side in answer.sides],
        "relations": [relations_to_json(one) for one in answer.relations],
        "as_of": answer.as_of.isoformat() if answer.as_of else None,
        "ways": [way_to_json(way) for way in answer.ways],
    }


def hits_to_json(
    query: Query, question: str, hits: Sequence[Hit], explained: Sequence[tuple[Share, ...]]
) -> dict[str, Any]:
    """The stable form of ``search --json``."""
    return {
        "question": question,
        "understood": query.understood,
        "hits": [_hit_to_json(query, hit, parts) for hit, parts in zip(hits, explained, strict=True)],
        "changed": [list(span) for span in query.changed],
        "conditions": [_condition_to_json(condition) for condition in query.conditions],
        "as_of": query.as_of.isoformat() if query.as_of else None,
    }


def _hit_to_json(query: Query, hit: Hit, explained: Sequence[Share]) -> dict[str, Any]:
    passage = hit.passage
    place = passage.document_id, hit.metadata, passage.address, passage.start, passage.end
    whole, header = ((passage.start, passage.end),), passage.table_header
    quote = Quote(*place, passage.text, whole, table_header=header, standing=hit.standing)
    signals = {
        part.name: {
            "raw": part.raw,
            "standardised": part.standard,
            "weight": part.weight,
            "contribution": part.contribution,
        }
        for part in explained
    }
    parts = {"lexical": hit.lexical, "semantic": hit.semantic, "signals": signals}
    matched = [[passage.start + a, passage.start + b] for a, b in find_matched(query, passage.text)]
    return {**words_to_json(quote), "score": hit.score, "parts": parts, "matched": matched}


def _condition_to_json(condition: Condition) -> dict[str, Any]:
    return {"key": condition.key, "words": condition.words, "binding": condition.binding}
