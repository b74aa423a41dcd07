"""Changes to single provisions of the document that an amending text is about, which their words do not name again."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from ingest.citing.provisions import read_chain
from ingest.citing.units import Chain, complete_chains, find_chains, is_beside
from ingest.patterns.provisions import FOREIGN_OWNER, THIS_DOCUMENT
from ingest.patterns.relation_words import PART_OBJECT, SUBJECT_LEAD
from ingest.patterns.relations import OPENS_SENTENCE, SAYS_AS_FOLLOWS
from ingest.relating.relation import REPEALS, TOLD, TextRelation
from ingest.relating.statements import Statement
from ingest.relating.verbs import Verb

_LONGEST = 300
_LONGEST_OWNER = 40


def read_clause_changes(
    text: str, statement: Statement, verbs: Sequence[Verb], amended: int, since: date | None
) -> Iterator[TextRelation]:
    """What a *statement* that names no document does to provisions of the one *amended*: "Bãi bỏ khoản 3 Điều 6"."""
    words = text[statement.start : min(statement.end, statement.start + _LONGEST)].split("“", maxsplit=1)[0]
    chains = complete_chains(words, find_chains(words, {}, ()))
    verb = next((one for one in verbs if one.changes and one.done and not one.past), None)
    if not chains or verb is None or chains[0].says_this:
        return
    listed = _first_list(words, chains)
    offset = statement.start
    if _is_foreign(words[listed[-1].end :]) or not _acts_on(
        words, verb.start - offset, verb.end - offset, listed, verb
    ):
        return
    start, end = min(verb.start, offset + listed[0].start), max(verb.end, offset + listed[-1].end)
    for kind in verb.kinds:
        for reference in (one for chain in listed for one in read_chain(chain)):
            yield TextRelation(kind, amended, start, end, reference.path, since, TOLD, None, whole=False)


def _first_list(words: str, chains: Sequence[Chain]) -> list[Chain]:
    """The first address and those that stand in one list with it."""
    listed = [chains[0]]
    for one in chains[1:]:
        if not is_beside(words, listed[-1], one):
            break
        listed.append(one)
    return listed


def _is_foreign(behind: str) -> bool:
    """Whether the words *behind* an address say of what other document it is."""
    this = THIS_DOCUMENT.regex.search(behind[:_LONGEST_OWNER])
    return this is not None or FOREIGN_OWNER.regex.search(behind) is not None


def _acts_on(words: str, start: int, end: int, listed: Sequence[Chain], verb: Verb) -> bool:
    """Whether the verb at ``words[start:end]`` is said of the addresses, behind it or before it."""
    if verb.passive:
        says = SAYS_AS_FOLLOWS.regex.search(words[end:]) or verb.kinds == (REPEALS,)
        return bool(listed[-1].end <= start and SUBJECT_LEAD.regex.search(words[: listed[0].start]) and says)
    opens = OPENS_SENTENCE.regex.search(words[:start]) is not None
    return opens and listed[0].start >= end and PART_OBJECT.regex.search(words[end : listed[0].start]) is not None
