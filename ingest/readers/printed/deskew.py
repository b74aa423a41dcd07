"""A scanned page set straight, so that its lines are level."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from PIL.Image import Image

_LONG_SIDE = 1000  # pixels: enough to see the lines of a page
_WIDEST_DEGREES = 6.0
_SMALLEST_DEGREES = 0.08  # less does not harm
_INK = 0.35  # darker than the paper by so much of the range
WHITE = 255


def find_skew(image: Image) -> float:
    """Degrees by which the lines of a grey *image* must be turned anticlockwise to be level; 0 if nothing tells."""
    small = image.copy()
    small.thumbnail((_LONG_SIDE, _LONG_SIDE))
    grey = np.asarray(small, dtype=np.float32)
    spread = float(np.percentile(grey, 98) - grey.min())
    if spread < 30:
        return 0.0
    ys, xs = np.nonzero(grey < np.percentile(grey, 98) - _INK * spread)
    if len(xs) < 200 or len(xs) > grey.size // 2:
        return 0.0
    coarse = _best_angle(xs, ys, np.arange(-_WIDEST_DEGREES, _WIDEST_DEGREES + 0.01, 0.5))
    fine = _best_angle(xs, ys, np.arange(coarse - 0.5, coarse + 0.51, 0.1))
    return fine if abs(fine) >= _SMALLEST_DEGREES else 0.0


def _best_angle(xs: np.ndarray, ys: np.ndarray, angles: np.ndarray) -> float:
    """The angle at which ink falls into the fewest rows: level lines leave white rows between them."""
    sharpness = [_sharpness(xs, ys, float(np.tan(np.radians(angle)))) for angle in angles]
    return float(angles[int(np.argmax(sharpness))])


def _sharpness(xs: np.ndarray, ys: np.ndarray, slope: float) -> float:
    rows = (ys - xs * slope).astype(np.int64)
    counts = np.bincount(rows - rows.min()).astype(np.float64)
    return float(np.sum(np.diff(counts) ** 2))


def straighten(image: Image) -> Image:
    """A grey *image* with level lines, the corners filled with white."""
    from PIL.Image import Resampling

    angle = find_skew(image)
    if not angle:
        return image
    return image.rotate(angle, resample=Resampling.BICUBIC, expand=True, fillcolor=WHITE)


def has_ink(image: Image) -> bool:
    """Whether anything is printed on a grey *image*; a blank page has dust at most."""
    small = image.copy()
    small.thumbnail((_LONG_SIDE, _LONG_SIDE))
    grey = np.asarray(small, dtype=np.float32)
    return bool(np.count_nonzero(grey < float(np.median(grey)) - 60) > grey.size // 20_000)
