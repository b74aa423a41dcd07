"""DOC, of Word 97 to 2003: turned into DOCX in this process."""

from __future__ import annotations

import re
import tempfile
from pathlib import Path

from ingest.errors import ReadingError, UnopenedError
from ingest.readers.reading import Reading
from ingest.readers.word.docx import read_paragraphs
from ingest.readers.word.docx_package import refuse_encrypted

DOC = "DOC"
_OF_WORD_6_OR_95 = re.compile(rb"\xdc\xa5[\x65-\x69]\x00")  # what the text of such a file begins with
_SAVE_AGAIN = "Hãy mở tệp bằng Word hoặc LibreOffice, lưu lại dạng .docx rồi thêm lại."


def read_doc(content: bytes, file: Path) -> Reading:
    """The text of *content*, as :func:`ingest.readers.word.docx.read_docx` gives it.

    Raises:
        UnopenedError: If it is damaged, or older than Word 97.
        ReadingError: If it is protected by a password, or has no text.
    """
    refuse_encrypted(content, file)
    return read_paragraphs(_as_docx(content, file), file).reading(DOC)


def _as_docx(content: bytes, file: Path) -> bytes:
    from doc2docx import convert
    from doc2docx.errors import Doc2DocxError, EncryptedDocumentError

    with tempfile.TemporaryDirectory(prefix="vankien-doc-", ignore_cleanup_errors=True) as folder:
        source, target = Path(folder) / "source.doc", Path(folder) / "source.docx"
        source.write_bytes(content)
        try:
            convert(source, target)
            return target.read_bytes()
        except EncryptedDocumentError as error:
            advice = "Hãy mở tệp bằng Word, gỡ mật khẩu, lưu lại rồi thêm lại."
            raise ReadingError(file, "tệp có mật khẩu", advice) from error
        except Doc2DocxError as error:
            raise UnopenedError(file, _why(content), _SAVE_AGAIN) from error


def _why(content: bytes) -> str:
    """What a person should know of a file that the converter refuses."""
    old = _OF_WORD_6_OR_95.search(content)
    return "tệp do Word 6 hoặc Word 95 tạo ra" if old else "tệp DOC bị hỏng hoặc bị cắt ngắn"
