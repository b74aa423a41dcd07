"""Whether what a verb says is done by the text itself: not by others, not only spoken of; and since when."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from ingest.patterns.amending import (
    AGREES,
    GIVES_CONTENT,
    LEFT_TO_OTHERS,
    MADE_WAY,
    MATTER_LEAD,
    OPENS_HELD_BACK,
    PART_OF_ENCLOSED,
    PIECE_LEAD,
    TO_BE_DONE,
    WORDS_LEAD,
)
from ingest.patterns.effect import DAY_BETWEEN
from ingest.patterns.relation_lists import LIST_LEAD, NEW_LEVEL, SUBJECT_BEHIND_THIS, SUBJECT_LEAD
from ingest.patterns.relation_words import AGENT_IS_THIS, ENCLOSED_OBJECT, EXCEPT_PARTS, SAME_ORDER, SOURCE, TASKED
from ingest.patterns.relations import (
    GOES_ON,
    OPENS_CARRYING_OUT,
    OPENS_SENTENCE,
    SAYS_AS_FOLLOWS,
    THIS_ONE,
    THIS_SUFFERS,
)
from ingest.patterns.telling import ACTS_NOW, COMES_BACK, LOOKS_BACK_FIRST, OVER_THE_YEARS
from ingest.relating.relation import AMENDS, BASED_ON, CARRIES_OUT, GUIDES, REPEALS, REPLACES, SUPPLEMENTS
from ingest.relating.since import UNSAID, Effect, find_days
from ingest.relating.statements import Place, Statement
from ingest.relating.verbs import Verb

_LOOK_BEHIND = 400
_LOOK_AHEAD = 160


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who speaks in a statement.

    Attributes:
        acts: Whether its changes are its own acts: not those a report or a proposal speaks of.
        sets_tasks: Whether it tells others what to do, so that an amendment is its own only where the new words follow.
        subject: ``Citation.start`` of the document whose new words are quoted; ``None`` for the text itself.
        effect: From when its changes hold, where they say nothing else.
        looks_back: Whether it tells there of what was done before.
    """

    acts: bool
    sets_tasks: bool = False
    subject: int | None = None
    effect: Effect = UNSAID
    looks_back: bool = False


class Acts:
    """Judges the verbs of one statement of *text*; what the statement says once is looked for once."""

    def __init__(self, text: str, statement: Statement, speaker: Speaker, verbs: Sequence[Verb]) -> None:
        self.text = text
        self.statement = statement
        self.speaker = speaker
        self._verbs = verbs
        self._passives = [verb.start for verb in verbs if verb.passive]
        span = statement.start, statement.end
        self._this = [match.span() for match in THIS_ONE.regex.finditer(text, *span)]
        self._follows = max((match.start() for match in SAYS_AS_FOLLOWS.regex.finditer(text, *span)), default=-1)
        self._days = find_days(text, *span)
        self._exceptions = [match.start() for match in EXCEPT_PARTS.regex.finditer(text, *span)]

    def is_own(self, verb: Verb) -> bool:
        """Whether the text does what *verb* says of documents named behind it, no other subject being named."""
        kind = verb.kinds[0]
        if kind == BASED_ON:
            return not self._tells_of_years(verb)
        if verb.changes and self._tells_of_before(verb):
            return False
        if self.statement.place is Place.TITLE:
            return self.speaker.acts or not verb.changes
        if kind == CARRIES_OUT:
            return self._carries_out(verb)
        if self._this and self._this[0][1] <= verb.start and not self.is_suffered(verb):
            return True
        return self._guides(verb) if kind == GUIDES else self.speaker.acts and self._changes(verb)

    def is_own_passive(self, verb: Verb) -> bool:
        """Whether the text does what *verb* says of documents named before it, nobody else being named."""
        if AGENT_IS_THIS.regex.search(self.text[verb.end : verb.end + _LOOK_AHEAD]):
            return True
        if verb.past or not self.speaker.acts or self._tells_of_before(verb):
            return False
        says_this = bool(self._this) and self._this[-1][0] >= verb.end
        made_way = MADE_WAY.regex.search(self.text[verb.end : verb.end + _LOOK_AHEAD]) is not None
        return verb.kinds == (REPEALS,) or says_this or made_way or self._says_as_follows(verb)

    def tells_by(self, verb: Verb, start: int) -> bool:
        """Whether a document named at *start*, behind a passive *verb*, is that by whose word the text tells it.

        What a paper decides itself it may do by another's word, too: ", theo Kết luận số 5".
        """
        source = SOURCE.regex.search(DAY_BETWEEN.regex.sub("", self.text[verb.end : start]))
        return source is not None and not (self.decides and source["apart"])

    @property
    def decides(self) -> bool:
        """Whether the paper is one that decides, so that its changes are its own, whatever it goes by."""
        return self.speaker.acts and not self.speaker.sets_tasks

    def is_told_end(self, verb: Verb, *, by_another: bool) -> bool:
        """Whether *verb* tells that what is named before it ended, though not by the text itself.

        Args:
            by_another: Whether it is told by the word of another document.
        """
        if verb.kinds != (REPEALS,) or self.statement.place not in (Place.OPENING, Place.BODY):
            return False
        told = verb.past or by_another or self._tells_of_before(verb)
        return told or self.find_effect(verb, own=False).day is not None

    def changes_there(self, verb: Verb, *, named: bool) -> bool:
        """Whether the text does what *verb* says at a place named before it.

        Args:
            named: Whether it is done to a provision there; else the new words must follow, as of who sets tasks.
        """
        return (named and not self.speaker.sets_tasks) or self._says_as_follows(verb) or self._gives_content(verb)

    def is_suffered(self, verb: Verb) -> bool:
        """Whether it is said of the document itself: "Quy định này được thay thế"."""
        return THIS_SUFFERS.regex.search(self._before(verb)) is not None

    def names_matter(self, verb: Verb, start: int, end: int) -> bool:
        """Whether a document named at *end* says what is spoken of there, and *verb* gives the new words of it."""
        lead = self.text[start:end]
        amends = verb.kinds[0] in (AMENDS, SUPPLEMENTS) and self._says_as_follows(verb)
        return bool((amends and MATTER_LEAD.regex.search(lead)) or self.exchanges_words(verb, start, end))

    def exchanges_words(self, verb: Verb, start: int, end: int) -> bool:
        """Whether *verb* is said of words in quotes that stand in what is named at *end*, not of that itself."""
        lead = self.text[start:end]
        return verb.changes and WORDS_LEAD.regex.search(lead) is not None

    def is_led_in(self, start: int, end: int) -> bool:
        """Whether a document named at *end* is what is spoken of, by the words from *start* on."""
        words = self.text[max(start, end - _LOOK_BEHIND) : end]
        whole = end - start <= _LOOK_BEHIND
        leads = (SUBJECT_LEAD, PIECE_LEAD, ENCLOSED_OBJECT) if whole else ()
        parts = whole and PART_OF_ENCLOSED.regex.match(words.lstrip())
        return bool(parts) or any(pattern.regex.search(words) for pattern in (*leads, SUBJECT_BEHIND_THIS))

    def find_effect(self, verb: Verb, *, own: bool) -> Effect:
        """From when it holds, as the statement says it: behind the verb; of its *own* acts also before it."""
        if self.statement.place is Place.TITLE:
            return UNSAID
        stop = self._find_stop(verb)
        first = bisect_left(self._days, (verb.end,))
        behind = [day for place, day in self._days[first : first + 1] if place < stop]
        before = [day for place, day in self._days[:1] if own and place < verb.start]
        return next(iter((*behind, *before)), UNSAID)

    def excepts_parts(self, verb: Verb, end: int) -> bool:
        """Whether parts are left out of what *verb* says of a document: "hết hiệu lực, trừ khoản 2 Điều 5".

        Args:
            end: Where its words end; what is left out behind the next of a list is that one's.
        """
        first = bisect_left(self._exceptions, max(verb.end, end))
        place = self._exceptions[first] if first < len(self._exceptions) else self.statement.end
        return place < self._find_stop(verb) and not NEW_LEVEL.regex.search(self.text[end:place])

    def _tells_of_before(self, verb: Verb) -> bool:
        """Whether the statement looks back, and has not come to the present before *verb*."""
        match = LOOKS_BACK_FIRST.regex.match(self.text[self.statement.start : verb.start])
        if match is None:
            return False
        return COMES_BACK.regex.search(self.text, self.statement.start + match.end(), verb.start) is None

    def _comes_back(self, before: str) -> bool:
        """Whether what is said *before* a verb looks back, and ends with the paper's own act: "Trước đây …; nay"."""
        looks_back = LOOKS_BACK_FIRST.regex.match(self.text[self.statement.start : self.statement.end])
        return looks_back is not None and ACTS_NOW.regex.search(before) is not None

    def _tells_of_years(self, verb: Verb) -> bool:
        """Whether a sentence of the opening tells what came of the paper it names first, and rests on nothing."""
        span = verb.end, self.statement.end
        ends = self.statement.place is Place.OPENING and self.text[slice(*span)].rstrip().endswith(".")
        return ends and self._follows < verb.end and OVER_THE_YEARS.regex.search(self.text, *span) is not None

    def _find_stop(self, verb: Verb) -> int:
        """Where the next verb that is said of documents before it stands."""
        after = bisect_left(self._passives, verb.end)
        return self._passives[after] if after < len(self._passives) else self.statement.end

    def _before(self, verb: Verb) -> str:
        """The last words before *verb*; what opens a sentence does not open these."""
        start = max(self.statement.start, verb.start - _LOOK_BEHIND)
        return ("…" if start > self.statement.start else "") + self.text[start : verb.start]

    def _says_as_follows(self, verb: Verb) -> bool:
        return self._follows >= verb.end

    def _gives_content(self, verb: Verb) -> bool:
        """Whether the new words follow, or where they go, and nothing says that it is still to be done."""
        span = verb.end, self.statement.end
        return bool(GIVES_CONTENT.regex.search(self.text, *span)) and not TO_BE_DONE.regex.search(self.text, *span)

    def _is_left_to_others(self) -> bool:
        span = self.statement.start, self.statement.end
        return any(pattern.regex.search(self.text, *span) for pattern in (TO_BE_DONE, LEFT_TO_OTHERS))

    def _carries_out(self, verb: Verb) -> bool:
        before = self._before(verb)
        speaks = self.statement.place is Place.OPENING or (self._this and self._this[0][1] <= verb.start)
        if speaks and OPENS_CARRYING_OUT.regex.search(before):
            return True
        if self.speaker.looks_back:
            return False
        if OPENS_SENTENCE.regex.search(before) or (self.speaker.sets_tasks and TASKED.regex.search(before)):
            return True
        place = self._verbs.index(verb)
        earlier = self._verbs[place - 1] if place else None
        same = earlier and SAME_ORDER.regex.search(self.text[earlier.end : verb.start])
        return bool(earlier and same and earlier.kinds[0] == CARRIES_OUT and self._carries_out(earlier))

    def _guides(self, verb: Verb) -> bool:
        return self.statement.place is Place.OPENING or self._says_as_follows(verb)

    def _changes(self, verb: Verb) -> bool:
        before = self._before(verb)
        if verb.passive:  # "Các văn bản sau đây hết hiệu lực: …"
            led = self.is_led_in(self.statement.start, verb.start)
            return led or LIST_LEAD.regex.search(before) is not None
        if OPENS_SENTENCE.regex.search(before) or self._goes_on(verb) or self._comes_back(before):
            is_task = self.speaker.sets_tasks and verb.kinds[0] in (AMENDS, SUPPLEMENTS)
            return not is_task or self._says_as_follows(verb) or self._gives_content(verb)
        if AGREES.regex.search(before):
            ends = verb.kinds[0] in (REPEALS, REPLACES) and not self._is_left_to_others()
            return ends or self._says_as_follows(verb) or self._gives_content(verb)
        return self.statement.place is Place.OPENING and self._says_as_follows(verb)

    def _goes_on(self, verb: Verb) -> bool:
        """Whether the statement opens with a change of its own, or by holding back, to which *verb* adds another."""
        first, before = self._verbs[0], self._before(self._verbs[0])
        if first.kinds[0] == CARRIES_OUT:
            adds = verb.kinds[0] in (REPEALS, REPLACES) and GOES_ON.regex.search(self._before(verb))
            return bool(adds and OPENS_HELD_BACK.regex.search(before))
        opens = OPENS_SENTENCE.regex.search(before) is not None
        return first is not verb and first.changes and not first.passive and opens
