"""Answers and hits for people and for programs: readable text, and the stable JSON forms."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from index.answer import Answer
from index.evaluate import Evaluation
from index.quotes import Copy, Quote
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
    lines = [f"    Trong: {piece.text}" for piece in quote.lead]
    lines += [f"    {quote.text}", *(f"      {item.text}" for item in quote.items)]
    if quote.more:
        lines.append(f"      {say_more(quote)}")
    lines.append(f"    — {_say_place(quote)}")
    lines += [f"      Cũng có tại: {_say_place(copy)}" for copy in quote.also]
    return "\n".join(lines) + "\n"


def _say_place(shown: Quote | Copy) -> str:
    place = f"{describe(shown.address)} [{shown.address}]"
    return f"{place}, {shown.metadata.name} ({describe_date(shown.metadata)}), {shown.document}"


def say_more(quote: Quote) -> str:
    """That a list goes on, and where to read on."""
    return f"… còn {quote.more} mục nữa, mở văn bản để xem hết."


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
    return {**_words_to_json(quote), "score": hit.score, "parts": parts}


def _quote_to_json(quote: Quote) -> dict[str, Any]:
    lead = [{name: value for name, value in asdict(piece).items() if name != "sentences"} for piece in quote.lead]
    items = [{**asdict(item), "sentences": [list(span) for span in item.sentences]} for item in quote.items]
    also = [_copy_to_json(copy) for copy in quote.also]
    return {**_words_to_json(quote), "lead": lead, "items": items, "more": quote.more, "also": also}


def _words_to_json(quote: Quote) -> dict[str, Any]:
    sentences = [list(span) for span in quote.sentences]
    return {**_copy_to_json(quote), "sentences": sentences, "page": quote.page}


def _copy_to_json(shown: Quote | Copy) -> dict[str, Any]:
    return {
        "document": shown.document,
        "title": shown.metadata.title or shown.metadata.name,
        "date": shown.metadata.date.isoformat() if shown.metadata.date else None,
        "address": shown.address,
        "start": shown.start,
        "end": shown.end,
        "text": shown.text,
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
