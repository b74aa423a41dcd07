"""From the roles in a statement to the relations it states."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ingest.patterns.relation_words import CONTRARY, PARTS_LEAD
from ingest.patterns.relations import OTHERS_BESIDE
from ingest.relating.acts import Acts, Speaker, is_led_in
from ingest.relating.relation import CARRIES_OUT, LOOSE, PLAIN, TOLD, TextRelation
from ingest.relating.roles import Placed, Role
from ingest.relating.since import find_day
from ingest.relating.statements import Place, Statement
from ingest.relating.verbs import Verb


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
class Reader:
    """Reads one statement of *text*."""

    text: str
    statement: Statement
    speaker: Speaker
    placed: Sequence[Placed]
    verbs: Sequence[Verb]

    def read(self) -> Iterator[TextRelation]:
        """The relations of the statement, those of documents named behind their verb first."""
        acts = Acts(self.text, self.statement, self.speaker, self.verbs)
        for one in self.placed:
            role = one.role
            if role and not role.acting and role.verb.done and (role.subject is not None or acts.is_own(role.verb)):
                yield from self._read_object(one, role)
        for verb in self.verbs:
            if verb.passive and verb.done:
                yield from self._read_passive(verb, acts)

    def _read_object(self, one: Placed, role: Role) -> Iterator[TextRelation]:
        verb, item = role.verb, one.item
        own = role.subject is None
        subject = self.speaker.subject if role.subject is None else self.placed[role.subject].item.key
        called_for = verb.kinds[0] == CARRIES_OUT and self.statement.place is Place.BODY
        certainty = LOOSE if role.loose or called_for else PLAIN if own else TOLD
        start = min(verb.start, item.start)
        for path in item.paths_behind(verb.end):
            edge = _Edge(item.key, start, item.end, path, subject, certainty, role.partial)
            yield from self._relate(verb, edge)

    def _read_passive(self, verb: Verb, acts: Acts) -> Iterator[TextRelation]:
        """What a verb says of the documents named before it, or of the text itself."""
        before = [one for one in self.placed if one.item.end <= verb.start]
        actors = [one for one in self.placed if one.role and one.role.acting and one.role.verb is verb]
        if not before:
            yield from self._read_suffered(verb, actors) if acts.is_suffered(verb) else ()
            return
        run = _find_run(before)
        lead = self.text[self.statement.start : run[0].item.start]
        led = is_led_in(lead)
        if actors:
            for actor in actors:
                yield from self._relate_run(verb, run if led else run[-1:], actor.item.key, TOLD)
        elif led and acts.is_own_passive(verb):
            contrary = self._only_contrary(lead, run[-1].item.end, verb.start)
            yield from self._relate_run(verb, run, self.speaker.subject, LOOSE if contrary else PLAIN)

    def _relate_run(
        self, verb: Verb, run: Sequence[Placed], subject: int | None, certainty: float
    ) -> Iterator[TextRelation]:
        for item in (one.item for one in run):
            for path in item.paths_behind(0):
                edge = _Edge(item.key, item.start, verb.end, path, subject, certainty, certainty == LOOSE)
                yield from self._relate(verb, edge)

    def _only_contrary(self, lead: str, start: int, end: int) -> bool:
        """Whether only what is contrary goes of the documents named: "quy định tại … trái với Quyết định này"."""
        match = CONTRARY.regex.search(self.text, start, end)
        if match is None:
            return False
        beside = OTHERS_BESIDE.regex.search(self.text, start, match.start())
        return beside is None or PARTS_LEAD.regex.search(lead) is not None

    def _read_suffered(self, verb: Verb, actors: Sequence[Placed]) -> Iterator[TextRelation]:
        """ "Quy định này được thay thế bởi Quy định số …"."""
        since = find_day(self.text, verb.end, self.statement.end)
        for kind in verb.kinds:
            for item in (one.item for one in actors):
                yield TextRelation(kind, None, verb.start, item.end, None, since, PLAIN, item.key)

    def _relate(self, verb: Verb, edge: _Edge) -> Iterator[TextRelation]:
        if edge.subject == edge.cited:
            return
        since = None
        if verb.changes and self.statement.place is not Place.TITLE:
            since = find_day(self.text, verb.end, self.statement.end)
        if verb.changes and edge.subject == self.speaker.subject:
            since = since or self.speaker.effective
        whole = edge.path is None and not edge.partial
        for kind in verb.kinds:
            yield TextRelation(
                kind, edge.cited, edge.start, edge.end, edge.path, since, edge.certainty, edge.subject, whole
            )


def _find_run(before: Sequence[Placed]) -> list[Placed]:
    """The last list of documents that stand themselves, in order."""
    heads = [one for one in before if one.parent is None] or [before[-1]]
    first = max((i for i, one in enumerate(heads) if not one.listed), default=0)
    return heads[first:]
