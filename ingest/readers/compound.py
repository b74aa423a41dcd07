"""The names at the root of a compound file (OLE2), which tell DOC, XLS, PPT and encrypted files apart.

Only the directory is walked (MS-CFB 2.2 to 2.6); nothing of a stream is read. A damaged file gives what can be reached.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator

COMPOUND_SIGNATURE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_LAST = 0xFFFFFFFA  # from here on sector numbers mean: end, free, table
_NOBODY = 0xFFFFFFFF
_ENTRY = 128
_MOST_SECTORS = 4096  # of the directory: a hundred times what a large office file has
_FIRST_TABLES = 109


def root_names(content: bytes) -> frozenset[str]:
    """Names of the streams and storages directly below the root; empty where the directory cannot be found."""
    try:
        shift, first = struct.unpack_from("<H", content, 30)[0], struct.unpack_from("<I", content, 48)[0]
        tables = struct.unpack_from(f"<{_FIRST_TABLES}I", content, 76)
    except struct.error:
        return frozenset()
    if shift not in (9, 12):
        return frozenset()
    directory = b"".join(_iter_sectors(content, first, tables, 1 << shift))
    return frozenset(_iter_children(directory))


def _iter_sectors(content: bytes, sector: int, tables: tuple[int, ...], size: int) -> Iterator[bytes]:
    """The chain that begins with *sector*; a chain that runs in circles or out of the file is cut."""
    for _ in range(_MOST_SECTORS):
        if sector >= _LAST:
            return
        yield content[(sector + 1) * size : (sector + 2) * size]
        table, place = divmod(sector, size // 4)
        if table >= len(tables) or tables[table] >= _LAST:
            return
        at = (tables[table] + 1) * size + 4 * place
        if at + 4 > len(content):
            return
        (sector,) = struct.unpack_from("<I", content, at)


def _iter_children(directory: bytes) -> Iterator[str]:
    """The names of the tree of siblings that hangs below the root entry, in no order."""
    if len(directory) < _ENTRY:
        return
    seen, waiting = {0}, [struct.unpack_from("<I", directory, 76)[0]]
    while waiting:
        entry = waiting.pop()
        at = entry * _ENTRY
        if entry == _NOBODY or entry in seen or at + _ENTRY > len(directory):
            continue
        seen.add(entry)
        length, left, right = struct.unpack_from("<H2xII", directory, at + 64)
        yield directory[at : at + min(max(length - 2, 0), 62)].decode("utf-16-le", "replace")
        waiting += [left, right]
