"""Everything that may go wrong and that a person can mend. Bugs are not here: they keep their traceback.

AppError                    1
├── UsageError              2  words of a command that do not fit
├── QuestionError           2  a question that cannot be asked: empty, too long, without a word
├── ReadingError            4  a file that gives no text
│   ├── HinderedError       4  a file that could not be read for what this machine lacked just then
│   ├── UnopenedError       4  a file that our own readers cannot open and LibreOffice may
│   └── RefusedError        4  a file that is marked secret
├── NotHeldError            5  no such document or place in the library
├── AmbiguousError          5  a sign that several documents bear
├── FetchError              6  a file that an address does not give, or may not be asked for
│   ├── OfflineError        6  no way to the address: mostly a machine without a network
│   └── ForbiddenError      6  the owner of this machine lets nothing be asked of the network
├── CatalogError            3  a record of the catalogue that cannot be
├── BusyError               8  too many ask at once
├── NobodyError             7  nobody is logged in, or the log-in has ended
├── NotAllowedError         7  who is logged in may not do that
├── KeptFromError           7  it would change what is kept from who does it
├── LibraryError            3  the library cannot be opened or written
├── AuditError              3  what is done cannot be written down
├── MissingIndexError       3  nothing was built yet
├── ForeignIndexError       3  the index is of another library, model or format
├── ModelError              3  the embedding model is missing, damaged or cannot be had
└── LoginError              7  a name or a password that is not right, or comes too early

The numbers are exit codes. Each message says what, where and what to do next; the door prints it once.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from ingest.language import fill, tr
from ingest.retelling import retell

_SEVERAL = "Có {count} văn bản mang ký hiệu {sign}. Hãy dùng một mã dưới đây:\n{listed}"
_BY_ADMINISTRATORS = "Việc này chỉ quản trị được làm. Hãy nhờ quản trị của cơ quan."
_BY_LIBRARIANS = "Việc này chỉ thủ thư được làm. Hãy nhờ thủ thư của cơ quan."
CANNOT_ADD, LET_ADD = "tài khoản này không thêm được văn bản ấy", "Hãy nhờ quản trị của cơ quan thêm."
_ADMIT = "Nếu máy này được phép lưu văn bản mật, hãy thêm lại với --secret."


class AppError(Exception):
    """Something a person can mend; ``str(error)`` is the message to show, in the language that was spoken."""

    exit_code = 1


class UsageError(AppError):
    """The words of a command do not fit."""

    exit_code = 2


class QuestionError(AppError):
    """The question cannot be asked as typed."""

    exit_code = 2


class ReadingError(AppError):
    """A file gives no text.

    Attributes:
        why: In Vietnamese, as it may be kept; :func:`ingest.retelling.retell` says it in the language that is spoken.
        advice: The next step, likewise.
    """

    exit_code = 4
    _words = "Không đọc được {file}: {why}. {advice}"

    def __init__(self, file: Path | str, why: str, advice: str) -> None:
        super().__init__(file, why, advice)
        self.file, self.why, self.advice = file, why, advice

    def __str__(self) -> str:
        return tr(self._words, file=self.file, why=retell(self.why), advice=retell(self.advice))


class HinderedError(ReadingError):
    """The machine and not the file stood in the way: the next time may be otherwise."""


class UnopenedError(ReadingError):
    """Our own readers cannot open a file; LibreOffice may."""


class RefusedError(ReadingError):
    """A file is marked secret, and nobody said that it may be kept."""

    _words = "Không nhận {file}: {why}. {advice}"

    def __init__(self, file: Path | str, mark: str) -> None:
        super().__init__(file, fill("văn bản đóng dấu {mark}", mark=mark), _ADMIT)
        self.mark = mark


class NotHeldError(AppError):
    """No such document, or no such place in it."""

    exit_code = 5


class AmbiguousError(AppError):
    """Several documents bear the sign that was given."""

    exit_code = 5

    def __init__(self, given: str, candidates: Sequence[str]) -> None:
        listed = "\n".join(f"  {candidate}" for candidate in candidates)
        super().__init__(tr(_SEVERAL, count=len(candidates), sign=given, listed=listed))
        self.candidates = tuple(candidates)


class FetchError(AppError):
    """An address does not give its file, or may not be asked.

    Attributes:
        why: In Vietnamese, as of :class:`ReadingError`; who fetched and who reads of it may speak different languages.
    """

    exit_code = 6
    advice = "Hãy tải tệp bằng trình duyệt rồi thêm bằng: python -m ingest add TỆP."

    def __init__(self, address: str, why: str) -> None:
        super().__init__(address, why)
        self.address, self.why = address, why

    def __str__(self) -> str:
        words = "Không tải được {address}: {why}. {advice}"
        return tr(words, address=self.address, why=retell(self.why), advice=tr(self.advice))


class OfflineError(FetchError):
    """No way leads to the address."""

    advice = "Máy này có thể không có mạng: hãy tải tệp ở máy khác, chép sang rồi thêm bằng: python -m ingest add TỆP."


class ForbiddenError(FetchError):
    """The owner of this machine lets nothing be asked of the network."""

    advice = "Hãy tải tệp ở máy có mạng, chép sang rồi thêm bằng: python -m ingest add TỆP."

    def __init__(self, address: str) -> None:
        super().__init__(address, "người phụ trách máy không cho Vankien dùng mạng (cài đặt network)")


class BusyError(AppError):
    """Too many ask at once; nothing is wrong."""

    exit_code = 8

    def __init__(self) -> None:
        super().__init__(tr("Máy đang bận trả lời nhiều người. Hãy thử lại sau vài giây."))


class NobodyError(AppError):
    """Nobody is logged in where there are accounts, or the log-in has ended."""

    exit_code = 7

    def __init__(self) -> None:
        super().__init__(tr("Chưa đăng nhập, hoặc phiên làm việc đã hết. Hãy tải lại trang để đăng nhập."))


class NotAllowedError(AppError):
    """Who is logged in may not do that.

    Attributes:
        role: That may: ``"librarian"`` or ``"administrator"``.
    """

    exit_code = 7

    def __init__(self, role: str) -> None:
        super().__init__(tr(_BY_ADMINISTRATORS if role == "administrator" else _BY_LIBRARIANS))
        self.role = role


class KeptFromError(AppError):
    """It would change a document that is kept from who does it; nothing of it is done, and no more is said of it."""

    exit_code = 7

    def __init__(self) -> None:
        super().__init__(f"{tr(CANNOT_ADD).capitalize()}. {tr(LET_ADD)}")


class CatalogError(AppError, ValueError):
    """A file of the catalogue does not describe a document that can be."""

    exit_code = 3

    def __init__(self, file: str, field: str, why: str, advice: str) -> None:
        words = "Hồ sơ danh mục {file}, mục {field}: {why}. {advice}"
        super().__init__(tr(words, file=file, field=field, why=why, advice=advice))
        self.file, self.field, self.why, self.advice = file, field, why, advice


class LibraryError(AppError):
    """The library's file cannot be opened or written."""

    exit_code = 3


class AuditError(AppError):
    """The log of who did what cannot be written."""

    exit_code = 3


class MissingIndexError(AppError):
    """The library has no index yet."""

    exit_code = 3

    def __init__(self, folder: Path) -> None:
        super().__init__(tr("Chưa có chỉ mục trong {folder}. Hãy chạy: python -m index build", folder=folder))


class ForeignIndexError(AppError):
    """The index on disk is of another library, model or format."""

    exit_code = 3

    def __init__(self, folder: Path, what: str) -> None:
        words = "Chỉ mục {folder} không dùng được: {what}. Hãy chạy: python -m index build"
        super().__init__(tr(words, folder=folder, what=what))


class ModelError(AppError):
    """The embedding model is missing, damaged or cannot be had."""

    exit_code = 3


class LoginError(AppError):
    """Nobody is let in: the name or the password is not right, or too many guesses were not.

    Attributes:
        wait_seconds: Until the next guess is let through.
    """

    exit_code = 7

    def __init__(self, words: str, wait_seconds: int) -> None:
        super().__init__(words)
        self.wait_seconds = wait_seconds
