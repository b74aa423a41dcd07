"""Who may see what: collections that belong to groups, and a library narrowed to what one reader may see.

The narrowing happens below every query: the tables are hidden behind views of the same names, which hold nothing of
what the reader may not see. So it does not exist for him in any list, count, search, graph or export, and no room of
the store needs to think of it. A document lies hidden where it lies in a collection of groups and the reader is of no
group of any such collection. What comes after the library was opened does not exist for him either: whether it is to
be kept from him was not yet known.
"""

from __future__ import annotations

import hashlib
import json
import sqlite3
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

_OPEN = "SELECT collection FROM main.collection_groups WHERE key IN (SELECT key FROM temp.own_groups)"
_HIDE = f"""
CREATE TEMP TABLE hidden_families AS
    SELECT family FROM main.collection_members WHERE collection IN (SELECT collection FROM main.collection_groups)
    EXCEPT SELECT family FROM main.collection_members WHERE collection IN ({_OPEN});
CREATE TEMP TABLE hidden_documents (seq INTEGER PRIMARY KEY);
INSERT INTO temp.hidden_documents
    SELECT seq FROM main.documents WHERE family IN (SELECT family FROM temp.hidden_families);
CREATE TEMP TABLE hidden_collections (id INTEGER PRIMARY KEY);
INSERT INTO temp.hidden_collections SELECT collection FROM main.collection_groups EXCEPT {_OPEN}
"""  # noqa: S608 -- our own words
_KEPT = """
SELECT 1 FROM collection_members m JOIN collection_groups g ON g.collection = m.collection WHERE m.family = :family
    GROUP BY m.family HAVING NOT max(g.key IN (SELECT value FROM json_each(:groups)))
"""
_SEEN = {
    "documents": "seq NOT IN (SELECT seq FROM temp.hidden_documents)",
    "collections": "id NOT IN (SELECT id FROM temp.hidden_collections)",
    "collection_groups": "collection NOT IN (SELECT id FROM temp.hidden_collections)",
    "collection_members": "collection NOT IN (SELECT id FROM temp.hidden_collections)"
    " AND family NOT IN (SELECT family FROM temp.hidden_families)",
    "former_ids": "family NOT IN (SELECT family FROM temp.hidden_families)",
    "corrections": "family NOT IN (SELECT family FROM temp.hidden_families)",
}
_OF_DOCUMENTS = (
    "originals",
    "provisions",
    "passages",
    "citations",
    "pages",
    "findings",
    "sketches",
    "provision_references",
    "table_rows",
    "anchors",
    "relations",
    "relation_ends",
    "reviews",
)
"""Tables whose rows belong to the document in their column of that name."""
_OF_A_DOCUMENT = "document NOT IN (SELECT seq FROM temp.hidden_documents)"
_COUNTED = {"document": "documents", "seq": "documents", "family": "documents", "collection": "collections"}
"""Column -> the table whose running number it bears."""
_THEN = """
CREATE TEMP TABLE meta_then AS SELECT key, value FROM main.meta WHERE key IN ('generation', 'arrangement');
CREATE TEMP VIEW meta AS SELECT key, value FROM main.meta WHERE key NOT IN (SELECT key FROM temp.meta_then)
    UNION ALL SELECT key, value FROM temp.meta_then
"""
"""The state of the library is that of the moment in which it was opened, as all that is seen of it."""
OF_NOBODY = ("meta", "embeddings", "words")
"""Tables that tell nothing of a document to who does not have its words."""
NARROWED = (*_SEEN, *_OF_DOCUMENTS)
"""Tables that hold nothing of what a reader may not see; a new table must be named here, or in :data:`OF_NOBODY`."""


@dataclass(frozen=True, slots=True)
class Sight:
    """How much of a library somebody may see.

    Attributes:
        groups: Keys of the groups that he belongs to; ``None`` where nothing is kept from him.
    """

    groups: frozenset[str] | None = None

    @property
    def whole(self) -> bool:
        """Whether nothing is kept from him."""
        return self.groups is None

    @property
    def key(self) -> str:
        """A short name for who sees the same; empty where that is everything. It may be part of a path."""
        if self.groups is None:
            return ""
        return hashlib.sha256("\n".join(sorted(self.groups)).encode()).hexdigest()[:16]


EVERYTHING = Sight()


def see_as(groups: Iterable[str]) -> Sight:
    """The sight of somebody of these groups, as persons write their names."""
    return Sight(frozenset(map(group_key, groups)))


def group_key(name: str) -> str:
    """What makes two names those of one group: case and spaces make no difference."""
    return " ".join(unicodedata.normalize("NFC", name).split()).casefold()


def is_kept_from(db: sqlite3.Connection, sight: Sight, family: int) -> bool:
    """Whether a document of the whole library that *db* has open is hidden from *sight*."""
    if sight.groups is None:
        return False
    asked = {"family": family, "groups": json.dumps(sorted(sight.groups))}
    return db.execute(_KEPT, asked).fetchone() is not None


def narrow(connection: sqlite3.Connection, sight: Sight) -> str:
    """Let *connection* see no more than *sight*, and write nothing of it; the name of what is hidden, empty if nothing.

    Two readers from whom the same documents are kept get the same name.
    """
    if sight.groups is None:
        return ""
    connection.execute("CREATE TEMP TABLE own_groups (key TEXT PRIMARY KEY)")
    connection.executemany("INSERT INTO temp.own_groups VALUES (?)", [(key,) for key in sorted(sight.groups)])
    connection.execute("BEGIN")  # what is hidden and what came last are of one moment
    for statement in (*_HIDE.split(";"), *_THEN.split(";")):
        connection.execute(statement)
    last = dict(connection.execute("SELECT name, seq FROM main.sqlite_sequence"))
    connection.execute("COMMIT")
    for table, rule in (_SEEN | dict.fromkeys(_OF_DOCUMENTS, _OF_A_DOCUMENT)).items():
        columns = [row["name"] for row in connection.execute(f"PRAGMA main.table_info({table})")]
        numbers = {column: of for column, of in _COUNTED.items() if column in columns}
        numbers |= {"id": "collections"} if table == "collections" else {}
        rules = [rule, *(f"{column} <= {last.get(of, 0)}" for column, of in numbers.items())]
        shown = "rowid, *" if table == "originals" else "*"
        connection.execute(f"CREATE TEMP VIEW {table} AS SELECT {shown} FROM main.{table} WHERE {' AND '.join(rules)}")  # noqa: S608 -- ours
    hidden = [row[0] for row in connection.execute("SELECT seq FROM temp.hidden_documents ORDER BY seq")]
    return hashlib.sha256(repr(hidden).encode()).hexdigest()[:16] if hidden else ""
