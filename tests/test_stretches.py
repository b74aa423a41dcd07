"""What was made of a question is shown in whole runs: few syllables that need no mark do not tear one."""

from __future__ import annotations

import pytest

from index.wording.stretches import Stretch, say, take_as_typed


def cut(line: str) -> list[Stretch]:
    """The parts of a question: ``typed>said`` words and what stands between them; ``!`` marks an abbreviation."""
    parts: list[Stretch] = []
    for place, word in enumerate(line.split(" ")):
        if place:
            parts.append(take_as_typed(" "))
        typed, _, said = word.partition(">")
        bare = typed.rstrip(",;.")
        said, mark, _ = (said or bare).replace("_", " ").partition("!")
        parts.append(Stretch(bare, said, said, (said,) if mark else ()))
        if bare != typed:
            parts.append(take_as_typed(typed[len(bare) :]))
    return parts


@pytest.mark.parametrize(
    ("line", "shown"),
    [
        pytest.param("kiem>kiểm tra giam>giám sat>sát cơ sở", "[kiểm tra giám sát] cơ sở", id="one-between"),
        pytest.param("can>cần cho vay tin>tín dung>dụng", "[cần cho vay tín dụng]", id="two-between"),
        pytest.param("can>cần cho vay theo tin>tín", "[cần] cho vay theo [tín]", id="three-between"),
        pytest.param("kiem>kiểm tra, giam>giám", "[kiểm tra, giám]", id="a-comma-between"),
        pytest.param("kiem>kiểm tra; giam>giám", "[kiểm] tra; [giám]", id="another-sentence"),
        pytest.param("kiem>kiểm đảng giam>giám", "[kiểm] đảng [giám]", id="typed-with-its-mark"),
        pytest.param("kiem>kiểm tra đảng giam>giám", "[kiểm] tra đảng [giám]", id="marked-after-bare"),
        pytest.param("dieu>điều 5 luat>luật", "[điều] 5 [luật]", id="a-number"),
        pytest.param("kiem>kiểm tra", "[kiểm] tra", id="nothing-after"),
        pytest.param("tra kiem>kiểm", "tra [kiểm]", id="nothing-before"),
        pytest.param("UBKT>Ủy_ban_Kiểm_tra! tra giam>giám", "[Ủy ban Kiểm tra] tra [giám]", id="an-abbreviation"),
        pytest.param("kiem>kiểm tra gíam>giám", "[kiểm] tra [giám]", id="a-slip-with-marks"),
        pytest.param("kie6m3>kiểm tra gia1m>giám", "[kiểm tra giám]", id="raw-keys"),
    ],
)
def test_a_stretch_without_marks_is_one_span(line: str, shown: str) -> None:
    said, spans = say(cut(line))
    for start, end in reversed(spans):
        said = f"{said[:start]}[{said[start:end]}]{said[end:]}"
    assert said == shown
