"""Answers and hits for people and for programs: readable text, and the stable JSON forms."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from index.answer import Answer
from index.evaluate import Evaluation
from index.quotes import Quote
from index.search import Hit
from ingest.addresses import describe
from ingest.describe import describe_date

_LINE_ENDS = str.maketrans({end: f"\\u{ord(end):04x}" for end in "\x85\u2028\u2029"})
_NEAREST_HEADING = "Các đoạn gần nhất (có thể không trả lời câu hỏi):"


def say(answer: Answer) -> str:
    """The answer as text: introduction, then each quote with its place, document and date."""
    lines = [answer.question]
    if answer.understood != answer.question:
        lines.append(f"Đã hiểu: {answer.understood}")
    if answer.answered:
        lines += [f"{answer.introduction} (độ tin cậy: {answer.confidence}):", ""]
        lines += [_say_quote(quote) for quote in answer.quotes]
    else:
        lines.append(f"{answer.introduction}. Hãy hỏi bằng từ khác, hoặc thêm văn bản vào thư viện.")
        if answer.nearest:
            lines += ["", _NEAREST_HEADING, ""]
            lines += [_say_quote(quote) for quote in answer.nearest]
    return "\n".join(lines)


def _say_quote(quote: Quote) -> str:
    place = f"{describe(quote.address)} [{quote.address}]"
    document = f"{quote.metadata.name} ({describe_date(quote.metadata)})"
    return f"    {quote.text}\n    — {place}, {document}, {quote.document}\n"


def list_hits(hits: Sequence[Hit]) -> str:
    """Hits as text, strongest first."""
    if not hits:
        return "Không có đoạn nào. Hãy thêm văn bản: python -m ingest add TỆP, rồi chạy: python -m index build"
    lines = []
    for place, hit in enumerate(hits, 1):
        passage = hit.passage
        lines.append(
            f"{place}. {describe(passage.address)} [{passage.address}], {hit.metadata.name}, {passage.document_id}\n"
            f"   điểm {_number(hit.score)} (từ ngữ {_number(hit.lexical)}, nghĩa {_number(hit.semantic)})\n"
            f"   {passage.text}\n"
        )
    return "\n".join(lines)


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
        "quotes": [_quote_to_json(quote) for quote in answer.quotes],
        "nearest": [_quote_to_json(quote) for quote in answer.nearest],
    }


def hits_to_json(question: str, understood: str, hits: Sequence[Hit]) -> dict[str, Any]:
    """The stable form of ``search --json``."""
    return {"question": question, "understood": understood, "hits": [_hit_to_json(hit) for hit in hits]}


def _hit_to_json(hit: Hit) -> dict[str, Any]:
    passage = hit.passage
    place = passage.document_id, hit.metadata, passage.address, passage.start, passage.end
    quote = Quote(*place, passage.text, ((passage.start, passage.end),))
    parts = {"lexical": hit.lexical, "semantic": hit.semantic}
    return {**_quote_to_json(quote), "score": hit.score, "parts": parts}


def _quote_to_json(quote: Quote) -> dict[str, Any]:
    return {
        "document": quote.document,
        "title": quote.metadata.title or quote.metadata.name,
        "date": quote.metadata.date.isoformat() if quote.metadata.date else None,
        "address": quote.address,
        "start": quote.start,
        "end": quote.end,
        "text": quote.text,
        "sentences": [list(span) for span in quote.sentences],
        "page": quote.page,
    }


def evaluation_to_json(evaluation: Evaluation) -> dict[str, Any]:
    """The stable form of ``eval --json``."""
    intervals = {name: list(interval) for name, interval in evaluation.intervals.items()}
    return {**asdict(evaluation), "intervals": intervals}


def draw_evaluation(evaluation: Evaluation) -> str:
    """Figures as a table: the whole search with its intervals, then each variant."""
    names = list(evaluation.metrics)
    head = f"{'':<16}" + "".join(f"{name:>22}" for name in names)
    cells = (
        f"{evaluation.metrics[n]:.4f} [{evaluation.intervals[n][0]:.3f}–{evaluation.intervals[n][1]:.3f}]"
        for n in names
    )
    rows = [f"{'tất cả':<16}" + "".join(f"{cell:>22}" for cell in cells)]
    for variant, metrics in evaluation.ablation.items():
        rows.append(f"{variant:<16}" + "".join(f"{metrics[name]:>22.4f}" for name in names))
    latency = evaluation.latency_ms
    foot = f"Một câu hỏi: p50 {latency['p50']:.0f} ms, p95 {latency['p95']:.0f} ms."
    return "\n".join([f"Bộ {evaluation.suite}: {evaluation.questions} câu hỏi", head, *rows, foot])
