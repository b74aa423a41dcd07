"""Figures of an evaluation, for people and for programs."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from index.measuring.metrics import Evaluation


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
    tables = [*_draw_cases(evaluation), *_draw_reliability(evaluation)]
    return "\n".join([f"Bộ {evaluation.suite}: {evaluation.questions} câu hỏi", head, *rows, *tables, foot])


def _draw_cases(evaluation: Evaluation) -> list[str]:
    if not evaluation.cases:
        return []
    return ["Số câu: " + ", ".join(f"{name} {number}" for name, number in evaluation.cases.items()) + "."]


def _draw_reliability(evaluation: Evaluation) -> list[str]:
    if not evaluation.reliability:
        return []
    head = f"{'độ tin cậy':<16}{'câu hỏi':>10}{'nói trước':>12}{'thật có':>10}"
    rows = [
        f"{f'{one.low:.2f} – {one.high:.2f}':<16}{one.questions:>10}{one.mean:>12.3f}{one.share:>10.3f}"
        for one in evaluation.reliability
    ]
    return ["", head, *rows, ""]
