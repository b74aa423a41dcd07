"""Changes to single provisions whose document is not named beside them, but above them or behind the next verb."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from ingest.citing.provisions import read_chain, slug
from ingest.citing.units import Chain, complete_chains, find_chains
from ingest.patterns.amending import (
    AGREES,
    CALLED_BY_TYPE,
    EXCHANGED_BEHIND,
    GIVES_ADDED,
    IN_UNIT,
    LOOSE_PART,
    MADE_WAY,
    MATTER_LEAD,
    OPENS_ADDED,
    PIECE_LEAD,
    PUT_OBJECT,
    SMALLER_BEHIND,
    TO_BE_DONE,
    UNIT_THEN_VERB,
    WORDS_LEAD,
    WORDS_SUBJECT,
)
from ingest.patterns.provisions import FOREIGN_OWNER, THIS_DOCUMENT
from ingest.patterns.relation_lists import SUBJECT_LEAD
from ingest.patterns.relation_words import EXCHANGED_AT, PART_OBJECT, PUT_BESIDE, WORDS_OBJECT
from ingest.patterns.relations import GOES_ON_TO, OPENS_SENTENCE, SAYS_AS_FOLLOWS
from ingest.relating.items import Item
from ingest.relating.paths import first_list, is_enclosed, join_paths, place_beside
from ingest.relating.relation import AMENDS, REPEALS, SUPPLEMENTS, TOLD, TextRelation
from ingest.relating.since import Effect
from ingest.relating.statements import Statement
from ingest.relating.verbs import Verb

_LONGEST = 300
_LONGEST_OWNER = 40
_QUOTED = re.compile(r"[“\"][^“”\"]*[”\"]")


@dataclass(frozen=True, slots=True)
class Amended:
    """What a text amends where it names no document.

    Attributes:
        cited: ``Citation.start`` of the document.
        called: Its type as a path has it, or that of the text which it encloses and which is amended.
        within: Path of the enclosed text, and of the provision to which the words above give what follows; empty where
            they name none.
        effect: From when it is changed.
        sets_tasks: Whether the text tells others what to do, so that what is still to be done is not its own act.
    """

    cited: int
    called: str
    within: str
    effect: Effect
    sets_tasks: bool


def read_clause_changes(
    text: str, statement: Statement, verbs: Sequence[Verb], amended: Amended
) -> Iterator[TextRelation]:
    """What a *statement* that names no document does to provisions of the one *amended*: "Bãi bỏ khoản 3 Điều 6"."""
    words = text[statement.start : min(statement.end, statement.start + _LONGEST)]
    run = _find_run(text, verbs)
    if not run or (amended.sets_tasks and TO_BE_DONE.regex.search(words)):
        return
    lead, last = text[statement.start : run[0].start], run[-1]
    if len(run) == 1:
        yield from _read_change(text, statement, last, amended)
    elif (unit := _read_unit_first(lead)) or OPENS_SENTENCE.regex.search(lead) or AGREES.regex.search(lead):
        amended = replace(amended, within=join_paths(amended.within, unit))
        found = list(_read_change(text, replace(statement, start=last.start), last, amended))
        yield from found
        larger = found[0].clause if found else None
        for earlier, after in reversed(list(pairwise(run))):
            for path in find_shared_paths(text, earlier, after, larger or "") if larger else ():
                about = path, amended.effect.day, TOLD, None, False, amended.effect.tied
                for kind in earlier.kinds:
                    yield TextRelation(kind, amended.cited, earlier.start, found[0].end, *about)


def _find_run(text: str, verbs: Sequence[Verb]) -> list[Verb]:
    """The first verb of a change and those that go on with it: "sửa đổi khoản 1, bãi bỏ khoản 3 Điều 5"."""
    first = next((i for i, one in enumerate(verbs) if one.changes and one.done and not one.past), len(verbs))
    run = list(verbs[first : first + 1])
    for one in verbs[first + 1 :]:
        goes_on = one.changes and one.done and not (run[0].passive or one.passive)
        if not (goes_on and find_shared_paths(text, run[-1], one, "")):
            break
        run.append(one)
    return run


def _read_unit_first(lead: str) -> str:
    """Path of the unit that a sentence names before its first verb: "Tại mục I, sửa đổi …"; else empty."""
    chains = find_chains(lead, {}, ())
    if len(chains) != 1 or chains[0].says_this or not IN_UNIT.regex.search(lead[: chains[0].start]):
        return ""
    return next(read_chain(chains[0])).path if UNIT_THEN_VERB.regex.search(lead[chains[0].end :]) else ""


def _read_change(text: str, statement: Statement, verb: Verb, amended: Amended) -> Iterator[TextRelation]:
    """What *verb* says of the provisions that the *statement* names."""
    words = text[statement.start : min(statement.end, statement.start + _LONGEST)]
    printed = words
    if exchanged := _exchanges(words, verb.end - statement.start, verb):
        verb = replace(verb, kinds=(AMENDS,))
        words = _QUOTED.sub(lambda match: " " * len(match[0]), words)
    words = words.split("“", maxsplit=1)[0]
    chains: Sequence[Chain] = complete_chains(words, find_chains(words, {}, ()))
    offset = statement.start
    words, larger, chains = _take_larger(words, verb.start - offset, chains)
    if not chains or chains[0].says_this:
        return
    listed = place_beside(words, first_list(words, chains), chains)
    span = verb.start - offset, verb.end - offset
    leads = listed[-1].end <= span[0] and SUBJECT_LEAD.regex.search(words[: listed[0].start])
    added = find_added_paths(words[span[1] :], verb) if leads else []
    acts = bool(added) or _acts_on(words, printed, span, listed, verb)
    acts = acts or (exchanged and _acts_in(printed, words, listed, verb, span))
    if not acts or _is_foreign(words[listed[-1].end :], amended.called):
        return
    start, end = min(verb.start, offset + listed[0].start), max(verb.end, offset + listed[-1].end)
    start = offset if exchanged and verb.passive else start  # the words that make way, too
    for kind in verb.kinds:
        within = join_paths(amended.within, larger)
        named = [reference.path for chain in listed for reference in read_chain(chain)]
        for path in named if len(named) > 1 else [join_paths(named[0], one) for one in added or named]:
            about = (
                join_paths(within, path),
                amended.effect.day,
                TOLD,
                None,
                False,
                amended.effect.tied,
            )
            yield TextRelation(kind, amended.cited, start, end, *about)


def find_put_paths(text: str, verb: Verb, item: Item) -> list[str]:
    """The new provisions that *verb* puts into *item*: "Bổ sung điểm đ vào sau điểm d khoản 1 Điều 6 Quy chế số 5"."""
    words = text[verb.end : item.citation.start]
    if not PUT_OBJECT.regex.search(" ".join(words.split())):
        return []
    chains = complete_chains(words, find_chains(words, {}, ()))
    if not chains or chains[0].says_this:
        return []
    listed = place_beside(words, first_list(words, chains), chains)
    enclosed = next((one.path.partition(".")[0] for one in item.references if is_enclosed(one.path)), "")
    return [join_paths(enclosed, reference.path) for chain in listed for reference in read_chain(chain)]


def find_added_paths(behind: str, verb: Verb) -> list[str]:
    """The new provisions that stand *behind* a passive *verb*: "Điều 13 được bổ sung khoản 4 như sau: …"."""
    if not verb.passive or verb.kinds != (SUPPLEMENTS,):
        return []
    words = behind[:_LONGEST].split("“", maxsplit=1)[0]
    chains = complete_chains(words, find_chains(words, {}, ()))
    if not chains or chains[0].says_this or not OPENS_ADDED.regex.search(words[: chains[0].start]):
        return []
    listed = first_list(words, chains)
    if not GIVES_ADDED.regex.search(words[listed[-1].end :]):
        return []
    return [reference.path for chain in listed for reference in read_chain(chain)]


def find_paths_there(text: str, verb: Verb, end: int, item: Item) -> list[str]:
    """The provisions that *verb* changes at the place of *item*: "Tại mục III Nghị quyết số 11, bãi bỏ điểm 5"."""
    words = text[verb.end : min(end, verb.end + _LONGEST)].split("“", maxsplit=1)[0]
    chains = complete_chains(words, find_chains(words, {}, ()))
    if not chains or chains[0].says_this or not PART_OBJECT.regex.search(words[: chains[0].start]):
        return []
    listed = first_list(words, chains)
    if _is_foreign(words[listed[-1].end :], ""):
        return []
    place = next((one.path for one in item.references), "")
    return [join_paths(place, one.path) for chain in listed for one in read_chain(chain)]


def find_shared_paths(text: str, earlier: Verb, verb: Verb, larger: str) -> list[str]:
    """The provisions that the *earlier* verb is said of: "bãi bỏ khoản 1 và sửa đổi khoản 2 Điều 5".

    Args:
        verb: The next one.
        larger: Path of what that one is said of; its larger units are said of both.
    """
    words = text[earlier.end : verb.start]
    if len(words) > _LONGEST:
        return []
    chains = complete_chains(words, find_chains(words, {}, ()))
    if not chains or chains[0].says_this or not PART_OBJECT.regex.search(words[: chains[0].start]):
        return []
    listed = first_list(words, chains)
    behind = chains[len(listed) :]
    last = behind[0] if behind and PUT_BESIDE.regex.search(words[listed[-1].end : behind[0].start]) else listed[-1]
    if last is not chains[-1] or not GOES_ON_TO.regex.search(words[last.end :]):
        return []
    placed = place_beside(words, listed, chains)
    return [join_paths(larger, one.path) for chain in placed for one in read_chain(chain)]


def _take_larger(words: str, verb: int, chains: Sequence[Chain]) -> tuple[str, str, Sequence[Chain]]:
    """Path of the larger unit that is named first and apart, and the *words* and addresses without it.

    "Tại mục I, sửa đổi điểm 1"; "Sửa đổi mục I: điểm 1". Of *words* what is left out is blank.
    """
    if len(chains) < 2:
        return words, "", chains
    first, second = chains[:2]
    start, end = (0, min(verb, second.start)) if first.end <= verb else (first.start, second.start)
    between = words[first.end : end]
    if first.end <= verb:
        leads = IN_UNIT.regex.search(words[: first.start]) and UNIT_THEN_VERB.regex.search(between)
    else:
        leads = SMALLER_BEHIND.regex.search(between) if second.largest < first.smallest else None
    if not leads:
        return words, "", chains
    return words[:start] + " " * (end - start) + words[end:], next(read_chain(first)).path, chains[1:]


def _is_foreign(behind: str, called: str) -> bool:
    """Whether the words *behind* an address say of what document it is, other than what is amended, *called* so."""
    if (own := CALLED_BY_TYPE.regex.search(behind)) and slug(own["type"]) == called:
        return False
    this = THIS_DOCUMENT.regex.search(behind[:_LONGEST_OWNER])
    return this is not None or FOREIGN_OWNER.regex.search(behind) is not None


def _acts_on(words: str, printed: str, span: tuple[int, int], listed: Sequence[Chain], verb: Verb) -> bool:
    """Whether the verb at *span* is said of the addresses, behind it or before it.

    Args:
        printed: The statement; *words* end at what it quotes.
    """
    start, end = span
    if verb.passive:
        says = SAYS_AS_FOLLOWS.regex.search(words[end:]) or MADE_WAY.regex.search(printed[end:])
        lead = words[: listed[0].start]
        led = any(pattern.regex.search(lead) for pattern in (SUBJECT_LEAD, PIECE_LEAD))
        led = led or (verb.kinds != (REPEALS,) and MATTER_LEAD.regex.search(lead) is not None)
        return bool(listed[-1].end <= start and led and (says or verb.kinds == (REPEALS,)))
    opens = OPENS_SENTENCE.regex.search(words[:start]) or AGREES.regex.search(words[:start])
    between = words[end : listed[0].start]
    fits = any(pattern.regex.search(between) for pattern in (PART_OBJECT, EXCHANGED_AT, LOOSE_PART))
    return listed[0].start >= end and fits and opens is not None


def _exchanges(words: str, end: int, verb: Verb) -> bool:
    """Whether *verb*, which ends at *end*, exchanges words in quotes: "thay cụm từ “A”", "Cụm từ “A” được thay"."""
    said_of = WORDS_SUBJECT.regex.search(words) if verb.passive else WORDS_OBJECT.regex.search(words[end:])
    return said_of is not None


def _acts_in(printed: str, words: str, listed: Sequence[Chain], verb: Verb, span: tuple[int, int]) -> bool:
    """Whether the words that the verb at *span* exchanges stand in the addresses: "Tại khoản 2 thay cụm từ …".

    Args:
        printed: The statement; in *words* what it quotes is blank.
    """
    (start, end), before = span, printed[: listed[0].start]
    if verb.passive and listed[0].start >= end:  # "Cụm từ “A” được thay bằng cụm từ “B” tại Điều 12"
        return EXCHANGED_BEHIND.regex.search(words[end : listed[0].start]) is not None
    if listed[-1].end > start:
        return False
    if verb.passive:
        return WORDS_LEAD.regex.search(before) is not None
    return bool(IN_UNIT.regex.search(before) and UNIT_THEN_VERB.regex.search(words[listed[-1].end : start]))
