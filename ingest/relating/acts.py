"""Whether what a verb says is done by the text itself: not by others, not only spoken of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from ingest.patterns.relation_words import AGENT_IS_THIS, LIST_LEAD, SUBJECT_BEHIND_THIS, SUBJECT_LEAD
from ingest.patterns.relations import (
    OPENS_CARRYING_OUT,
    OPENS_SENTENCE,
    SAYS_AS_FOLLOWS,
    THIS_ONE,
    THIS_SUFFERS,
)
from ingest.relating.relation import BASED_ON, CARRIES_OUT, GUIDES, REPEALS
from ingest.relating.statements import Place, Statement
from ingest.relating.verbs import Verb


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who speaks in a statement.

    Attributes:
        acts: Whether its changes are its own acts: not those a report or a proposal speaks of.
        subject: ``Citation.start`` of the document whose new words are quoted; ``None`` for the text itself.
        effective: From when its changes hold, where they say nothing else.
    """

    acts: bool
    subject: int | None = None
    effective: date | None = None


@dataclass(frozen=True, slots=True)
class Acts:
    """Judges the verbs of one statement of *text*."""

    text: str
    statement: Statement
    speaker: Speaker
    verbs: Sequence[Verb]

    def is_own(self, verb: Verb) -> bool:
        """Whether the text does what *verb* says of documents named behind it, no other subject being named."""
        kind = verb.kinds[0]
        if kind == BASED_ON:
            return True
        if self.statement.place is Place.TITLE:
            return self.speaker.acts or not verb.changes
        if kind == CARRIES_OUT:
            return self._carries_out(verb)
        if THIS_ONE.regex.search(self._before(verb)) and not self.is_suffered(verb):
            return True
        return self._guides(verb) if kind == GUIDES else self.speaker.acts and self._changes(verb)

    def is_own_passive(self, verb: Verb) -> bool:
        """Whether the text does what *verb* says of documents named before it, nobody else being named."""
        behind = self._behind(verb)
        if AGENT_IS_THIS.regex.search(behind):
            return True
        if verb.past or not self.speaker.acts:
            return False
        says = SAYS_AS_FOLLOWS.regex.search(behind) or THIS_ONE.regex.search(behind)
        return verb.kinds == (REPEALS,) or says is not None

    def is_suffered(self, verb: Verb) -> bool:
        """Whether it is said of the document itself: "Quy định này được thay thế"."""
        return THIS_SUFFERS.regex.search(self._before(verb)) is not None

    def _before(self, verb: Verb) -> str:
        return self.text[self.statement.start : verb.start]

    def _behind(self, verb: Verb) -> str:
        return self.text[verb.end : self.statement.end]

    def _carries_out(self, verb: Verb) -> bool:
        before = self._before(verb)
        if self.statement.place is Place.OPENING and OPENS_CARRYING_OUT.regex.search(before):
            return True
        return OPENS_SENTENCE.regex.search(before) is not None

    def _guides(self, verb: Verb) -> bool:
        return self.statement.place is Place.OPENING or SAYS_AS_FOLLOWS.regex.search(self._behind(verb)) is not None

    def _changes(self, verb: Verb) -> bool:
        before = self._before(verb)
        if verb.passive:  # "Các văn bản sau đây hết hiệu lực: …"
            return is_led_in(before) or LIST_LEAD.regex.search(before) is not None
        if OPENS_SENTENCE.regex.search(before) or self._goes_on(verb):
            return True
        return self.statement.place is Place.OPENING and SAYS_AS_FOLLOWS.regex.search(self._behind(verb)) is not None

    def _goes_on(self, verb: Verb) -> bool:
        """Whether the statement opens with a change of its own, to which *verb* adds another."""
        first = self.verbs[0]
        opens = OPENS_SENTENCE.regex.search(self._before(first)) is not None
        return first is not verb and first.changes and not first.passive and opens


def is_led_in(words: str) -> bool:
    """Whether documents named behind *words* are what is spoken of: "Những quy định trước đây tại"."""
    return bool(SUBJECT_LEAD.regex.search(words) or SUBJECT_BEHIND_THIS.regex.search(words))
