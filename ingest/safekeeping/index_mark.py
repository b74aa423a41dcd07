"""What the index beside the library says of itself: of which library and which state of it it was built.

The index belongs to another room, which knows this one; only the two names and the four facts that stand in its
list are read here, as any program could read them.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from ingest.doctor import Finding
from ingest.language import tr
from ingest.store import Library

INDEX_FOLDER = "index"
BUILD = "Hãy lập chỉ mục: python -m index build"
BUILD_ANEW = "Hãy xóa thư mục {folder} rồi lập lại: python -m index build; văn bản không bị ảnh hưởng."


def look_at_index(library: Library) -> Finding:
    """Whether the index knows the library as it is now."""
    what, folder = tr("Chỉ mục"), library.folder / INDEX_FOLDER
    if not (folder / "CURRENT").exists():
        return Finding(what, tr("chưa lập"), advice=tr(BUILD))
    anew = tr(BUILD_ANEW, folder=folder)
    try:
        told = _read(folder)
        of, generation, passages = told["library"], int(told["generation"]), told["passages"]
    except (OSError, ValueError, KeyError, TypeError):
        return Finding(what, tr("không đọc được"), missing=True, advice=anew)
    if of != library.id:
        return Finding(what, tr("của một thư viện khác"), missing=True, advice=anew)
    if generation != library.generation:
        return Finding(what, tr("cũ hơn thư viện: có thay đổi chưa lập chỉ mục"), advice=tr(BUILD))
    held = library._select(
        "SELECT p.id FROM passages p JOIN documents d ON d.seq = p.document WHERE d.removed_at IS NULL ORDER BY p.id"
    )
    if [row[0] for row in held] != passages:
        return Finding(what, tr("không khớp với các đoạn của thư viện"), missing=True, advice=anew)
    return Finding(what, tr("khớp với thư viện hiện nay"))


def _read(folder: Path) -> dict[str, Any]:
    build = folder / (folder / "CURRENT").read_text(encoding="utf-8").strip()
    told: dict[str, Any] = json.loads((build / "manifest.json").read_text(encoding="utf-8"))
    return told
