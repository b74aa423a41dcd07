"""Whether a document stands: replaced, repealed, amended, or not that anyone says; and who says so."""

from __future__ import annotations

import datetime
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from index.as_of import came_later, counts, day_of
from index.graph import Edge, Neighbourhood, Node
from ingest.catalog import find_record_by_id
from ingest.citing.laws import LAW_KINDS
from ingest.numbers import read_number
from ingest.records import SURE, Record
from ingest.relating.relation import AMENDS, CHANGES

Status = Literal["in_force", "replaced", "repealed", "amended", "unknown", "unissued", "pending"]
UNNAMED = "văn bản chưa rõ số, ký hiệu"
"""What to call a document that is not said; it has no id."""
_UNNAMED = Node("", UNNAMED, None, None, None, None, "unknown")
_ENDS: Mapping[str, Status] = {"replaces": "replaced", "repeals": "repealed"}


@dataclass(frozen=True, slots=True)
class Change:
    """A statement that a document was changed or ended.

    Attributes:
        edge: What is said, and who says so.
        by: The acting document; one without an id where nobody says which.
        since: The day that is said, by this statement or by another of the same document; else the day from which the
            acting document holds, else what :func:`find_day_unsaid` gives.
        told_by: The document whose text says so; ``None`` where the catalogue does.
        told_later: Whether that one was issued after the day that is asked of.
        coming: Whether it holds only after the day that is asked of, today where none is: it is known by then, and has
            not happened.
    """

    edge: Edge
    by: Node
    since: datetime.date | None
    told_by: Node | None = None
    told_later: bool = False
    coming: bool = False

    @property
    def known_from(self) -> datetime.date | None:
        """The day before which it cannot be told: from when it holds, else that of the acting document's issue."""
        return self.since or self.by.date

    @property
    def lapses(self) -> bool:
        """Whether it is told that the document, or a part of it, ended, and not by what."""
        return not self.by.id and self.edge.kind in _ENDS

    @property
    def ends(self) -> bool:
        """Whether it ends all of the document."""
        return self.edge.kind in _ENDS and self.edge.whole and self.edge.clause is None


@dataclass(frozen=True, slots=True)
class Guided:
    """A document that has ended, and that another guides or carries out.

    Attributes:
        kind: What that other does to it: ``"guides"`` or ``"carries_out"``.
        status: How it ended.
    """

    node: Node
    kind: str
    status: Status


@dataclass(frozen=True, slots=True)
class Standing:
    """What is known of whether a document stands.

    Attributes:
        status: ``"in_force"`` only where a verified fact says so and nothing that ends it was found; ``"unknown"``
            where nobody says anything; ``"unissued"`` where it came after the day that is asked of, ``"pending"``
            where it was issued by then and does not hold yet.
        changes: Every statement that it was changed, those that end it first, then the oldest first. Where they
            contradict each other all of them stand here: nothing is settled by us.
        since: From when it is so; of several ends the first.
        sure: Whether one of the statements that give the status leaves no doubt.
        checked: The day on which the catalogue found nothing that ends it; ``None`` where it says an end, or nothing.
        disputed: Whether those who speak of its end say different things: who ends it, from when, or whether at all.
        as_of: The day of which this is told; ``None`` for today.
        stands: Whether a verified fact says that it is, or on that day was, in force; or a text surely ends or changes
            it only later.
        guided: What it only exists to serve, where all of that has ended; ``None`` of others.
        coming: Statements that it will be changed or ended, as *changes*; none where it has ended.
        begins: From when it holds by its own words, where those say it.
        enclosing: The decision with which it was issued, whose standing this is; ``None`` of others.
    """

    status: Status
    changes: tuple[Change, ...] = ()
    since: datetime.date | None = None
    sure: bool = True
    checked: datetime.date | None = None
    disputed: bool = False
    as_of: datetime.date | None = None
    stands: bool = False
    guided: Guided | None = None
    coming: tuple[Change, ...] = ()
    begins: datetime.date | None = None
    enclosing: Node | None = None

    @property
    def told(self) -> tuple[Change, ...]:
        """Every statement of a change, those to come last."""
        return (*self.changes, *self.coming)

    @property
    def edges(self) -> tuple[Edge, ...]:
        """The relations behind the changes, in their order, those to come last."""
        return tuple(change.edge for change in self.told)

    @property
    def ended(self) -> bool:
        """Whether somebody says that it was replaced or repealed."""
        return self.status in _ENDS.values()

    @property
    def in_force(self) -> bool | None:
        """Whether it is in force; ``None`` where nobody says, where that is unsure, or where the catalogue differs."""
        if self.ended:
            return None if self.checked or not self.sure else False
        if self.status in ("unissued", "pending"):
            return False
        return True if self.stands else None


UNKNOWN = Standing("unknown")


def lean_on(standing: Standing, guided: Guided) -> Standing:
    """The *standing* of a document that nobody says was changed, given that what it serves has ended: not known."""
    return replace(standing, status="unknown", since=None, stands=False, guided=guided)


def begin(standing: Standing, begins: datetime.date) -> Standing:
    """The *standing* of a document that by its own words holds from the day *begins*."""
    if standing.status == "unissued" or standing.ended:
        return standing
    if begins > day_of(standing.as_of):
        return replace(standing, status="pending", since=None, stands=False, begins=begins)
    return replace(standing, begins=begins)


def find_standing(document_id: str, around: Neighbourhood, as_of: datetime.date | None = None) -> Standing:
    """The standing of a document of *around*, which holds its neighbours; on the day *as_of*, else today."""
    issued = next((node.date for node in around.nodes if node.id == document_id), None)
    if as_of and issued and issued > as_of:
        return Standing("unissued", as_of=as_of)
    record = find_record_by_id(document_id)
    if not (record or around.edges):
        return Standing("unknown", as_of=as_of)
    known = _date_changes(document_id, around)
    counted = [one for one in known if counts(one.by, one.told_by, one.since, as_of)]
    placed = [_place(one, as_of) for one in counted]
    changes = [one for one in placed if not one.coming]
    ending = [one for one in changes if one.ends]
    told = ending or changes
    checked = None if any(one.ends and one.edge.said_in is None for one in known) else _find_check(record, as_of)
    coming = () if ending else tuple(sorted((one for one in placed if one.coming), key=lambda one: not one.ends))
    stands = any(one.edge.sure for one in coming) or _is_said_to_stand(record, known, as_of)
    if not told:
        since = record.effective if record and stands and not as_of else None
        status: Status = "in_force" if stands else "unknown"
        standing = Standing(status, since=since, checked=checked, as_of=as_of, stands=stands, coming=coming)
        begins = record.effective if record else None
        return begin(standing, begins) if begins and begins > day_of(as_of) else standing
    status = _ENDS[ending[0].edge.kind] if ending else "amended"
    ordered = (*ending, *(one for one in changes if not one.ends))
    sure = any(one.edge.sure for one in told)
    if ending and checked and all(one.known_from and one.known_from > checked for one in ending):
        checked = None  # it ended after the catalogue looked
    disputed = _differ(ending) or bool(ending and checked)
    return Standing(status, ordered, told[0].since, sure, checked, disputed, as_of, stands, coming=coming)


def _place(change: Change, as_of: datetime.date | None) -> Change:
    """It as seen from the day *as_of*, else from today."""
    later = came_later(change.told_by, as_of)
    coming = change.known_from is not None and change.known_from > day_of(as_of)
    return replace(change, told_later=later, coming=coming) if later or coming else change


def _date_changes(document_id: str, around: Neighbourhood) -> list[Change]:
    """Its changes with their days, the oldest first, those of unknown day last."""
    nodes = {node.id: node for node in (_UNNAMED, *around.nodes)}
    edges = [edge for edge in around.edges if edge.target == document_id and edge.kind in CHANGES]
    said = {edge.source: day for edge in reversed(edges) if edge.source and (day := _find_day_said(edge))}
    tied = {edge.source for edge in edges if edge.tied}
    changes = (
        Change(
            one,
            nodes[one.source],
            _find_day_said(one) or _find_day(one, nodes, said, tied),
            nodes.get(one.said_in) if one.said_in else None,
        )
        for one in edges
    )
    told = _drop_told_better(list(changes))
    amended = _find_unnamed(document_id)
    return sorted((*told, *amended), key=lambda one: one.since or datetime.date.max)


def _drop_told_better(changes: Sequence[Change]) -> list[Change]:
    """*changes* without an end by nobody named, where another says by what: surely, or not from another day."""
    named = [one for one in changes if one.by.id and one.ends]
    return [
        one
        for one in changes
        if one.by.id
        or not one.ends
        or not any(other.edge.sure or None in (other.since, one.since) or other.since == one.since for other in named)
    ]


def _find_unnamed(document_id: str) -> list[Change]:
    """That it was amended, where the catalogue knows the day and not by what."""
    record = find_record_by_id(document_id)
    if record is None or record.amended is None:
        return []
    edge = Edge("", document_id, AMENDS, sure=record.evidence_of("amended").verified)
    return [Change(edge, _UNNAMED._replace(date=record.amended), record.amended)]


def _find_day(
    edge: Edge, nodes: Mapping[str, Node], said: Mapping[str, datetime.date], tied: Collection[str]
) -> datetime.date | None:
    """The day of a statement that says none itself."""
    if not edge.tied and edge.source in said:
        return said[edge.source]
    return None if edge.source in tied else find_day_unsaid(nodes[edge.source])


def find_day_unsaid(acting: Node) -> datetime.date | None:
    """From when a document holds where nobody says it: one of the Party from the day of its issue, as is its rule.

    Of the State's the day follows from laws that changed, from the Official Gazette or a proclamation.
    """
    number = read_number(acting.number)
    of_state = acting.type in LAW_KINDS if number is None else not number.party
    return None if of_state else acting.date


def is_coming(edge: Edge, acting: Node, as_of: datetime.date | None = None) -> bool:
    """Whether it is a change that *acting* makes, and one that holds only after the day *as_of*, else after today."""
    said = _find_day_said(edge)
    day = said if said or edge.tied else find_day_unsaid(acting)
    return edge.kind in CHANGES and day is not None and day > day_of(as_of)


def _find_day_said(edge: Edge) -> datetime.date | None:
    """The day that a text says; where the catalogue speaks, the one from which it knows the acting document to hold."""
    record = None if edge.said_in else find_record_by_id(edge.source)
    return edge.since or (record.effective if record else None)


def _differ(ending: Sequence[Change]) -> bool:
    """Whether several documents are said to have ended it, or one on several days."""
    days: dict[str, set[datetime.date]] = {}
    for one in ending:
        days.setdefault(one.edge.source, set()).update(filter(None, [_find_day_said(one.edge)]))
    return len(days) > 1 or any(len(said) > 1 for said in days.values())


def _find_check(record: Record | None, as_of: datetime.date | None) -> datetime.date | None:
    """When the catalogue was checked for it; what was found later says nothing of a day after that.

    It says nothing of what is known second-hand, nor of what a later document of its type came after.
    """
    if record is None or record.checked is None or (as_of and as_of > record.checked):
        return None
    known = all(record.evidence_of(fact).mark in SURE for fact in ("number", "date"))
    after = any(one.kind == "later" and one.type == record.type for one in record.relations)
    return record.checked if known and not after else None


def _is_said_to_stand(record: Record | None, known: Sequence[Change], as_of: datetime.date | None) -> bool:
    """Whether a verified fact of the catalogue has it in force: it took effect, or was changed only later."""
    if record is None:
        return False
    if as_of and any(one.since and one.since > as_of and one.edge.sure and not one.edge.said_in for one in known):
        return True
    if record.effective is None or not record.evidence_of("effective").verified or record.checked is None:
        return False
    return record.effective <= day_of(as_of) and (as_of is None or as_of <= record.checked)
