"""A question in parts ("ưu điểm và hạn chế …", "A là gì? B thế nào?") -> one question for each part."""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise
from pathlib import Path

from index.segment import syllables
from ingest.spelling import fold, unify_tone_marks

ASPECT_FILE = Path(__file__).parents[2] / "data" / "glossary" / "question-aspects.txt"
MOST_PARTS = 3

_LINK = r"(?:\s*,\s*(?:và|va|cùng|cung)?|\s*;|\s+(?:và|va|cùng với|cung voi|cùng|cung|cũng như|cung nhu|hay|hoặc|hoac))"
_COUNT = r"(?:những|nhung|các|cac|mấy|một số|mot so)"
_ASKING = re.compile(
    r"(?<!\w)(?:gì|gi|nào|nao|ai|đâu|bao nhiêu|bao nhieu|bao lâu|bao lau|bao giờ|bao gio|mấy|thế nào|the nao|ra sao|"
    r"vì sao|vi sao|tại sao|tai sao|làm sao|lam sao|hay không|hay khong|có .{1,40} không)(?!\w)",
    re.IGNORECASE,
)
_SENTENCE_ENDS = re.compile(r"[?!;]+\s+|(?<=\w{2})\.\s+")
_CLAUSE_LINK = re.compile(r",?\s+(?:và|va|còn|đồng thời)\s+", re.IGNORECASE)
# A clause that asks from its first words on: "ai …", "ngày nào …", "có bao nhiêu …".
_OPENS_ASKING = re.compile(
    r"\W*(?:(?:do|có|co|vào|vao|tại|tai|từ|tu|ở|o)\s+)?"
    r"(?:ai|đâu|dau|bao nhiêu|bao nhieu|bao giờ|bao gio|bao lâu|bao lau|khi nào|khi nao|lúc nào|luc nao|mấy"
    r"|(?:ngày|ngay|tháng|thang|năm|nam|nơi|noi|cơ quan|co quan|đơn vị|don vi|tổ chức|to chuc|cấp|cap|đồng chí"
    r"|dong chi|người|nguoi)\s+(?:nào|nao|mấy|may))(?!\w)",
    re.IGNORECASE,
)
# What stands between two aspects and belongs to neither.
_BEFORE_NEXT = re.compile(rf"{_LINK}\s*(?:{_COUNT}\s+)?$", re.IGNORECASE)
_EMPTY = re.compile(
    r"\W*(?:(?:là|la|gồm|gom|có|co)\s+)?(?:(?:những\s+)?(?:gì|gi|nào|nao|thế nào|the nao|ra sao))?\W*", re.I
)
# A statement to be judged, or a choice: its aspects belong together.
_JUDGED = re.compile(
    r"đúng hay sai|dung hay sai|đúng không|dung khong|sau đây|sau day|không (?:phải|đúng)|khong (?:phai|dung)",
    re.IGNORECASE,
)
_LONGEST = 300
_LONGEST_BEFORE = 8
_LONGEST_EPITHET = 2
_FEWEST_OF_ITS_OWN = 4
_FEWEST_ALONE = 2


def split_question(text: str) -> tuple[str, ...]:
    """The parts of a question in its order, each a question of its own; empty where it has one part only.

    >>> split_question("Ưu điểm và hạn chế trong công tác dân vận là gì?")
    ('Ưu điểm trong công tác dân vận là gì?', 'hạn chế trong công tác dân vận là gì?')
    """
    if len(text) > _LONGEST or _JUDGED.search(text):
        return ()
    parts = _split_sentences(text) or _split_aspects(text) or _split_clauses(text)
    return parts if 2 <= len(parts) <= MOST_PARTS else ()


def _split_sentences(text: str) -> tuple[str, ...]:
    """The sentences that ask; one that names no matter of its own takes the first one's along."""
    sentences = [one.strip() for one in _SENTENCE_ENDS.split(text) if one.strip()]
    asking = [one for one in sentences if _ASKING.search(one)]
    if len(asking) < 2:
        return ()
    first = _matter(asking[0])
    return tuple(one if i == 0 or _has_matter(one) else f"{first} {one}" for i, one in enumerate(asking))


def _split_clauses(text: str) -> tuple[str, ...]:
    """ "… thế nào và … ra sao?": two clauses that each ask; the second one is about the matter of the first.

    Those of "ai … và ai …" are about a matter each.
    """
    for link in _CLAUSE_LINK.finditer(text):
        left, right = text[: link.start()], text[link.end() :]
        if _stand_alone(left, right):
            return left, right
        if _ASKING.search(left) and _ASKING.search(right) and _has_matter(left):
            return left, f"{_matter(left)} {right}"
    return ()


def _stand_alone(left: str, right: str) -> bool:
    """Whether each clause is a question as it stands: the second opens with the word that asks, and so does the first
    or it names no matter that the second could lean on.
    """
    opens, follows = _OPENS_ASKING.match(left), _OPENS_ASKING.match(right)
    if not follows or not _ASKING.search(left) or (_has_matter(left) and not opens):
        return False
    own = syllables(left[opens.end() :] if opens else _matter(left))
    return bool(own) and len(syllables(right[follows.end() :])) >= _FEWEST_ALONE


def _split_aspects(text: str) -> tuple[str, ...]:
    """ "thời hạn và thẩm quyền giải quyết": each aspect with what follows it, or else with what follows the last."""
    text = unify_tone_marks(text)
    chain = _find_chain(text)
    if len(chain) < 2 or len(syllables(text[: chain[0].start()])) > _LONGEST_BEFORE:
        return ()
    before, tail = text[: chain[0].start()], text[chain[-1].end() :]
    parts = []
    for aspect, following in pairwise(chain):
        own = _BEFORE_NEXT.sub("", text[aspect.end() : following.start()])
        if _EMPTY.fullmatch(own):
            own = tail
        elif len(syllables(own)) <= _LONGEST_EPITHET:
            own += tail
        parts.append(f"{before}{aspect[0]}{own}")
    parts.append(f"{before}{chain[-1][0]}{tail}")
    return tuple(" ".join(part.split()) for part in parts)


def _find_chain(text: str) -> list[re.Match[str]]:
    """The first aspects that are joined to one another."""
    chain: list[re.Match[str]] = []
    for aspect in _aspects().finditer(text):
        if chain and not _BEFORE_NEXT.search(text[chain[-1].end() : aspect.start()]):
            if len(chain) > 1:
                break
            chain = []
        chain.append(aspect)
    return chain


def _matter(clause: str) -> str:
    """The clause without the words that ask."""
    return " ".join(_ASKING.sub(" ", clause).rstrip(" ?!.;,").split())


def _has_matter(clause: str) -> bool:
    return len(syllables(_matter(clause))) >= _FEWEST_OF_ITS_OWN


@cache
def _aspects() -> re.Pattern[str]:
    """What is asked about a matter, as nouns; also as they are typed without marks."""
    lines = ASPECT_FILE.read_text(encoding="utf-8").splitlines()
    nouns = {unify_tone_marks(line.strip()) for line in lines if line.strip() and not line.startswith("#")}
    both = sorted(nouns | {fold(noun) for noun in nouns}, key=lambda noun: (-len(noun), noun))
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, both))})(?!\w)", re.IGNORECASE)
