"""Relations as files for other programs: CSV for Excel, GraphML for programs that draw or count graphs."""

from __future__ import annotations

import csv
import datetime
import io
import re
from collections.abc import Iterable, Mapping
from pathlib import Path

from index.doubts import find_unverified
from index.graph import Graph, Node
from index.related import find_named
from index.relation_table import COLUMNS, RelationRow, say_deed, say_row, tabulate
from index.relation_words import say_status
from index.surroundings import survey
from index.validity import Standing
from ingest.errors import LibraryError, UsageError
from ingest.language import tr
from ingest.store import Library
from ingest.system import explain

_FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""What a cell may not begin with: Excel would run it instead of showing it."""
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
KINDS_OF_FILE = (".csv", ".graphml")


def write_csv(rows: Iterable[RelationRow]) -> bytes:
    """One line for each of *rows* under ``COLUMNS``; UTF-8 with the mark by which Excel knows it."""
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow([tr(name) for name in (*COLUMNS, "Mã văn bản", "Mã văn bản kia")])
    for row in rows:
        writer.writerow([_show(cell) for cell in (*say_row(row), row.edge.source, row.edge.target)])
    return text.getvalue().encode("utf-8-sig")


def write_graphml(nodes: Iterable[Node], rows: Iterable[RelationRow], standings: Mapping[str, Standing]) -> bytes:
    """The documents *nodes*, with an edge from the acting document for each of *rows*, which join no others."""
    import networkx

    graph = networkx.MultiDiGraph()
    for node in nodes:
        graph.add_node(_clean(node.id), **_describe_node(node, standings.get(node.id)))
    for row in rows:
        graph.add_edge(_clean(row.edge.source), _clean(row.edge.target), **_describe_row(row))
    out = io.BytesIO()
    networkx.write_graphml_lxml(graph, out, encoding="utf-8", prettyprint=True)
    return out.getvalue()


def export_related(library: Library, given: str, hops: int, file: Path, as_of: datetime.date | None = None) -> int:
    """Write what lies around each document that *given* names to *file*, of the kind that its name says.

    Args:
        as_of: Tell of the library as it stood on that day.

    Returns:
        The number of relations written.

    Raises:
        UsageError: If its name ends in none of ``KINDS_OF_FILE``.
        NotHeldError: If neither the library nor the catalogue has such a document.
        LibraryError: If it cannot be written.
    """
    check_file(file)
    graph = Graph(library)
    found = [survey(graph, one, hops, as_of=as_of) for one in find_named(library, graph, given)]
    nodes = {node.id: node for one in found for node in one.nodes}
    edges = dict.fromkeys(edge for one in found for edge in one.edges)
    rows = tabulate(library, nodes.values(), edges, as_of)
    standings = {key: standing for one in found for key, standing in one.standings.items()}
    content = write_csv(rows) if file.suffix.lower() == ".csv" else write_graphml(nodes.values(), rows, standings)
    try:
        file.write_bytes(content)
    except OSError as error:
        told = "Không ghi được {file} ({reason}). Hãy đóng tệp ấy nếu đang mở, hoặc chọn chỗ khác."
        raise LibraryError(tr(told, file=file, reason=explain(error))) from error
    return len(rows)


def check_file(file: Path) -> None:
    """Refuse a file of a kind that nobody writes.

    Raises:
        UsageError: If its name ends in none of ``KINDS_OF_FILE``.
    """
    if file.suffix.lower() not in KINDS_OF_FILE:
        raise UsageError(
            tr("Tên tệp phải kết thúc bằng {endings}: {file}", endings=tr(" hoặc ").join(KINDS_OF_FILE), file=file)
        )


def _describe_node(node: Node, standing: Standing | None) -> dict[str, str]:
    known = {
        "label": node.number or node.name,
        "name": node.name,
        "number": node.number,
        "type": node.type,
        "title": node.title,
        "date": _write_day(node.date),
        "unverified": ", ".join(find_unverified(node)),
        "held": node.held,
        "standing": standing.status if standing else None,
        "standing_words": say_status(standing) if standing else None,
    }
    return {name: _clean(value) for name, value in known.items() if value}


def _describe_row(row: RelationRow) -> dict[str, str | bool]:
    edge = row.edge
    known = {
        "label": say_deed(row),
        "kind": edge.kind,
        "clause": edge.clause,
        "since": _write_day(edge.since),
        "said_in": edge.said_in or "catalogue",
        "sentence": row.sentence,
    }
    return {name: _clean(value) for name, value in known.items() if value} | {"sure": edge.sure, "whole": edge.whole}


def _write_day(day: datetime.date | None) -> str | None:
    return day.isoformat() if day else None


def _show(cell: str) -> str:
    """The cell so that Excel shows it as it stands."""
    return f"'{cell}" if cell.startswith(_FORMULA) else cell


def _clean(value: str) -> str:
    """Without the characters that no XML file may hold."""
    return _NOT_XML.sub("", value)
