"""The rules of tables and letterheads, taken off a scanned page: between them Tesseract passes over whole cells."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from PIL.Image import Image

_SHORTEST = 120  # points at 200 dots to the inch: longer than any letter
_UNBROKEN = 0.95  # of a rule is ink
_INK_BELOW = 160
_EDGE = 1  # points around a rule that are grey


def erase_rules(level: Image) -> Image:
    """A level page, black on white, without its long rules across and down."""
    from PIL import Image, ImageFilter

    ink = np.asarray(level) < _INK_BELOW
    ruled = _find_runs(ink) | _find_runs(ink.T).T
    if not ruled.any():
        return level
    wide = Image.fromarray(ruled.astype(np.uint8) * 255).filter(ImageFilter.MaxFilter(2 * _EDGE + 1))
    cleared = level.copy()
    cleared.paste(255, mask=wide)
    return cleared


def _find_runs(ink: Any) -> Any:
    """The points of *ink* that lie in a nearly unbroken run across the page."""
    if ink.shape[1] <= _SHORTEST:
        return np.zeros_like(ink)
    before = np.cumsum(np.pad(ink, ((0, 0), (1, 0))), axis=1, dtype=np.int32)
    begins = before[:, _SHORTEST:] - before[:, :-_SHORTEST] >= _UNBROKEN * _SHORTEST
    begun = np.cumsum(np.pad(begins, ((0, 0), (_SHORTEST, _SHORTEST))), axis=1, dtype=np.int32)
    width = ink.shape[1]
    return ink & (begun[:, _SHORTEST : _SHORTEST + width] > begun[:, :width])
