"""What the library tells of its documents."""

from __future__ import annotations

from dataclasses import dataclass, field

from ingest.models import Metadata


@dataclass(frozen=True, slots=True)
class Held:
    """A document of the library, without its text.

    Attributes:
        seq: Position of arrival; never given twice.
        added_at: UTC, ISO 8601.
        removed_at: UTC, ISO 8601; ``None`` while it is in use.
    """

    seq: int
    id: str
    metadata: Metadata
    added_at: str
    removed_at: str | None = None


@dataclass(frozen=True, slots=True)
class Collection:
    """Documents that somebody laid together under a name.

    Attributes:
        documents: How many of those in use lie in it.
        made_at: UTC, ISO 8601.
        restricted: Whether it belongs to groups, and is seen by no others.
    """

    id: int
    name: str
    documents: int
    made_at: str
    restricted: bool = False


@dataclass(frozen=True, slots=True)
class Backup:
    """A back-up that was made and found whole.

    Attributes:
        file: Where it was put, in full.
        made_at: UTC, ISO 8601.
        documents: In use then.
        size: Of the file, in bytes.
    """

    file: str
    made_at: str
    documents: int
    size: int


@dataclass(frozen=True, slots=True)
class Origin:
    """Where the bytes of a file come from.

    Attributes:
        kind: As the reader calls it: ``"PDF"``.
        place: What a person was shown: ``"hoso.zip › thư mục/tệp.doc"``.
        modified_at: When the file was last changed, UTC, ISO 8601; ``None`` where that is not known.
        collection: Name of the one that its document is laid into as it comes, so that nobody else sees it first.
    """

    kind: str = ""
    place: str = ""
    modified_at: str | None = None
    collection: str | None = None


@dataclass(frozen=True, slots=True)
class Tried:
    """Why a file gave no document when it was last read.

    Attributes:
        secrecy: The mark for which it was refused; ``None`` where it could not be read.
        abilities: Of the machine that tried (:func:`ingest.abilities.mark_abilities`).
    """

    why: str
    advice: str
    secrecy: str | None
    abilities: str


@dataclass(frozen=True, slots=True)
class Near:
    """Another document in use whose words are nearly the same, or of which one is a part.

    Attributes:
        likeness: From 0 to 1.
        overlap: Share of the words of the shorter that the longer has, from 0 to 1.
    """

    document_id: str
    likeness: float
    overlap: float


@dataclass(frozen=True, slots=True)
class Added:
    """What became of one file.

    Attributes:
        status: ``"added"``; ``"unchanged"``: the very file was held; ``"earlier"``: the file or its words are held as a
            version that is not in use; ``"duplicate"``: its words were held, and the
            file is kept as another original; ``"restored"`` after a removal; ``"replaced"``: it is now the version in
            use; ``"older"``: kept as an earlier version; ``"shorter"``: kept so too, as it seems cut short;
            ``"beside"``: kept next to another document in use of the same number and date that is quite different.
        near: Others that are nearly the same, the most alike first.
        version: Its number in the document, where a person may decide to use it: of what is earlier or shorter.
    """

    status: str
    document_id: str
    near: tuple[Near, ...] = field(default=())
    version: int | None = None


@dataclass(frozen=True, slots=True)
class Version:
    """One text of a document.

    Attributes:
        number: From 1, in the order of arrival; never given twice in one document.
        in_use: Whether it is the one that is searched and quoted.
        reread: Whether it comes of reading a kept file anew.
        source: Name of the file.
        modified_at: Of the file, UTC, ISO 8601.
        added_at: UTC, ISO 8601.
        length: Code points of the text.
    """

    number: int
    in_use: bool
    reread: bool
    source: str
    modified_at: str | None
    added_at: str
    length: int


@dataclass(frozen=True, slots=True)
class Original:
    """A file that is kept; *size* in bytes, *version* the number of the text that was first read from it."""

    name: str
    hash: str
    size: int
    version: int
    added_at: str
    origin: Origin


@dataclass(frozen=True, slots=True)
class Correction:
    """What a person says of a document, in place of what was read.

    Attributes:
        field: Of :class:`ingest.models.Metadata`.
        value: As that field holds it; ``None`` or ``()`` says that the document has none.
        read: What the program read.
        made_at: UTC, ISO 8601.
    """

    field: str
    value: object
    read: object
    made_at: str
