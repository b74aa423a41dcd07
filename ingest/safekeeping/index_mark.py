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
from ingest.safekeeping.index_sums import find_build, find_changed
from ingest.store import Library

INDEX_FOLDER = "index"
_NAMED = 5
BUILD = "Hãy lập chỉ mục: python -m index build"
BUILD_ANEW = "Hãy lập lại từ đầu: python -m ingest verify --repair; văn bản không bị ảnh hưởng."


def look_at_index(library: Library) -> Finding:
    """Whether the index is whole and knows the library as it is now."""
    what, folder = tr("Chỉ mục"), library.folder / INDEX_FOLDER
    if not (folder / "CURRENT").exists():
        return Finding(what, tr("chưa lập"), advice=tr(BUILD))
    if wrong := _find_wrong(library, folder):
        return Finding(what, wrong, missing=True, advice=tr(BUILD_ANEW))
    if int(_read(folder)["generation"]) != library.generation:
        return Finding(what, tr("cũ hơn thư viện: có thay đổi chưa lập chỉ mục"), advice=tr(BUILD))
    return Finding(what, tr("khớp với thư viện hiện nay"))


def _find_wrong(library: Library, folder: Path) -> str | None:
    """Why the index cannot serve, in words; ``None`` where it can."""
    try:
        told = _read(folder)
        of, generation, passages = told["library"], int(told["generation"]), told["passages"]
    except (OSError, ValueError, KeyError, TypeError):
        return tr("không đọc được")
    if of != library.id:
        return tr("của một thư viện khác")
    held = library._select(
        "SELECT p.id FROM passages p JOIN documents d ON d.seq = p.document WHERE d.removed_at IS NULL ORDER BY p.id"
    )
    if generation == library.generation and [row[0] for row in held] != passages:
        return tr("không khớp với các đoạn của thư viện")
    if changed := find_changed(find_build(folder)):
        return tr("tệp hỏng: {names}", names=", ".join(changed[:_NAMED]))
    return None


def _read(folder: Path) -> dict[str, Any]:
    told: dict[str, Any] = json.loads((find_build(folder) / "manifest.json").read_text(encoding="utf-8"))
    return told
