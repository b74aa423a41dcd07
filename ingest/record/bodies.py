"""Names of bodies: the body of a post, of a code, of two lines of a letterhead; in the usual letters."""

from __future__ import annotations

import re

from ingest.body_names import BY_CODE, SHORT
from ingest.casing import restore_case
from ingest.patterns.bodies import BODY_NAME, INCOMPLETE_BODY, PLACE_OF_BODY, POST_OF_BODY, UNIT_NAME
from ingest.spelling import fold, unify_tone_marks

# Of posts that issue in their own name, and of heads who issue for their body.
_OWN_NAME = re.compile(r"^(?:thủ tướng|chủ tịch nước|tổng bí thư)\b", re.IGNORECASE)
_OF_COUNTRY = re.compile(r"(?<=quốc hội)\s+nước(?:\s+cộng h(?:òa|oà) xã hội chủ nghĩa việt nam)?$", re.IGNORECASE)
# After the kind of a body its field begins with a capital: "Sở Thủy sản".
_FIELD = re.compile(
    r"^(?:Sở|Bộ|(?:Tổng c|Chi c|C)ục|Vụ|Trường|Phòng|Ban(?! cán sự)|Viện(?! kiểm)|Hội(?! đồng)|Công đoàn(?: ngành)?"
    r"|Công ty|Chi bộ(?= (?:trường|sở|công ty|bệnh viện|văn phòng)))\s[^\W\d]"
)
_INNER_FIELD = re.compile(r"\b(?:Đại học|Cao đẳng|(?:Tổng c|(?<!ổng )C)ông ty)\s(?!(?:cổ phần|TNHH)\b)[^\W\d]")
_COUNCIL = re.compile(r"^(?:(?:ủy|uỷ) ban|hội đồng) nhân dân\b", re.IGNORECASE)
_SHORTENED = re.compile(rf"\b({'|'.join(SHORT)})\b", re.IGNORECASE)
# Of these types one body alone is the author, and their readers know it.
_OF_TYPE = {
    "Luật": "Quốc hội",
    "Bộ luật": "Quốc hội",
    "Hiến pháp": "Quốc hội",
    "Pháp lệnh": "Ủy ban Thường vụ Quốc hội",
    "Nghị định": "Chính phủ",
}


def name_body(printed: str, text: str) -> str | None:
    """The body that *printed* names, itself or by its head, in the letters that *text* writes it in.

    >>> name_body("BỘ TRƯỞNG BỘ TÀI CHÍNH", "")
    'Bộ Tài chính'
    """
    words = _expand(printed).strip(" -–:.,*")
    post = POST_OF_BODY.regex.match(words)
    if post and not _OWN_NAME.match(words):
        words = words[post.end() :]
    return _write_body(words, text) if words and BODY_NAME.regex.match(words) else None


def write_body(printed: str, text: str) -> str:
    """*printed* in the usual letters, its place as a name."""
    return _write_body(_expand(printed), text)


def _expand(printed: str) -> str:
    """In one line, the usual shortenings written out."""
    words = " ".join(_SHORTENED.sub(lambda match: SHORT[match[1].upper()], printed).split())
    return _OF_COUNTRY.sub("", words.replace(" & ", " và "))


def _write_body(words: str, text: str) -> str:
    if words.islower() or words.isupper() or _is_half_written(words):
        words = restore_case(words.upper(), text)
        words = _INNER_FIELD.sub(_raise_last, _FIELD.sub(_raise_last, words))
    words = _COUNCIL.sub(_write_council, _with_known_name(words))
    words = words[:1].upper() + words[1:]
    place = PLACE_OF_BODY.regex.search(words)
    if place is None:
        return words
    kind = place[0][: -len(place["place"])]
    inside = place.start() and not fold(kind).rstrip().endswith("uy")
    return words[: place.start()] + (kind.lower() if inside else kind) + place["place"].title()


def _raise_last(match: re.Match[str]) -> str:
    """The words of *match*, the letter that ends them a capital."""
    return match[0][:-1] + match[0][-1].upper()


def _write_council(match: re.Match[str]) -> str:
    return "Hội đồng nhân dân" if match[0][0] in "hH" else "Ủy ban nhân dân"


def _is_half_written(words: str) -> bool:
    """Whether the case of *words* is what an old font left of it: "Bộ tài chính", "ủy BAN NHÂN DÂN"."""
    return words[0].islower() or sum(word.isupper() for word in words.split()) >= 2 or words[1:].islower()


def _with_known_name(words: str) -> str:
    known = _KNOWN.get(unify_tone_marks(words.lower()))
    return known or words


def join_names(first: str, second: str) -> str | None:
    """Two lines of a letterhead as one name, or ``None`` where the second is a body of its own, under the first.

    >>> join_names("ỦY BAN NHÂN DÂN", "TỈNH AN GIANG")
    'ỦY BAN NHÂN DÂN TỈNH AN GIANG'
    """
    if INCOMPLETE_BODY.regex.search(first) or fold(second) == "trung uong":
        return f"{first} {second}"
    if BODY_NAME.regex.match(second) or UNIT_NAME.regex.match(second):
        return None
    return f"{first} {second}"


def body_of_code(code: str) -> str | None:
    """The body that signs with *code*: ``"TT-BTC"`` ends with it."""
    for part in reversed(re.split(r"[-/.]", code)):
        name = BY_CODE.get(re.sub(r"\d+$", "", part))
        if name:
            return name
    return None


def body_of_type(kind: str | None) -> str | None:
    """The one body that can issue a document of type *kind*."""
    return _OF_TYPE.get(kind or "")


_KNOWN = {unify_tone_marks(name.lower()): name for name in BY_CODE.values()}
