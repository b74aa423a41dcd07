"""Topics: what people type who ask no question, in the words of a heading or a title, with marks and without.

Of the laws they are the headings of articles, asked of the library with the law and of the library without it; a
heading that another law has much alike is left out, as that law answers it. Of the notice they are written by hand
(``data/eval/topics.jsonl``): those without places must be declined.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from bench.notice import DATA, Question, read_questions
from index.measuring.suites import Case, Suite
from index.segment import fold_syllable, syllables
from ingest.spelling import fold

TOPIC_FILE = DATA / "eval" / "topics.jsonl"
_SHORTEST, _LONGEST = 4, 14
_TOPICS_A_LAW = 6
_ALIKE = 0.6


def read_law_topics(laws: Suite, *, marked: bool) -> Suite:
    """*laws* with the headings of some of their articles as its questions, without marks where not *marked*."""
    headings = {
        (Path(name).stem, article): words for name, text in laws.texts.items() for article, words in _read(text)
    }
    bare = {place: _bare(heading) for place, heading in headings.items()}
    told = {(law, article): words | _bare(law) for (law, article), words in bare.items()}
    kept: dict[str, list[Case]] = {law: [] for law, _ in headings}
    for (law, article), heading in headings.items():
        own, others = bare[law, article], (words for (other, _), words in told.items() if other != law)
        if _SHORTEST <= len(syllables(heading)) <= _LONGEST and not _is_like_any(own, others):
            kept[law].append(Case(heading if marked else fold(heading), frozenset({f"{law}@{article}"})))
    cases = (case for found in kept.values() for case in found[:: max(1, len(found) // _TOPICS_A_LAW)][:_TOPICS_A_LAW])
    return replace(laws, name="topics" if marked else "topics-unaccented", cases=tuple(cases))


def read_notice_topics(file: Path = TOPIC_FILE) -> list[Question]:
    """Those of the notice, each with its marks and without."""
    topics = read_questions(file)
    return [*topics, *(replace(one, question=fold(one.question), kind="no-accents") for one in topics)]


def _read(text: str) -> Iterator[tuple[str, str]]:
    """Number and heading of each article of a law."""
    for paragraph in text.split("\n\n")[1:]:
        number, _, rest = paragraph.partition(". ")
        if number.startswith("Điều ") and rest:
            yield number.removeprefix("Điều "), rest.partition("\n")[0].strip()


def _bare(words: str) -> frozenset[str]:
    return frozenset(fold_syllable(one) for one in syllables(words))


def _is_like_any(heading: frozenset[str], others: Iterable[frozenset[str]]) -> bool:
    """Whether one of *others* has most of the syllables of *heading*."""
    return any(len(heading & other) >= _ALIKE * len(heading) for other in others)
