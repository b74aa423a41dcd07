"""How well what was found answers: a measure of each passage, and the probability that the library answers at all."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

import numpy as np

from index.answering.asked import weigh_asked, weigh_year
from index.answering.coverage import Places, Scale, gather
from index.query import Query
from index.search import Hit
from index.segment import fold_syllable, syllables
from index.tokens import Token
from index.weights import read_weights
from ingest.models import OPENING
from ingest.passage_text import read_above
from ingest.patterns.bodies import BODY_NAME, POST_OF_BODY

CANDIDATES = 12
"""Best passages that are looked at; where the library has fewer, it is read as if the others were unrelated."""

# What a word of the question is worth where it stands: in the paragraph, in a heading above it, in the title.
_IN_TEXT, _IN_HEADING, _IN_TITLE = 1.0, 0.8, 0.5
_WHOLE = 0.95
"""Share of a topic's content that is all of it."""
_SHORTEST_TOPIC, _SHORTEST_STRETCH, _LONGEST_NAME = 2, 6, 14
"""Syllables."""
_IN_OPENING = 0.5
# Strength = share of the question's content in the paragraph, helped a little by nearness in meaning.
_MEANING_WEIGHT = 0.25
_COSINE_LOW, _COSINE_MIDDLE, _COSINE_HIGH = 0.80, 0.85, 0.90


def measure_strength(hit: Hit, query: Query, scale: Scale) -> float:
    """How well a passage answers, 0 to 1: the question's content it holds, and nearness in meaning.

    What stands at the place that the question names is what it asks for; of a document that is named, what it lays
    down rather than what it opens with. A line that only names who speaks tells nothing.
    """
    if _only_names(hit.passage.text):
        return 0.0
    if hit.named:
        opens = OPENING in hit.passage.address.split(".") and not any(target.place for target in query.targets)
        return _IN_OPENING if opens else 1.0
    nearness = (hit.semantic - _COSINE_LOW) / (_COSINE_HIGH - _COSINE_LOW)
    weight = _MEANING_WEIGHT * query.marked_share
    return (1 - weight) * _measure_coverage(hit, query, scale) + weight * min(1.0, max(0.0, nearness))


def _only_names(text: str) -> bool:
    """Whether *text* is the line above the legal bases: "THỦ TƯỚNG CHÍNH PHỦ"."""
    named = (pattern.regex.match(text) for pattern in (BODY_NAME, POST_OF_BODY))
    return text.isupper() and "\n" not in text and len(text.split()) <= _LONGEST_NAME and any(named)


def says_enough(query: Query) -> bool:
    """Whether a question names something: a lone syllable without marks, or a figure alone, is of too many things."""
    spoken = _find_spoken(query)
    return len(spoken) > 1 or any(token.marked for token in spoken)


def _find_spoken(query: Query) -> list[Token]:
    """The syllables of its content that are no figures."""
    return [token for unit in query.units for token in unit.alternatives[0] if not token.text.isdigit()]


def judge(hits: Sequence[Hit], query: Query, scale: Scale, coherence: float | None) -> float:
    """The probability that *hits* answer; *coherence* is that of the search they are of.

    0 where there are none, or where the question names nothing: no passage answers "là gì".

    What stands at the place that the question names is what it asks for.
    """
    if any(hit.named for hit in hits):
        return 1.0
    if not hits or not says_enough(query):
        return 0.0
    weights = read_weights().answering
    features = find_features(hits, query, scale, coherence)
    logit = weights["intercept"] + sum(weights[name] * value for name, value in features.items())
    bars = read_weights().confidence
    held = _is_title(hits, query, scale) or _is_said(hits[0].passage.text, query)
    least = bars.middle if held else bars.answered if _is_covered(hits[:CANDIDATES], query, scale) else 0.0
    return max(least, 1 / (1 + math.exp(-logit)))


def put_said_first(hits: Sequence[Hit], query: Query, scale: Scale) -> list[Hit]:
    """*hits*, where the title of a document tells of all that is asked those first that say so themselves.

    Of that document every line fits: "công tác cán bộ" a question on "công tác dân vận" that the title has.
    """
    if not _is_title(hits, query, scale):
        return list(hits)
    return sorted(hits, key=lambda hit: scale.measure(gather(_place(hit, _IN_HEADING, 0.0))) < _IN_HEADING * _WHOLE)


def _is_title(hits: Sequence[Hit], query: Query, scale: Scale) -> bool:
    """Whether a topic stands whole in the title of a document found.

    Of that document all passages fit alike, so that none stands out, and a library of few others is not about one
    thing: what :func:`find_features` sees there is like what it sees of a topic that is not held.
    """
    if query.english or query.asks or len(_find_spoken(query)) < _SHORTEST_TOPIC:
        return False
    titles = {hit.metadata.title for hit in hits if hit.metadata.title}
    return any(scale.measure(gather(((title, 1.0),))) >= _WHOLE for title in titles)


def _is_said(text: str, query: Query) -> bool:
    """Whether all that a question is about stands in *text* as it says it, in one stretch that is no body's name.

    In a library of many subjects what comes next is of others, however well the best answers: there, too, what
    :func:`find_features` sees is like what it sees of a topic that is not held.
    """
    told = [fold_syllable(token.text) for unit in query.units for token in unit.alternatives[0]]
    if query.english or query.asks or len(told) < _SHORTEST_STRETCH:
        return False
    asked = syllables(query.understood)
    bare = _read_bare(asked)
    if not {*told} <= {*bare}:  # an abbreviation, a term of another language
        return False
    stretch = slice(bare.index(told[0]), len(bare) - bare[::-1].index(told[-1]))
    if (
        not {*told} <= {*bare[stretch]}
        or f" {' '.join(bare[stretch])} " not in f" {' '.join(_read_bare(syllables(text)))} "
    ):
        return False
    words = " ".join(asked[stretch])
    return not any(pattern.regex.match(words) for pattern in (BODY_NAME, POST_OF_BODY))


def _is_covered(hits: Sequence[Hit], query: Query, scale: Scale) -> bool:
    """Whether all that a question is about, if it says much, stands in one passage and what stands above it.

    Where many documents speak of a subject none stands out from the others: what :func:`find_features` sees there is
    like what it sees of a subject that is not held.
    """
    if query.english or query.asks or len(_find_spoken(query)) < _SHORTEST_STRETCH:
        return False
    return any(scale.measure(gather(_place(hit, 1.0, 1.0))) >= _WHOLE for hit in hits)


def _read_bare(said: Sequence[str]) -> list[str]:
    return [fold_syllable(syllable) for syllable in said]


def find_features(hits: Sequence[Hit], query: Query, scale: Scale, coherence: float | None) -> Mapping[str, float]:
    """What :func:`judge` weighs; *hits* must not be empty.

    A lead is how far the best passage stands above the others: of unrelated passages none stands out. What is found
    of a subject that is held is about one thing, else the search gathers likenesses from everywhere.
    """
    hits = hits[:CANDIDATES]
    missing = CANDIDATES - len(hits)
    cosines = np.array([hit.semantic for hit in hits] + [_COSINE_LOW] * missing)
    matches = np.array([hit.lexical for hit in hits] + [0.0] * missing) / (scale.looked_up or 1.0)
    tenths = 10 * (cosines.max() - _COSINE_MIDDLE)
    return {
        "meaning": 0.0 if query.english else tenths * query.marked_share,
        "english": float(query.english),
        "english_meaning": tenths if query.english else 0.0,
        "coverage": max(_measure_coverage(hit, query, scale) for hit in hits),
        "meaning_lead": 10 * float(cosines.max() - cosines.mean()) * query.marked_share,
        "lexical_lead": float(matches.max() - matches.mean()),
        "coherence": 0.0 if coherence is None else 10 * (coherence - _COSINE_MIDDLE),
    }


def _measure_coverage(hit: Hit, query: Query, scale: Scale) -> float:
    """Share of the question's content in a passage and what stands above it; less where what is asked is missing."""
    passage, metadata = hit.passage, hit.metadata
    above = "\n".join(read_above(passage, metadata))
    days = (day.isoformat()[:4] for day in (metadata.date, metadata.event_date) if day)
    fitting = weigh_asked(query, passage.text) * weigh_year(
        query, passage.text, " ".join((above, metadata.name, *days))
    )
    return fitting * scale.measure(gather(_place(hit, _IN_HEADING, _IN_TITLE)))


def _place(hit: Hit, in_heading: float, in_title: float) -> Places:
    """The text of a passage, the headings above it, the name of its document: each with what a match there is worth."""
    above = "\n".join(read_above(hit.passage, hit.metadata))
    return (hit.passage.text, _IN_TEXT), (above, in_heading), (hit.metadata.name, in_title)
