"""A sentence that asks for documents: which there are, or which of them speak of something."""

from __future__ import annotations

from dataclasses import dataclass

from index.naming.chains import Chain, find_chains
from index.naming.condition_patterns import ABOUT, ASKING_FOR, ASKS_INSIDE, NO_MORE
from index.naming.relation_patterns import WHAT_IS_MISSING
from index.naming.targets import find_references
from index.naming.typed import Typed, read_typed


@dataclass(frozen=True, slots=True)
class Request:
    """What documents are asked for, beside the conditions on them.

    Attributes:
        topic: What they are to speak of, as typed; empty where that is left open.
        keys: Of the conditions that it says of them.
    """

    topic: str
    keys: frozenset[str]


def find_request(text: str) -> Request | None:
    """What *text* asks for, where that is documents; ``None`` where it asks what stands in them, or names one.

    >>> find_request("văn bản nào ban hành trước 2020 nói về dân vận?").topic
    'dân vận'
    """
    typed = read_typed(text)
    first = next(iter(find_chains(typed)), None)
    if first is None or find_references(typed) or not ASKING_FOR.regex.search(typed.bare[: first.start]):
        return None
    topic = _read_topic(typed, first)
    return None if topic is None else Request(topic, frozenset(said.condition.key for said in first.said))


def _read_topic(typed: Typed, chain: Chain) -> str | None:
    """What follows *chain*; ``None`` where that makes it another question."""
    rest = typed.bare[chain.end :]
    binding = any(said.condition.binding for said in chain.said)
    if more := NO_MORE.regex.search(rest):
        return "" if chain.said or (chain.clear and (chain.listed or more["newest"])) else None
    about = ABOUT.regex.search(rest)
    if not about or not (binding or (chain.clear and chain.listed)):
        return None
    topic = typed.text[chain.end + about.start("topic") :].rstrip(" ?.!")
    return None if ASKS_INSIDE.regex.search(typed.bare[chain.end :]) else topic


def asks_what_is_missing(text: str) -> bool:
    """Whether *text* asks which documents are cited and not held, and no more.

    >>> asks_what_is_missing("thư viện còn thiếu văn bản nào?")
    True
    """
    return WHAT_IS_MISSING.regex.search(read_typed(text).bare) is not None
