"""The log of acts in words, and for programs."""

from __future__ import annotations

from typing import Any

from ingest.audit_lines import Act, Door, Entry, Stage
from ingest.audit_reading import Fault, Line
from ingest.console import make_printable
from ingest.days import describe_day
from ingest.language import tr

_ACTS: dict[Act, str] = {
    "add": "thêm văn bản",
    "correct": "sửa hồ sơ",
    "remove": "bỏ văn bản",
    "restore": "khôi phục",
    "purge": "xóa hẳn",
    "export": "xuất ra tệp",
    "backup": "sao lưu",
    "import": "nhập vào",
    "fetch": "tải từ cổng văn bản",
    "collection": "sửa bộ sưu tập",
    "restrict": "giới hạn người xem",
    "log-in": "đăng nhập",
    "log-in-refused": "đăng nhập không được",
    "log-out": "đăng xuất",
    "account": "sửa tài khoản",
    "ask": "hỏi",
}
_DOORS: dict[Door, str] = {"page": "trang", "command": "lệnh"}
_STAGES: dict[Stage, str] = {"begun": "bắt đầu {act}", "done": "{act}", "failed": "{act}: không xong"}
_MOST_SHOWN = 10


def say_entry(entry: Entry) -> str:
    """One line: when, by the clock of this machine; who, and by which door; what, and on what."""
    at = entry.at.astimezone()
    act = tr(_STAGES[entry.stage], act=tr(_ACTS[entry.act]))
    shown = [*entry.on[:_MOST_SHOWN]]
    if more := len(entry.on) - len(shown):
        shown.append(tr("và {count} mục khác", count=more))
    told = f"{describe_day(at)} {at:%H:%M}  {entry.who} ({tr(_DOORS[entry.door])})  {act}"
    on = f": {', '.join(shown)}" if shown else ""
    return make_printable(f"{told}{on}{f' [{entry.said}]' if entry.said else ''}")


def entry_to_json(line: Line, entry: Entry) -> dict[str, Any]:
    """What stands in the log, and where."""
    return {
        "number": entry.number,
        "at": entry.at.isoformat(),
        "who": entry.who,
        "door": entry.door,
        "act": entry.act,
        "stage": entry.stage,
        "on": list(entry.on),
        "said": entry.said,
        "file": line.file,
        "line": line.number,
    }


def say_fault(fault: Fault) -> str:
    """What is wrong, and where."""
    where = tr("{file}, dòng {line}", file=fault.file, line=fault.line) if fault.file else tr("sổ theo dõi")
    if fault.kind == "removed":
        return tr("{where}: thiếu các mục từ số {first} đến số {last}", where=where, first=fault.first, last=fault.last)
    words = {
        "changed": "{where}: đã bị sửa",
        "inserted": "{where}: bị chèn vào",
        "broken-off": "{where}: viết dở, do máy tắt hoặc đầy ổ đĩa lúc đang ghi; không phải bị sửa",
        "no-last": "{where}: mất tệp last, nên không biết cuối sổ có bị cắt hay không",
    }
    return tr(words[fault.kind], where=where)
