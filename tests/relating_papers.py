"""Small papers around one sentence, and what is read of them in a line each."""

from __future__ import annotations

from ingest.documents import read_document
from ingest.models import Document
from ingest.relating.relation import NOBODY, REFERS_TO, TextRelation
from ingest.relating.relations import find_relations

_ABOUT = "về xử lý kỷ luật đảng viên vi phạm"
_ARTICLE = "Điều 1. Phạm vi\nVăn bản này nêu việc xử lý."


def make_paper(title: str, body: str, kind: str = "QUY ĐỊNH") -> Document:
    """A paper of 15/11/2017, numbered 102-QĐ/TW, with this *title* and *body*."""
    head = "BAN CHẤP HÀNH TRUNG ƯƠNG\n*\nSố 102-QĐ/TW\nĐẢNG CỘNG SẢN VIỆT NAM\nHà Nội, ngày 15 tháng 11 năm 2017"
    return read_document(f"{head}\n\n{kind}\n{title}\n\n{body}\n\nT/M BỘ CHÍNH TRỊ\nTrần Quốc Vượng\n", "giay.txt")


def closing(sentence: str) -> Document:
    """With *sentence* in its last article."""
    return make_paper(_ABOUT, f"{_ARTICLE}\nĐiều 2. Hiệu lực thi hành\n{sentence}")


def opening(lines: str) -> Document:
    """With *lines* above its first article."""
    return make_paper(_ABOUT, f"{lines}\nBộ Chính trị quy định:\n{_ARTICLE}")


def titled(title: str, kind: str = "QUYẾT ĐỊNH") -> Document:
    """With this *title* and nothing more to say."""
    return make_paper(title, f"{_ARTICLE}\nĐiều 2. Tổ chức thực hiện\nBan Tổ chức chịu trách nhiệm.", kind)


def tell(document: Document) -> list[str]:
    """What is said of other documents, mere references left out: ``"bãi bỏ 15-QĐ/TU dieu-5 một phần"``."""
    return [tell_one(document, one) for one in find_relations(document) if one.kind != REFERS_TO]


def tell_mere(document: Document) -> list[str]:
    """The documents that are only referred to."""
    return [tell_one(document, one) for one in find_relations(document) if one.kind == REFERS_TO]


def tell_one(document: Document, one: TextRelation) -> str:
    """A relation in a line: who acts, if another does; the kind; the other, its provision; part; since when; doubt."""
    names: dict[int, str] = {NOBODY: "nobody"}
    names |= {citation.start: citation.number or str(citation.name) for citation in document.citations}
    words = [] if one.subject is None else [f"{names[one.subject]}:"]
    words += [one.kind, "this" if one.cited is None else names[one.cited]]
    words += [one.clause] if one.clause else []
    words += ["in part"] if not (one.whole or one.clause) else []
    words += [f"since {'a day not given' if one.tied else one.since}"] if one.since or one.tied else []
    return " ".join(words)
