"""Plain text in whatever encoding an office has used; none is guessed wrong in silence.

UTF-8 and UTF-16 say what they are. Eight-bit text does not: it is taken as Windows-1258, or as text of the old fonts
(TCVN3, VNI, VISCII, VPS), only if that makes Vietnamese of it, and else refused.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from pathlib import Path

from ingest.errors import ReadingError
from ingest.language import fill
from ingest.readers.legacy.restoring import Run, restore_runs
from ingest.readers.legacy.words import has_vowel, is_syllable
from ingest.readers.reading import Reading, unpaged
from ingest.readers.recognise import PLAIN
from ingest.readers.text.encodings import CP1252, decode_utf16, is_damaged_utf8
from ingest.readers.text.markdown import read_markdown

_ADVICE = "Hãy mở tệp bằng trình soạn thảo, chọn lưu với mã UTF-8 rồi thêm lại."
_NO_TEXT_ADVICE = "Hãy lưu nội dung thành văn bản .txt (UTF-8) rồi thêm lại."
_OF_PICTURES = "Hãy mở ảnh xem còn nguyên không, rồi chép lại hoặc quét, chụp lại và thêm."
_OF_PROGRAMS = "Tệp chương trình không phải văn bản; hãy bỏ nó khỏi danh sách cần thêm."
_ADVICE_BY_ENDING = {
    **dict.fromkeys((".jpg", ".jpeg", ".png", ".tif", ".tiff", ".bmp", ".gif", ".webp", ".heic"), _OF_PICTURES),
    **dict.fromkeys((".exe", ".dll", ".msi", ".com", ".bin", ".sys"), _OF_PROGRAMS),
}
LEAST_VIETNAMESE = 0.9
"""Of the words with accents, for an encoding that was not declared."""
NOTE_1258 = "Tệp dùng mã Windows-1258, đã được chuyển sang Unicode."
_CLEAR_LEAD = 0.1
_FEWEST_WORDS = 3  # with accents: one or two may be Vietnamese by chance
_MOST_CONTROLS = 0.02
_WORD = re.compile(r"[^\W\d_]+")
_CONTROL = re.compile("[\x00-\x08\x0e-\x19\x1b-\x1f\x7f-\x9f\ufffd]")
# Not letters, and the same in every encoding in question.
_TYPOGRAPHY = frozenset("–—‘’“”…•«»·§°©®™\u00a0½¼¾±×€‚„‹›")  # vi: signs
_DYET = str.maketrans("đĐ", "dD")  # vi: letters
_MARKDOWN_ENDINGS = (".md", ".markdown")


def read_plain(content: bytes, file: Path) -> Reading:
    """The text of *content*; of a file named as Markdown what a reader of the drawn page sees.

    Raises:
        ReadingError: If it is not text, or its encoding cannot be told.
    """
    text, notes = decode_text(content, file)
    if _is_binary(text):
        raise ReadingError(file, "tệp không phải văn bản", _advise(file, _NO_TEXT_ADVICE))
    if file.suffix.lower() in _MARKDOWN_ENDINGS:
        return unpaged("Markdown", read_markdown(text), notes)
    return unpaged(PLAIN, text, notes)


def decode_text(content: bytes, file: Path) -> tuple[str, tuple[str, ...]]:
    """The text of *content* in Unicode, and what a person should know of how it was decoded.

    Raises:
        ReadingError: If no encoding makes sense of it.
    """
    if (wide := decode_utf16(content)) is not None:
        if "\ufffd" in wide or not (_is_plausible(wide) or _names_its_order(content)):
            why = "tệp không phải văn bản, hoặc là văn bản UTF-16 đã hỏng"
            raise ReadingError(file, why, _advise(file, _ADVICE))
        return _restore(wide)
    if b"\x00" in content:
        raise ReadingError(file, "tệp không phải văn bản", _advise(file, _NO_TEXT_ADVICE))
    try:
        return _restore(content.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        found = None if is_damaged_utf8(content) else _decode_eight_bits(content)
        if found is None:
            why = fill("tệp không phải UTF-8 (byte thứ {place})", place=error.start + 1)
            raise ReadingError(file, why, _advise(file, _ADVICE)) from None
        return found


def _advise(file: Path, usual: str) -> str:
    """What to do with a file without text: its name tells what it was meant to be."""
    return _ADVICE_BY_ENDING.get(file.suffix.lower(), usual)


def _names_its_order(content: bytes) -> bool:
    return content.startswith((b"\xff\xfe", b"\xfe\xff"))


def _decode_eight_bits(content: bytes) -> tuple[str, tuple[str, ...]] | None:
    """The reading that is Vietnamese beyond doubt, if one is: two that differ must differ in worth, too."""
    in_1258 = unicodedata.normalize("NFC", content.decode("cp1258", "replace"))
    readings = [(in_1258, (NOTE_1258,)), _restore(content.decode("latin-1").translate(CP1252))]
    (best, worth), (other, less) = sorted(
        ((reading, share_of_vietnamese(reading[0])) for reading in readings), key=lambda pair: -pair[1]
    )
    clear = best[0] == other[0] or worth - less >= _CLEAR_LEAD
    accented = len(_accented(best[0]))
    return best if worth >= LEAST_VIETNAMESE and clear and accented not in range(1, _FEWEST_WORDS) else None


def _restore(text: str) -> tuple[str, tuple[str, ...]]:
    """*text* out of the encodings of old fonts, where it is in one; character for character the same where not."""
    restored = restore_runs([[Run(line)] for line in text.split("\n")])
    return "\n".join(restored.paragraphs), restored.notes


def share_of_vietnamese(text: str) -> float:
    """How many of the words with accents are Vietnamese syllables, from 0 to 1; a sign that no text has is a word, too.

    A word without a vowel ("QĐ") says nothing, unless it holds a letter that Vietnamese lacks.
    """
    words, composed = _accented(text), unicodedata.normalize("NFC", text)
    wrong = sum(count for sign, count in Counter(composed).items() if _is_odd(sign))
    return sum(map(is_syllable, words)) / (len(words) + wrong) if words or wrong else 1.0


def _accented(text: str) -> list[str]:
    words = _WORD.findall(unicodedata.normalize("NFC", text))
    return [word for word in words if not word.isascii() and (has_vowel(word) or not word.translate(_DYET).isascii())]


def _is_odd(sign: str) -> bool:
    return not (sign.isascii() or sign.isalpha() or sign in _TYPOGRAPHY)


def _is_plausible(text: str) -> bool:
    return not _is_binary(text) and share_of_vietnamese(_restore(text)[0]) >= LEAST_VIETNAMESE


def _is_binary(text: str) -> bool:
    return len(_CONTROL.findall(text)) > _MOST_CONTROLS * len(text)
