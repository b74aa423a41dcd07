"""The values of the catalogue: what is known of a document whether or not its text is held, and how it is known."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import urlsplit

from ingest.language import tr
from ingest.models import Metadata

SEEN = "V"
NOTICE = "notice"
MARKS = (SEEN, "S", "I", "MK", NOTICE)
"""Seen on a public page; second-hand; inferred; general knowledge; stated in the starter notice alone."""
SURE = (SEEN, NOTICE)
"""What needs no caution: seen, or stated by those who asked for the library."""

PORTALS = (
    *("gov.vn", "dcs.vn", "dangcongsan.vn", "chinhphu.vn", "quochoi.vn", "vbpl.vn"),
    *("thuvienphapluat.vn", "luatvietnam.vn", "luatminhkhue.vn", "hethongphapluat.vn", "luatphap.vn", "lawnet.vn"),
)
"""Where the text of a document may be fetched from: the Party's and the State's own hosts, and portals of law."""
_ACTING = {
    "replaces": "replaced_by",
    "amends": "amended_by",
    "continues": "continued_by",
    "reviews": "reviewed_by",
    "guides": "guided_by",
    "based_on": "basis_of",
    "follows": "later",
}
"""What a later document does to an earlier one -> the same seen from the earlier one."""
INVERSES = _ACTING | {seen: done for done, seen in _ACTING.items()} | {"same_sign": "same_sign"}
"""Every relation -> the same seen from the other document."""
_ONE_OF = "Hãy ghi một trong: {known}."
_DAYS_FORBID = "{document} không thể {kind} {other}: ngày của hai văn bản không cho phép"
_ONLY_PORTALS = "Hãy chỉ ghi trang của các cổng trong PORTALS; trang làm chứng thì ghi ở evidence, pages."


def is_of(host: str, domains: Iterable[str]) -> bool:
    """Whether *host* is one of *domains* or lies below one."""
    return any(host == domain or host.endswith(f".{domain}") for domain in domains)


def _is_address(said: str) -> bool:
    try:
        parts = urlsplit(said)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.hostname) and "@" not in parts.netloc and " " not in said


class WrongFactError(ValueError):
    """A fact of a record that cannot be; the catalogue's reader says in which file.

    Attributes:
        field: Where it stands: ``"date"``, ``"relations 2, kind"``.
        why: What is wrong, in the language that is spoken.
        advice: What to write instead, in the language that is spoken.
    """

    def __init__(self, field: str, why: str, advice: str) -> None:
        super().__init__(f"{field}: {why}. {advice}")
        self.field, self.why, self.advice = field, why, advice


@dataclass(frozen=True, slots=True)
class Evidence:
    """How a fact is known.

    Attributes:
        mark: One of ``MARKS``.
        pages: Addresses of the public pages where it was seen.

    Raises:
        WrongFactError: If the mark is unknown, something is said to be seen and no page is named, or a page is none.
    """

    mark: str
    pages: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if self.mark not in MARKS:
            why, advice = tr("không có dấu nguồn “{mark}”", mark=self.mark), tr(_ONE_OF, known=", ".join(MARKS))
            raise WrongFactError("mark", why, advice)
        if self.mark == SEEN and not self.pages:
            why = tr("dấu V nghĩa là đã thấy trên một trang, mà chưa ghi trang nào")
            raise WrongFactError("pages", why, tr("Hãy ghi địa chỉ trang đã thấy, hoặc đổi dấu nguồn."))
        for page in self.pages:
            if not _is_address(page):
                why = tr("“{page}” không phải địa chỉ trang", page=page)
                raise WrongFactError("pages", why, tr("Hãy ghi đủ địa chỉ, bắt đầu bằng https:// hoặc http://."))

    @property
    def verified(self) -> bool:
        """Whether it may be shown without a caution."""
        return self.mark == SEEN


@dataclass(frozen=True, slots=True)
class Relation:
    """Another document that this one has to do with.

    Attributes:
        kind: One of ``INVERSES``, read from the document of the record: it is ``"replaced_by"`` the other.
        name: What the other is called, where its number is not certain.
        note: What else tells it apart, as "về đất đai".
    """

    kind: str
    type: str
    number: str
    date: datetime.date
    evidence: Evidence
    name: str = ""
    note: str = ""

    def __post_init__(self) -> None:
        if self.kind not in INVERSES:
            advice = tr(_ONE_OF, known=", ".join(INVERSES))
            raise WrongFactError("kind", tr("không có quan hệ “{kind}”", kind=self.kind), advice)

    @property
    def acting(self) -> bool:
        """Whether it is something the document of the record does to the other, which is no newer."""
        return self.kind in _ACTING

    @property
    def id(self) -> str:
        """The other's id, as it would be held under."""
        return f"{self.number}@{self.date.isoformat()}"

    def may_hold_of(self, date: datetime.date) -> bool:
        """Whether a document of *date* can bear it: nothing replaces, amends or rests on what came after it."""
        if self.acting:
            return self.date <= date
        return self.kind == "same_sign" or date <= self.date


@dataclass(frozen=True, slots=True)
class Heading:
    """The heading of a provision: ``"Điều 3"``, ``"Thời hiệu xử lý kỷ luật"``."""

    place: str
    words: str
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class DigestParagraph:
    """Our own words on one side of a document, under a heading of ours: "Nội dung", "Đối tượng"."""

    heading: str
    text: str


@dataclass(frozen=True, slots=True)
class Record:
    """A document that exists, whether or not the library holds its text.

    Attributes:
        title: Trích yếu, in sentence case; empty where not known, as are the other texts.
        amended: The day of an amendment by a document of which nothing else is known.
        size: Its chapters and articles, in words.
        other_names: Names it is rightly cited by, as "Nghị quyết Trung ương 4 khóa XII".
        also_cited_as: Names it is wrongly cited by, as people do.
        addresses: Pages of ``PORTALS`` that offer its full text, the Party's own first.
        checked: The day on which later documents were last looked for.
        evidence: Field -> how it is known; every fact has its own.

    Raises:
        WrongFactError: If a relation cannot be, for the days of its two ends; or an address is of no portal.
    """

    number: str
    date: datetime.date
    type: str
    evidence: tuple[tuple[str, Evidence], ...]
    term: str = ""
    title: str = ""
    issuer: str = ""
    signer: str = ""
    effective: datetime.date | None = None
    size: str = ""
    other_names: tuple[str, ...] = ()
    also_cited_as: tuple[str, ...] = ()
    addresses: tuple[str, ...] = ()
    checked: datetime.date | None = None
    relations: tuple[Relation, ...] = ()
    headings: tuple[Heading, ...] = ()
    digest: tuple[DigestParagraph, ...] = ()
    amended: datetime.date | None = None

    def __post_init__(self) -> None:
        for relation in self.relations:
            if not relation.may_hold_of(self.date):
                why = tr(_DAYS_FORBID, document=self.id, kind=relation.kind, other=relation.id)
                raise WrongFactError("relations", why, tr("Hãy đối chiếu hai ngày ban hành và chiều của quan hệ."))
        for address in self.addresses:
            parts = urlsplit(address) if _is_address(address) else None
            if parts is None or parts.scheme != "https" or not is_of(parts.hostname or "", PORTALS):
                why = tr("{address} không phải trang https của một cổng văn bản đã biết", address=address)
                raise WrongFactError("addresses", why, tr(_ONLY_PORTALS))

    def seen_from(self, relation: Relation) -> Relation:
        """*relation* of this record as the other document bears it, with the same evidence."""
        return Relation(INVERSES[relation.kind], self.type, self.number, self.date, relation.evidence)

    @property
    def id(self) -> str:
        """Number and day of issue, as its text would be held under."""
        return f"{self.number}@{self.date.isoformat()}"

    @property
    def name(self) -> str:
        """What to call it: type and number, or its name where the number is not certain."""
        certain = self.evidence_of("number").mark in SURE
        if self.other_names and not certain:
            return self.other_names[0]
        return f"{self.type} số {self.number}"  # vi: a name

    @property
    def metadata(self) -> Metadata:
        """What is verified of it, in the form of a held document's record."""
        sure = {field for field, evidence in self.evidence if evidence.mark in SURE}
        return Metadata(
            type=self.type,
            number=self.number if "number" in sure else None,
            title=self.title if self.title and "title" in sure else None,
            issuer=self.issuer if self.issuer and "issuer" in sure else None,
            date=self.date if "date" in sure else None,
        )

    @property
    def replaced_by(self) -> Relation | None:
        """What took its place."""
        return next((relation for relation in self.relations if relation.kind == "replaced_by"), None)

    def evidence_of(self, field: str) -> Evidence:
        """How *field* is known.

        Raises:
            KeyError: If the record does not say it.
        """
        return dict(self.evidence)[field]
