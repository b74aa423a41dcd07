"""How a library lies in a folder as plain files: their names, the list of their hashes, and what is said of them all.

::

    documents/000001-05-ct-tu-2018-02-05/document.json    record, tree, passages, mentions, corrections, collections
                                         version-1.txt    the text, UTF-8; places are code points of it, from 0
                                         original-1-….pdf the file it was read from, byte for byte
    library.json  desk.json  owner/                       collections; what readers keep; the owner's files
    vankien-export.json                                   what this is, and how much of it
    SHA256SUMS                                            written last: where it is not, the rest is not whole
"""

from __future__ import annotations

import hashlib
import json
import re
from dataclasses import asdict, dataclass
from pathlib import Path, PurePosixPath
from typing import Any

from ingest.errors import LibraryError
from ingest.language import tr
from ingest.safekeeping.archive import Report
from ingest.spelling import fold

FORMAT = 1
FACTS, SUMS = "vankien-export.json", "SHA256SUMS"
LIBRARY, DESK, DOCUMENT, READ_ME = "library.json", "desk.json", "document.json", "DOC-TRUOC.txt"
DOCUMENTS_FOLDER, OWNERS_FOLDER = "documents", "owner"
DERIVED = frozenset({"embeddings", "words"})
"""Tables that are worked out anew of the texts; they are not taken along."""
_LONGEST = 60
_SUM = re.compile(r"([0-9a-f]{64}) [ *](.+)")
_CHUNK = 1024**2


@dataclass(frozen=True, slots=True)
class Facts:
    """What an export says of itself.

    Attributes:
        made_at: UTC, ISO 8601.
        library: Its id.
        schema: Of the library's tables.
        documents: In use.
        removed: Documents that were removed and can be restored.
        tables: Table -> its rows.
        files: How many stand in the list, this one aside.
    """

    format: int
    made_at: str
    library: str
    schema: int
    generation: int
    documents: int
    removed: int
    tables: dict[str, int]
    files: int


def to_json(value: object) -> bytes:
    """As it is written."""
    return json.dumps(value, ensure_ascii=False, indent=1).encode() + b"\n"


def name_safely(words: str) -> str:
    """*words* as part of a file's name on any system; nothing in it leads anywhere else.

    >>> name_safely("05-CT/TƯ@2018-02-05"), name_safely("../../etc/passwd"), name_safely("…")
    ('05-ct-tu-2018-02-05', 'etc-passwd', 'khong-ten')
    """
    return re.sub(r"[^a-z0-9]+", "-", fold(words)).strip("-")[:_LONGEST].strip("-") or "khong-ten"


def name_original(place: int, name: str) -> str:
    """The file name of the original of that *place* that came as *name*; its ending tells programs what it is.

    >>> name_original(2, "Chỉ thị 05.PDF"), name_original(1, "con"), name_original(1, "a.b/../c")
    ('original-2-chi-thi-05.pdf', 'original-1-con', 'original-1-a-b-c')
    """
    stem, dot, ending = name.rpartition(".")
    if not dot or not re.fullmatch(r"[A-Za-z0-9]{1,8}", ending):
        return f"original-{place}-{name_safely(name)}"
    return f"original-{place}-{name_safely(stem)}.{ending.lower()}"


def read_facts(folder: Path, sums: dict[str, str]) -> Facts:
    """What the export in *folder* says of itself.

    Raises:
        LibraryError: If it is none of ours, half written, or of a newer program.
    """
    try:
        told: dict[str, Any] = json.loads((folder / FACTS).read_bytes())
        if told["format"] > FORMAT:
            raise newer(folder)
        facts = Facts(**told)
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise half_written(folder) from error
    if facts.files != len(sums) - 1:
        raise half_written(folder)
    return facts


def write_facts(facts: Facts) -> bytes:
    """As :func:`read_facts` reads them."""
    return to_json(asdict(facts))


def write_sums(sums: dict[str, str]) -> bytes:
    """The list, as ``sha256sum -c`` reads it."""
    return "".join(f"{hashed}  {name}\n" for name, hashed in sums.items()).encode()


def read_sums(folder: Path) -> dict[str, str]:
    """File, below *folder*, -> its SHA-256.

    Raises:
        LibraryError: If there is no such list, or it leads out of the folder.
    """
    try:
        lines = (folder / SUMS).read_text("utf-8").splitlines()
    except FileNotFoundError:
        raise (half_written if (folder / DOCUMENTS_FOLDER).is_dir() else no_export)(folder) from None
    except (OSError, UnicodeDecodeError) as error:
        raise half_written(folder) from error
    found = [_SUM.fullmatch(line) for line in lines]
    sums = {match[2]: match[1] for match in found if match}
    if None in found or len(sums) != len(lines) or FACTS not in sums or not all(map(_stays_inside, sums)):
        raise half_written(folder)
    return sums


def _stays_inside(name: str) -> bool:
    path = PurePosixPath(name)
    return not path.is_absolute() and ".." not in path.parts and "\\" not in name and ":" not in name


def find_changed(folder: Path, sums: dict[str, str], report: Report) -> list[str]:
    """The files that are not there any more, or not as they were written."""
    step, changed = tr("Đang đối chiếu từng tệp"), []
    for done, (name, hashed) in enumerate(sums.items(), 1):
        if _hash_file(folder / name) != hashed:
            changed.append(name)
        report(step, done, len(sums))
    return changed


def _hash_file(file: Path) -> str | None:
    hashed = hashlib.sha256()
    try:
        with file.open("rb") as stream:
            while piece := stream.read(_CHUNK):
                hashed.update(piece)
    except OSError:  # not there, or not to be read: either way not as it was written
        return None
    return hashed.hexdigest()


def no_export(folder: Path) -> LibraryError:
    """That *folder* is something else."""
    words = "{folder} không phải thư mục do lệnh export ghi ra (không có tệp {name}). Hãy chọn đúng thư mục ấy."
    return LibraryError(tr(words, folder=folder, name=SUMS))


def half_written(folder: Path) -> LibraryError:
    """That *folder* was being written, or was changed."""
    words = (
        "{folder} là bản xuất dở dang hoặc bị sửa: danh sách tệp không đủ. Chưa nhập gì. "
        "Hãy xuất lại từ thư viện gốc vào một thư mục khác: python -m ingest export THƯ_MỤC"
    )
    return LibraryError(tr(words, folder=folder))


def newer(folder: Path) -> LibraryError:
    """That a program of later days wrote *folder*."""
    words = "{folder} do bản Vankien mới hơn xuất ra. Hãy cập nhật Vankien rồi làm lại; chưa nhập gì."
    return LibraryError(tr(words, folder=folder))
