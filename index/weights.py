"""The few numbers that were fitted on questions: in one file, with the command that made them."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

WEIGHTS_FILE = Path(__file__).parent.parent / "data" / "weights.toml"


@dataclass(frozen=True, slots=True)
class Fusion:
    """Weights of the standardised signals of a search.

    Attributes:
        meaning: For a question typed in Vietnamese with its marks.
        english_meaning: For one in English: the glossary gives the words of its terms, the model the whole.
    """

    words: float
    syllables: float
    pairs: float
    meaning: float
    english_meaning: float


@dataclass(frozen=True, slots=True)
class Confidence:
    """Least probabilities that the library answers: for answering at all, and for the two upper levels."""

    answered: float
    middle: float
    high: float


@dataclass(frozen=True, slots=True)
class Weights:
    """Everything that was fitted.

    Attributes:
        answering: Coefficients of the logistic model that the library answers, by feature, and ``"intercept"``.
    """

    fusion: Fusion
    answering: Mapping[str, float]
    confidence: Confidence


@cache
def read_weights(file: Path = WEIGHTS_FILE) -> Weights:
    """The numbers in *file*.

    Raises:
        TypeError: If the file lacks a number or has one too many.
    """
    raw = tomllib.loads(file.read_text(encoding="utf-8"))
    return Weights(Fusion(**raw.pop("fusion")), raw.pop("answering"), Confidence(**raw.pop("confidence")), **raw)
