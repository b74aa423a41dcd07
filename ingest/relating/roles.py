"""What each document named in a statement is to the verbs around it: acted on, acting, or only named with another."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace

from ingest.citing.laws import LAW_KINDS
from ingest.patterns.amending import LOOSE_PART, PART_OF_ENCLOSED, PUT_OBJECT
from ingest.patterns.effect import DAY_BETWEEN
from ingest.patterns.provisions import ANNEX
from ingest.patterns.relation_lists import (
    FORMS_OF_ANNEX,
    JOINED_BY_AND,
    LEADS_LIST,
    LIST_MARK,
    LISTED,
    NAMED_PART,
    NEW_LEVEL,
    PARTS_BELOW,
    TABLE_HEAD,
)
from ingest.patterns.relation_words import (
    AGENT,
    BASIS_ABOUT,
    BASIS_OBJECT,
    CARRIED_OUT_OBJECT,
    ENCLOSED_OBJECT,
    GUIDED_OBJECT,
    LISTED_BELOW,
    LOOSE_AIM,
    LOOSE_GUIDED,
    LOOSE_OBJECT,
    PART_OBJECT,
    SOURCE,
    TELLS_OF_ENDS,
    UNREAD,
    WHOLE_LIST,
    WHOLE_OBJECT,
    WORDS_OBJECT,
)
from ingest.patterns.relations import ENDS_ITS_TITLE, GOES_ON, NAMES_ITS_SUBJECT
from ingest.relating.items import Item
from ingest.relating.relation import AMENDS, BASED_ON, CARRIES_OUT, GUIDES, REPEALS
from ingest.relating.statements import Place, Statement
from ingest.relating.verbs import Verb

_SPACES = re.compile(r"\s+")
_LONGEST_TITLE = 300
_LONGEST_GAP = 600
_LONGEST_JOINT = 90


@dataclass(frozen=True, slots=True)
class Role:
    """How an item hangs on a verb.

    Attributes:
        subject: Index of the item whose title or deed the verb tells; ``None`` where the text itself speaks.
        acting: Whether the item is what acts: "được thay thế bởi …".
        loose: Whether words stand between that are not usual there.
        partial: Whether only a part of the document is meant, which no path names.
        form: Whether it is a form in an annex, so that what is done is not done to the annex that is named.
    """

    verb: Verb
    subject: int | None = None
    acting: bool = False
    loose: bool = False
    partial: bool = False
    form: bool = False


@dataclass(frozen=True, slots=True)
class Placed:
    """An item with its role, if it has one.

    Attributes:
        parent: Index of the item in whose title, or as whose changer, it is named; ``None`` for one that stands itself.
        listed: Whether it goes on the list of the item before it.
    """

    item: Item
    role: Role | None
    parent: int | None = None
    listed: bool = False


def place_items(text: str, statement: Statement, items: Sequence[Item], verbs: Sequence[Verb]) -> list[Placed]:
    """The *items* of *statement* with their roles, in order."""
    placed: list[Placed] = []
    ends = [verb.end for verb in verbs]
    for item in items:
        left = placed[-1].item.end if placed else statement.start
        before = bisect_right(ends, item.start)
        verb = verbs[before - 1] if before and left <= verbs[before - 1].start else None
        behind_verb = _place_behind_verb(text, statement, placed, verb, item) if verb else None
        if behind_verb and (behind_verb.role or not placed):
            placed.append(behind_verb)
        elif placed:
            placed.append(_place_behind_item(text, placed, item, verbs[before:]))
        elif statement.place is Place.BASES:
            heading = Verb((BASED_ON,), statement.start, statement.start, passive=False, past=False, done=True)
            placed.append(Placed(item, Role(heading)))
        else:
            placed.append(Placed(item, None))
    return placed


def _place_behind_verb(text: str, statement: Statement, before: Sequence[Placed], verb: Verb, item: Item) -> Placed:
    last = len(before) - 1 if before else None
    if item.start - verb.end > _LONGEST_GAP:
        return Placed(item, None, last)
    gap = _flatten(text[verb.end : item.start])
    if verb.passive:
        if LISTED_BELOW.regex.search(gap):
            return Placed(item, Role(verb))
        acting = _is_actor(verb, gap, item)
        return Placed(item, Role(verb, last, acting=True) if acting else None, last)
    if verb.changes and (lead := LEADS_LIST.regex.search(text[verb.end : item.start])):
        gap = f" {lead['part'] or ''} "  # "toàn bộ các văn bản sau đây của Bộ Tài chính:" says no more
    if verb.changes and any(_is_of_annex(one.path) for one in item.references):
        role = _read_form(verb, gap) or _read_object(verb, gap, statement, named_part=True)
    else:
        role = _read_object(verb, gap, statement, named_part=bool(item.references))
    subject = _find_subject(text, before, verb)
    return Placed(item, replace(role, subject=subject) if role else None, subject if role else last)


def _is_actor(verb: Verb, gap: str, item: Item) -> bool:
    """Whether the words of the *gap* behind a passive *verb* say that *item* did it, not only that it tells so."""
    words = DAY_BETWEEN.regex.sub("", gap)
    if not AGENT.regex.search(words):
        return False
    names = item.citation.type or "", item.citation.name or ""
    tells = SOURCE.regex.search(words) and any(TELLS_OF_ENDS.regex.search(name) for name in names)
    return not (tells and verb.kinds == (REPEALS,))


def _flatten(gap: str) -> str:
    """*gap* on one line, without the mark of the list that begins in it, or the head of the table."""
    return _SPACES.sub(" ", LIST_MARK.regex.sub(" ", TABLE_HEAD.regex.sub(": ", gap)))


def _is_of_annex(path: str) -> bool:
    return path.startswith(f"{ANNEX}-")


def _read_form(verb: Verb, gap: str) -> Role | None:
    """The role of a document in whose annex the forms stand that *verb* changes."""
    forms = FORMS_OF_ANNEX.regex.search(gap)
    usual = forms and PART_OBJECT.regex.search(gap[: forms.start()])
    return Role(verb, partial=True, form=True) if usual else None


def _read_object(verb: Verb, gap: str, statement: Statement, *, named_part: bool) -> Role | None:
    """The role of what stands behind an active *verb*, by the words of the *gap* between the two.

    Args:
        named_part: Whether the gap ends at a provision of it.
    """
    if verb.changes:
        return _read_changed(verb, UNREAD.regex.sub("", gap), named_part=named_part)
    kind = verb.kinds[0]
    usual = {BASED_ON: BASIS_OBJECT, GUIDES: GUIDED_OBJECT, CARRIES_OUT: CARRIED_OUT_OBJECT}[kind]
    if usual.regex.search(gap):
        return Role(verb, loose=kind == BASED_ON and BASIS_ABOUT.regex.search(gap) is not None)
    speaks = kind != BASED_ON and statement.place in (Place.TITLE, Place.OPENING)
    loose = LOOSE_GUIDED if kind == GUIDES else LOOSE_AIM
    return Role(verb, loose=True) if speaks and loose.regex.search(gap) else None


def _read_changed(verb: Verb, gap: str, *, named_part: bool) -> Role | None:
    if annex := NAMED_PART.regex.search(gap):  # "Phụ lục I kèm theo Quyết định số 5" is not all that goes with it
        lead = gap[: annex.start()]
        if any(pattern.regex.search(lead) for pattern in (PART_OBJECT, LOOSE_OBJECT)):
            return Role(verb, partial=True)
    if PARTS_BELOW.regex.search(gap):
        return Role(verb, partial=True)
    if any(pattern.regex.search(gap) for pattern in (WHOLE_OBJECT, ENCLOSED_OBJECT, WHOLE_LIST)):
        return Role(verb)
    if WORDS_OBJECT.regex.search(gap):
        return Role(replace(verb, kinds=(AMENDS,)), partial=True)
    usual = (PART_OBJECT, PUT_OBJECT, *((LOOSE_PART,) if named_part else ()))
    if any(pattern.regex.search(gap) for pattern in usual) or PART_OF_ENCLOSED.regex.match(gap.lstrip()):
        return Role(verb, partial=True)
    return Role(verb, loose=True, partial=True) if LOOSE_OBJECT.regex.search(gap) else None


def _find_subject(text: str, before: Sequence[Placed], verb: Verb) -> int | None:
    """Index of the document that does it: the one named before, in whose title the verb stands."""
    if not before:
        return None
    last = before[-1]
    between = text[last.item.end : verb.start]
    if _opens_bracket(between):  # "Quyết định số 5 (ban hành năm 2010, thay thế …"
        return len(before) - 1
    if len(between) > _LONGEST_TITLE or ENDS_ITS_TITLE.regex.search(between):
        return None
    if GOES_ON.regex.search(between):
        return last.role.subject if last.role and not last.role.acting else None
    in_title = verb.kinds[0] != CARRIES_OUT or NAMES_ITS_SUBJECT.regex.search(between)
    return len(before) - 1 if in_title else None


def _place_behind_item(text: str, before: Sequence[Placed], item: Item, verbs: Sequence[Verb]) -> Placed:
    """The next of a list has the role of the one before it; any other is named in its title.

    One with a verb of its own among the *verbs* behind it is of no list: "bãi bỏ A; những quy định tại B hết hiệu lực".
    """
    last = before[-1]
    between = text[last.item.end : item.start]
    if not LISTED.regex.search(between[-_LONGEST_JOINT:]):
        return Placed(item, None, len(before) - 1 if last.parent is None else last.parent)
    if last.role and NEW_LEVEL.regex.search(between) and _has_own_verb(text, item, verbs):
        return Placed(item, None)
    host = last
    above = before[last.parent] if last.parent is not None else last
    if last.role and last.role.acting:
        host = above if _is_next_member(text, above.item, last.item, item) else last
    elif last.parent is not None:
        alike = item.citation.type == last.item.citation.type and not NEW_LEVEL.regex.search(between)
        if alike and above.role is None and last.role and last.role.verb.changes:
            return Placed(item, last.role, last.parent, listed=True)  # "Quy định A thay thế Quy định B và Quy định C"
        if NEW_LEVEL.regex.search(between) or _goes_with(item, above.item, last, between):
            host = above
    return Placed(item, host.role, host.parent, listed=True)


def _has_own_verb(text: str, item: Item, verbs: Sequence[Verb]) -> bool:
    """Whether the next verb, in the same clause, is said of *item* and of nobody's doing."""
    verb = next((one for one in verbs if one.start >= item.end), None)  # its own type may read as one
    if verb is None or not verb.passive or verb.past or verb.start - item.end > _LONGEST_TITLE:
        return False
    behind = _flatten(text[verb.end : verb.end + _LONGEST_JOINT])
    return ";" not in text[item.end : verb.start] and not AGENT.regex.search(behind)


def _is_next_member(text: str, above: Item, acting: Item, item: Item) -> bool:
    """Whether *item* goes on the list of the one *above*, not that of the ones *acting*, as of a new line or ";".

    "bãi bỏ A được sửa đổi bởi B; C" ends A and C; what stands in one bracket is of one list.
    """
    return (
        not _opens_bracket(text[above.end : item.start])
        and NEW_LEVEL.regex.search(text[acting.end : item.start]) is not None
    )


def _opens_bracket(words: str) -> bool:
    """Whether a bracket that they open is not closed in them."""
    return words.rfind("(") > words.rfind(")")


def _goes_with(item: Item, above: Item, beside: Placed, between: str) -> bool:
    """Whether *item* is of one list with the one *above*, not with the one *beside* it, which stands in its title."""
    kinds = item.citation.type, above.citation.type, beside.item.citation.type
    if kinds[0] in kinds[1:]:
        return kinds[0] == kinds[1]
    law, law_above, law_beside = (kind in LAW_KINDS for kind in kinds)
    if law == law_above != law_beside or (beside.role and beside.role.verb.changes):
        return True
    return not JOINED_BY_AND.regex.search(between)
