"""DOC, of Word 97 to 2003: turned into DOCX in this process; LibreOffice helps where that is refused."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from pathlib import Path

from ingest.errors import ReadingError
from ingest.readers.legacy.restoring import Run
from ingest.readers.reading import Reading
from ingest.readers.word.doc_salvage import salvage_text
from ingest.readers.word.docx import read_paragraphs
from ingest.readers.word.docx_package import refuse_encrypted
from ingest.readers.written import write_lines

DOC = "DOC"
_OFFICE = "soffice"
_LONGEST_CONVERSION = 120  # seconds
_OLD_WORD = (b"\xdb\xa5", b"\x9b\xa5")  # of Word 2, 6 and 95; later ones write EC A5
_SAVE_AGAIN = "Hãy mở tệp bằng Word hoặc LibreOffice, lưu lại dạng .docx rồi thêm lại."


_DAMAGED = (
    "Tệp DOC bị hỏng một phần nên chỉ lấy được chữ, có thể thiếu số thứ tự tự động, bảng và chú thích. "
    "Hãy đối chiếu với bản gốc."
)


def read_doc(content: bytes, file: Path) -> Reading:
    """The text of *content*, as :func:`ingest.readers.word.docx.read_docx` gives it.

    Raises:
        ReadingError: If it is damaged, older than Word 97, protected by a password, or has no text.
    """
    refuse_encrypted(content, file)
    try:
        written = read_paragraphs(_as_docx(content, file), file)
    except ReadingError:
        text = salvage_text(content)
        if text is None:
            raise
        return write_lines([Run(line)] for line in text.split("\n")).reading(DOC, (_DAMAGED,))
    return written.reading(DOC)


def _as_docx(content: bytes, file: Path) -> bytes:
    with tempfile.TemporaryDirectory(prefix="vankien-doc-") as folder:
        source = Path(folder) / "source.doc"
        source.write_bytes(content)
        try:
            return _convert(source, file)
        except ReadingError:
            converted = _convert_by_office(source)
            if converted is None:
                raise
            return converted


def _convert(source: Path, file: Path) -> bytes:
    from doc2docx import convert
    from doc2docx.errors import Doc2DocxError, EncryptedDocumentError

    target = source.with_suffix(".docx")
    try:
        convert(source, target)
        return target.read_bytes()
    except EncryptedDocumentError as error:
        advice = "Hãy mở tệp bằng Word, gỡ mật khẩu, lưu lại rồi thêm lại."
        raise ReadingError(file, "tệp có mật khẩu", advice) from error
    except Doc2DocxError as error:
        raise ReadingError(file, _why(source.read_bytes()), _SAVE_AGAIN) from error


def _why(content: bytes) -> str:
    """What a person should know of a file that the converter refuses: its stream begins at a sector of 512 bytes."""
    sectors = (content[at : at + 2] for at in range(0, len(content), 512))
    first = next((mark for mark in sectors if mark in (*_OLD_WORD, b"\xec\xa5")), None)
    if first == _OLD_WORD[0] or first == _OLD_WORD[1]:
        return "tệp do Word 95 trở về trước tạo ra"
    return "tệp DOC bị hỏng hoặc bị cắt ngắn"


def _convert_by_office(source: Path) -> bytes | None:
    """The DOCX that LibreOffice makes of *source*; ``None`` where it is not installed or fails."""
    office = shutil.which(_OFFICE)
    if office is None:
        return None
    target = source.with_suffix(".docx")
    profile = f"-env:UserInstallation={(source.parent / 'profile').as_uri()}"
    command = [office, "--headless", profile, "--convert-to", "docx", "--outdir", str(source.parent), str(source)]
    try:
        subprocess.run(command, capture_output=True, timeout=_LONGEST_CONVERSION, check=True)  # noqa: S603
        return target.read_bytes()
    except (OSError, subprocess.SubprocessError):
        return None
