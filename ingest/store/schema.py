"""The tables of the library's file, its version, and the way from each older version."""

from __future__ import annotations

import sqlite3
import uuid

from ingest.store.ends import keep_ends
from ingest.store.marking import mark_words
from ingest.store.steps import Step

_TABLES = """
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
CREATE TABLE documents (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    text TEXT NOT NULL,
    text_hash TEXT NOT NULL,
    cleaning_version INTEGER NOT NULL,
    type TEXT, number TEXT, title TEXT, issuer TEXT, place TEXT, date TEXT, event_date TEXT,
    signer TEXT, signer_role TEXT,
    recipients TEXT NOT NULL,
    source TEXT,
    added_at TEXT NOT NULL,
    removed_at TEXT
) STRICT;
CREATE INDEX documents_by_number ON documents (number);
CREATE TABLE originals (
    hash TEXT PRIMARY KEY,
    document INTEGER NOT NULL REFERENCES documents (seq),
    name TEXT NOT NULL,
    content BLOB NOT NULL,
    added_at TEXT NOT NULL
) STRICT;
CREATE INDEX originals_by_document ON originals (document);
CREATE TABLE provisions (
    document INTEGER NOT NULL REFERENCES documents (seq),
    position INTEGER NOT NULL,
    parent INTEGER,
    address TEXT NOT NULL,
    heading TEXT,
    start INTEGER NOT NULL,
    end INTEGER NOT NULL,
    text_start INTEGER NOT NULL,
    PRIMARY KEY (document, position)
) STRICT, WITHOUT ROWID;
CREATE TABLE passages (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    document INTEGER NOT NULL REFERENCES documents (seq),
    address TEXT NOT NULL,
    headings TEXT NOT NULL,
    start INTEGER NOT NULL,
    end INTEGER NOT NULL
) STRICT;
CREATE INDEX passages_by_document ON passages (document);
CREATE TABLE citations (
    document INTEGER NOT NULL REFERENCES documents (seq),
    start INTEGER NOT NULL,
    end INTEGER NOT NULL,
    type TEXT, number TEXT, name TEXT, term TEXT, date TEXT,
    PRIMARY KEY (document, start)
) STRICT, WITHOUT ROWID;
CREATE TABLE embeddings (
    model TEXT NOT NULL,
    hash TEXT NOT NULL,
    vector BLOB NOT NULL,
    PRIMARY KEY (model, hash)
) STRICT, WITHOUT ROWID;
"""


def _create(connection: sqlite3.Connection) -> None:
    for statement in _TABLES.split(";"):
        connection.execute(statement)
    connection.execute("INSERT INTO meta VALUES ('library_id', ?)", (uuid.uuid4().hex,))
    connection.execute("INSERT INTO meta VALUES ('generation', '0')")


def _keep_words(connection: sqlite3.Connection) -> None:
    connection.execute(
        "CREATE TABLE words (segmenter TEXT NOT NULL, hash TEXT NOT NULL, words BLOB NOT NULL,"
        " PRIMARY KEY (segmenter, hash)) STRICT, WITHOUT ROWID"
    )


_READING_TABLES = """
CREATE TABLE pages (
    document INTEGER NOT NULL REFERENCES documents (seq),
    position INTEGER NOT NULL,
    number INTEGER NOT NULL,
    start INTEGER NOT NULL,
    confidence REAL,
    PRIMARY KEY (document, position)
) STRICT, WITHOUT ROWID;
CREATE TABLE findings (
    document INTEGER NOT NULL REFERENCES documents (seq),
    position INTEGER NOT NULL,
    field TEXT NOT NULL,
    start INTEGER NOT NULL,
    end INTEGER NOT NULL,
    confidence REAL NOT NULL,
    PRIMARY KEY (document, position)
) STRICT, WITHOUT ROWID
"""


def _keep_pages_and_findings(connection: sqlite3.Connection) -> None:
    for column in ("power", "enclosed", "secrecy", "urgency"):
        connection.execute(f"ALTER TABLE documents ADD COLUMN {column} TEXT")
    for statement in _READING_TABLES.split(";"):
        connection.execute(statement)


_VERSION_TABLES = """
ALTER TABLE documents ADD COLUMN family INTEGER REFERENCES documents (seq);
ALTER TABLE documents ADD COLUMN version INTEGER NOT NULL DEFAULT 1;
ALTER TABLE documents ADD COLUMN superseded_at TEXT;
ALTER TABLE documents ADD COLUMN reread INTEGER NOT NULL DEFAULT 0;
ALTER TABLE documents ADD COLUMN modified_at TEXT;
ALTER TABLE documents ADD COLUMN read_from TEXT;
ALTER TABLE documents ADD COLUMN letters_hash TEXT;
ALTER TABLE documents ADD COLUMN as_read TEXT;
ALTER TABLE documents ADD COLUMN notes TEXT NOT NULL DEFAULT '[]';
UPDATE documents SET family = seq,
    read_from = (SELECT hash FROM originals WHERE document = seq ORDER BY added_at, originals.rowid LIMIT 1);
CREATE INDEX documents_by_family ON documents (family);
CREATE INDEX documents_by_text ON documents (text_hash);
CREATE INDEX documents_by_letters ON documents (letters_hash);
ALTER TABLE originals ADD COLUMN kind TEXT NOT NULL DEFAULT '';
ALTER TABLE originals ADD COLUMN place TEXT NOT NULL DEFAULT '';
ALTER TABLE originals ADD COLUMN modified_at TEXT;
CREATE TABLE sketches (
    band INTEGER NOT NULL,
    hash INTEGER NOT NULL,
    document INTEGER NOT NULL REFERENCES documents (seq),
    PRIMARY KEY (band, hash, document)
) STRICT, WITHOUT ROWID;
CREATE TABLE corrections (
    family INTEGER NOT NULL REFERENCES documents (seq),
    field TEXT NOT NULL,
    value TEXT NOT NULL,
    made_at TEXT NOT NULL,
    PRIMARY KEY (family, field)
) STRICT, WITHOUT ROWID;
CREATE TABLE former_ids (
    id TEXT PRIMARY KEY,
    family INTEGER NOT NULL REFERENCES documents (seq)
) STRICT, WITHOUT ROWID
"""


def _keep_versions(connection: sqlite3.Connection) -> None:
    """Every document is a family of one version; what its words are known by is worked out as for a new one."""
    for statement in _VERSION_TABLES.split(";"):
        connection.execute(statement)
    for (seq,) in connection.execute("SELECT seq FROM documents").fetchall():
        mark_words(connection, seq)


def _keep_references(connection: sqlite3.Connection) -> None:
    connection.execute(
        "CREATE TABLE provision_references (document INTEGER NOT NULL REFERENCES documents (seq),"
        " position INTEGER NOT NULL, start INTEGER NOT NULL, end INTEGER NOT NULL, path TEXT NOT NULL, cited INTEGER,"
        " PRIMARY KEY (document, position)) STRICT, WITHOUT ROWID"
    )


_MARK_TABLES = """
CREATE TABLE table_rows (
    document INTEGER NOT NULL REFERENCES documents (seq),
    position INTEGER NOT NULL,
    number INTEGER NOT NULL,
    start INTEGER NOT NULL,
    end INTEGER NOT NULL,
    header INTEGER NOT NULL,
    PRIMARY KEY (document, position)
) STRICT, WITHOUT ROWID;
CREATE TABLE anchors (
    document INTEGER NOT NULL REFERENCES documents (seq),
    position INTEGER NOT NULL,
    name TEXT NOT NULL,
    start INTEGER NOT NULL,
    PRIMARY KEY (document, position)
) STRICT, WITHOUT ROWID;
ALTER TABLE documents ADD COLUMN saved_from TEXT;
ALTER TABLE passages ADD COLUMN header_start INTEGER;
ALTER TABLE passages ADD COLUMN header_end INTEGER
"""


def _keep_tables_and_anchors(connection: sqlite3.Connection) -> None:
    """Rows of tables by the *number* of their table; the header of the table that a passage stands in."""
    for statement in _MARK_TABLES.split(";"):
        connection.execute(statement)


def _keep_relations(connection: sqlite3.Connection) -> None:
    """What a text says of the documents it cites; both ends are starts of citations, empty for the text itself."""
    connection.execute("CREATE INDEX citations_by_number ON citations (number)")
    connection.execute("CREATE INDEX citations_by_name ON citations (name)")
    connection.execute("CREATE INDEX documents_by_title ON documents (title)")
    connection.execute(
        "CREATE TABLE relations (document INTEGER NOT NULL REFERENCES documents (seq), position INTEGER NOT NULL,"
        " kind TEXT NOT NULL, cited INTEGER, start INTEGER NOT NULL, end INTEGER NOT NULL, clause TEXT, since TEXT,"
        " certainty REAL NOT NULL, subject INTEGER, whole INTEGER NOT NULL,"
        " PRIMARY KEY (document, position)) STRICT, WITHOUT ROWID"
    )


def _keep_ends_of_relations(connection: sqlite3.Connection) -> None:
    """Who speaks of a document, found by its sign or name at once; and what a graph tells of documents, texts aside."""
    connection.execute(
        "CREATE INDEX documents_in_use ON documents"
        " (seq, date, event_date, id, type, number, title, issuer, source, removed_at) WHERE removed_at IS NULL"
    )
    connection.execute(
        "CREATE TABLE relation_ends (named TEXT NOT NULL, acting INTEGER NOT NULL, kind TEXT NOT NULL,"
        " document INTEGER NOT NULL REFERENCES documents (seq), position INTEGER NOT NULL,"
        " PRIMARY KEY (named, acting, kind, document, position)) STRICT, WITHOUT ROWID"
    )
    for (seq,) in connection.execute("SELECT seq FROM documents").fetchall():
        keep_ends(connection, seq)


_SHELF_TABLES = """
CREATE TABLE collections (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL,
    key TEXT NOT NULL UNIQUE,
    made_at TEXT NOT NULL
) STRICT;
CREATE TABLE collection_members (
    collection INTEGER NOT NULL REFERENCES collections (id) ON DELETE CASCADE,
    family INTEGER NOT NULL REFERENCES documents (seq),
    added_at TEXT NOT NULL,
    PRIMARY KEY (collection, family)
) STRICT, WITHOUT ROWID;
CREATE INDEX collection_members_by_family ON collection_members (family);
CREATE TABLE reviews (
    document INTEGER PRIMARY KEY REFERENCES documents (seq),
    reviewed_at TEXT NOT NULL
) STRICT
"""


def _keep_collections_and_reviews(connection: sqlite3.Connection) -> None:
    """Documents lie in collections whatever version of them is in use; a person looks at one text and no other."""
    for statement in _SHELF_TABLES.split(";"):
        connection.execute(statement)


def _keep_groups_of_collections(connection: sqlite3.Connection) -> None:
    """A collection that belongs to groups is seen by them alone."""
    connection.execute(
        "CREATE TABLE collection_groups (collection INTEGER NOT NULL REFERENCES collections (id) ON DELETE CASCADE,"
        " key TEXT NOT NULL, name TEXT NOT NULL, PRIMARY KEY (collection, key)) STRICT, WITHOUT ROWID"
    )


STEPS: tuple[Step, ...] = (
    _create,
    _keep_words,
    _keep_pages_and_findings,
    _keep_versions,
    _keep_references,
    _keep_tables_and_anchors,
    _keep_relations,
    _keep_ends_of_relations,
    _keep_collections_and_reviews,
    _keep_groups_of_collections,
)
SCHEMA_VERSION = len(STEPS)
