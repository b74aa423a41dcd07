"""From the roles in a statement to the relations it states."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ingest.patterns.amending import IN_UNIT, UNIT_THEN_VERB
from ingest.patterns.relation_lists import BELOW_IT, CONTRARY, NAMED_PART, PARTS_LEAD, SOME_PART_LEADS
from ingest.patterns.relation_words import OPENS_BY_SOURCE, SOME_ARTICLES, WORDS_OBJECT
from ingest.patterns.relations import OTHERS_BESIDE
from ingest.relating.acts import Acts
from ingest.relating.clauses import find_added_paths, find_paths_there, find_put_paths, find_shared_paths
from ingest.relating.items import Item
from ingest.relating.paths import join_paths
from ingest.relating.relation import AMENDS, CARRIES_OUT, LOOSE, NOBODY, PLAIN, REPEALS, SUPPLEMENTS, TOLD, TextRelation
from ingest.relating.roles import Placed, Role
from ingest.relating.since import UNSAID
from ingest.relating.statements import Place
from ingest.relating.verbs import Verb

_LOOK_AHEAD = 40
_LOOK_BEHIND = 60


@dataclass(frozen=True, slots=True)
class _Edge:
    """What a verb says of one document: of the provision at *path*, or the whole."""

    cited: int
    start: int
    end: int
    path: str | None
    subject: int | None
    certainty: float
    partial: bool = False


@dataclass(frozen=True, slots=True)
class _By:
    """Who is said to do it: *subject*, in words that end at *end*; to a part alone where *partial*.

    Attributes:
        start: Where the words begin that are exchanged, where it is done to these.
    """

    subject: int | None
    end: int
    certainty: float
    partial: bool = False
    start: int | None = None


class Reader:
    """Reads one statement."""

    def __init__(self, acts: Acts, placed: Sequence[Placed], verbs: Sequence[Verb]) -> None:
        self._acts = acts
        self._text, self._statement, self._speaker = acts.text, acts.statement, acts.speaker
        self._placed = placed
        self._verbs = verbs
        self._starts = [verb.start for verb in verbs]
        self._ends = [one.item.end for one in placed]
        self._actors: dict[Verb, list[Placed]] = defaultdict(list)
        for one in placed:
            if one.role and one.role.acting:
                self._actors[one.role.verb].append(one)

    def read(self) -> Iterator[TextRelation]:
        """The relations of the statement, those of documents named behind their verb first."""
        own: dict[Verb, bool] = {}
        for one in self._placed:
            role = one.role
            if role is None or role.acting or not role.verb.done:
                continue
            if role.subject is None and role.verb not in own:
                own[role.verb] = self._acts.is_own(role.verb)
            if role.subject is not None or own[role.verb]:
                yield from self._read_object(one, role)
        yield from self._read_place()
        floor = self._statement.start
        for verb in self._verbs:
            if verb.passive and verb.done:
                yield from self._read_passive(verb, floor)
                floor = floor if self._actors[verb] else verb.end

    def _read_object(self, one: Placed, role: Role) -> Iterator[TextRelation]:
        verb, item = role.verb, one.item
        own = role.subject is None
        subject = self._speaker.subject if role.subject is None else self._placed[role.subject].item.key
        called_for = verb.kinds[0] == CARRIES_OUT and self._statement.place is Place.BODY
        certainty = LOOSE if role.loose or called_for else PLAIN if own else TOLD
        start = min(verb.start, item.start)
        put = find_put_paths(self._text, verb, item) if SUPPLEMENTS in verb.kinds and not one.listed else []
        for path in (None,) if role.form else put or item.paths_behind(verb.end):
            yield from self._relate(verb, _Edge(item.key, start, item.end, path, subject, certainty, role.partial))
        larger = next((reference.path for reference in item.references if reference.start >= verb.end), "")
        for earlier, after in () if one.listed or not larger else self._find_earlier(verb):
            paths = find_shared_paths(self._text, earlier, after, larger)
            for path in paths:
                yield from self._relate(earlier, _Edge(item.key, earlier.start, item.end, path, subject, certainty))
            if not paths:
                break
            larger = paths[0]

    def _read_place(self) -> Iterator[TextRelation]:
        """What is done at a place that is named first, with its document: "Tại mục III Nghị quyết số 11, bổ sung …"."""
        if len(self._placed) != 1 or not self._verbs or not self._speaker.acts:
            return
        item, verb = self._placed[0].item, self._verbs[0]
        before, between = self._text[self._statement.start : item.start], self._text[item.end : verb.start]
        leads = IN_UNIT.regex.search(before) and UNIT_THEN_VERB.regex.search(between)
        if not (leads and verb.changes and verb.done) or verb.passive:
            return
        smaller = find_paths_there(self._text, verb, self._statement.end, item)
        if not self._acts.changes_there(verb, named=bool(smaller)):
            return
        if WORDS_OBJECT.regex.search(self._text[verb.end : self._statement.end]):
            verb = replace(verb, kinds=(AMENDS,))
        for path in smaller or item.paths_behind(0):
            edge = _Edge(item.key, item.start, verb.end, path, self._speaker.subject, PLAIN, partial=True)
            yield from self._relate(verb, edge)

    def _find_earlier(self, verb: Verb) -> Iterator[tuple[Verb, Verb]]:
        """The verbs before *verb*, each with the one it goes on to: all change, no document stands between."""
        after = verb
        for earlier in reversed(self._verbs[: bisect_left(self._starts, verb.start)]):
            named = bisect_left(self._ends, earlier.end) < bisect_left(self._ends, after.start)
            if named or earlier.passive or not (after.changes and earlier.changes and earlier.done):
                return
            yield earlier, after
            after = earlier

    def _read_passive(self, verb: Verb, floor: int) -> Iterator[TextRelation]:
        """What a verb says of the documents named before it, from *floor* on, or of the text itself."""
        actors = self._actors[verb]
        run = self._find_run(floor, verb.start)
        if not run:
            yield from self._read_suffered(verb) if self._acts.is_suffered(verb) else ()
            return
        if ";" in self._text[run[-1].item.end : verb.start]:
            return
        lead_end = run[0].item.start
        sourced = len(run) > 1 and verb.kinds == (REPEALS,)
        by_source = sourced and OPENS_BY_SOURCE.regex.search(self._text[floor:lead_end]) is not None
        run = run[1:] if by_source else run
        below = BELOW_IT.regex.search(self._text, floor, lead_end) is not None
        led = by_source or (not below and self._is_led_in(verb, floor, lead_end))
        if actors:
            for actor in actors:
                yield from self._relate_run(verb, run if led else run[-1:], _By(actor.item.key, actor.item.end, TOLD))
            return
        contrary = self._only_contrary(self._text[floor:lead_end], run[-1].item.end, verb.start)
        told = (by_source and not self._acts.decides) or self._is_told_by_another(verb)
        if led and not told and self._acts.is_own_passive(verb):
            words = floor if self._acts.exchanges_words(verb, floor, lead_end) else None
            by = _By(self._speaker.subject, verb.end, LOOSE if contrary else PLAIN, contrary, words)
            yield from self._relate_run(verb if words is None else replace(verb, kinds=(AMENDS,)), run, by)
        elif led and not contrary and self._is_last(run, verb) and self._acts.is_told_end(verb, by_another=told):
            yield from self._relate_run(verb, run, _By(NOBODY, verb.end, LOOSE))

    def _is_led_in(self, verb: Verb, start: int, end: int) -> bool:
        """Whether *verb* is said of the document named at *end*, or of what it settles."""
        return self._acts.is_led_in(start, end) or self._acts.names_matter(verb, start, end)

    def _is_last(self, run: Sequence[Placed], verb: Verb) -> bool:
        """Whether no other document, of which *verb* may be said as well, is named between *run* and it."""
        return self._placed[bisect_right(self._ends, verb.start) - 1] is run[-1]

    def _is_told_by_another(self, verb: Verb) -> bool:
        """Whether what a passive *verb* says is told by the word of the document that is named next behind it."""
        after = bisect_left(self._ends, verb.end)
        return any(self._acts.tells_by(verb, one.item.start) for one in self._placed[after : after + 1])

    def _find_run(self, start: int, end: int) -> list[Placed]:
        """The last list of documents that stand themselves in ``text[start:end]``, in order."""
        first, last = bisect_left(self._ends, start), bisect_right(self._ends, end)
        run: list[Placed] = []
        for one in reversed(self._placed[first:last]):
            if one.parent is None:
                run.append(one)
                if not one.listed:
                    break
        return run[::-1] or list(self._placed[first:last][-1:])

    def _relate_run(self, verb: Verb, run: Sequence[Placed], by: _By) -> Iterator[TextRelation]:
        somewhere = SOME_ARTICLES.regex.search(self._text[verb.end : verb.end + _LOOK_AHEAD]) is not None
        lead = self._text[max(self._statement.start, run[0].item.start - _LOOK_BEHIND) : run[0].item.start]
        some_part = NAMED_PART.regex.search(lead) or SOME_PART_LEADS.regex.search(lead)
        partial = somewhere or by.partial or some_part is not None
        for item in (one.item for one in run):
            named = len(lead) - some_part.start() if some_part and item is run[0].item else 0
            for path in (None,) if somewhere else self._find_changed(verb, item, alone=len(run) == 1):
                start = item.start - named if by.start is None else by.start
                edge = _Edge(item.key, start, by.end, path, by.subject, by.certainty, partial)
                yield from self._relate(verb, edge)

    def _find_changed(self, verb: Verb, item: Item, *, alone: bool) -> Sequence[str | None]:
        """The provisions of *item* that a passive *verb* is said of, or those that it adds to the one of them."""
        paths = item.paths_behind(0)
        added = find_added_paths(self._text[verb.end : self._statement.end], verb) if alone and len(paths) == 1 else []
        return [join_paths(paths[0] or "", one) for one in added] or paths

    def _only_contrary(self, lead: str, start: int, end: int) -> bool:
        """Whether only what is contrary goes of the documents named: "quy định tại … trái với Quyết định này"."""
        match = CONTRARY.regex.search(self._text, start, end)
        if match is None:
            return False
        beside = OTHERS_BESIDE.regex.search(self._text, start, match.start())
        return beside is None or PARTS_LEAD.regex.search(lead) is not None

    def _read_suffered(self, verb: Verb) -> Iterator[TextRelation]:
        """ "Quy định này được thay thế bởi Quy định số …"."""
        effect = self._acts.find_effect(verb, own=False)
        for kind in verb.kinds:
            for item in (one.item for one in self._actors[verb]):
                yield TextRelation(
                    kind, None, verb.start, item.end, None, effect.day, PLAIN, item.key, tied=effect.tied
                )

    def _relate(self, verb: Verb, edge: _Edge) -> Iterator[TextRelation]:
        if edge.subject == edge.cited:
            return
        effect = UNSAID
        own = edge.subject == self._speaker.subject
        if verb.changes and (own or verb.passive):  # what a title tells of another document has no day
            effect = self._acts.find_effect(verb, own=own)
            effect = self._speaker.effect if own and effect == UNSAID else effect
        partial = edge.path is not None or edge.partial or (verb.changes and self._acts.excepts_parts(verb, edge.end))
        for kind in verb.kinds:
            whole = not (partial or kind in (AMENDS, SUPPLEMENTS))
            about = edge.path, effect.day, edge.certainty, edge.subject, whole, effect.tied
            yield TextRelation(kind, edge.cited, edge.start, edge.end, *about)
