"""The operating system's errors in the words of an office, in the language that is spoken."""

from __future__ import annotations

import errno

from ingest.language import tr

_WORDS = {
    "ENOSPC": "ổ đĩa đã đầy",
    "EDQUOT": "đã dùng hết dung lượng được cấp",
    "EACCES": "không có quyền truy cập",
    "EPERM": "không có quyền truy cập",
    "EROFS": "ổ đĩa chỉ cho đọc",
    "ENAMETOOLONG": "tên hoặc đường dẫn quá dài",
    "ENOENT": "không có tệp hoặc thư mục này",
    "ENOTDIR": "một phần của đường dẫn không phải thư mục",
    "EISDIR": "đây là thư mục",
    "ELOOP": "liên kết chỉ vòng quanh",
    "EIO": "ổ đĩa đọc hoặc ghi bị lỗi",
    "EMFILE": "đang mở quá nhiều tệp",
}


def explain(error: OSError) -> str:
    """Why the system refused; the words of an error that we raised ourselves, having no code, stay."""
    if error.errno is None:
        return str(error)
    code = errno.errorcode.get(error.errno, str(error.errno))
    return tr(_WORDS[code]) if code in _WORDS else tr("hệ thống báo lỗi mã {code}", code=code)
