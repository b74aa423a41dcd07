"""Library -> index: embed what is new, count the words, replace the old index in one step."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from index.digests.vectors import find_lacking
from index.encode import Encoder, model_fingerprint
from index.segment import words_fingerprint
from index.settings import Settings
from ingest.errors import ForeignIndexError, LibraryError, MissingIndexError
from ingest.language import tr
from ingest.passage_text import context, hash_text
from ingest.safekeeping.index_sums import find_changed
from ingest.store import Library, open_library
from ingest.system import explain

if TYPE_CHECKING:
    from index.local_index import Manifest

Progress = Callable[[str, int, int], None]
"""Called with the step in words, what is done, and of how many."""

_NOT_WRITTEN = (
    "Không ghi được chỉ mục vào {folder} ({reason}). "
    "Hãy giải phóng chỗ trống hoặc cấp quyền ghi rồi chạy lại: python -m index build. Chỉ mục cũ vẫn dùng được."
)
_KEPT_AT_ONCE = 64  # passages embedded between two commits: a killed build loses no more
_TOLD_AFTER = 200  # passages cut into words likewise


@dataclass(frozen=True, slots=True)
class BuildReport:
    """What a build did.

    Attributes:
        built: Whether anything had to be done.
        embedded: Passages embedded now; the others were embedded before.
    """

    built: bool
    documents: int
    passages: int
    embedded: int
    seconds: float


def needs_build(settings: Settings) -> bool:
    """Whether the library has changed since the index was built, or the index is of another model or format.

    Cheap: only the manifest is read, so other damage is not seen here.
    """
    from index.local_index import read_manifest

    with open_library(settings.home, settings.sight) as library:
        try:
            manifest = read_manifest(settings.index_folder)
        except (MissingIndexError, ForeignIndexError):
            return True
        return not _is_current(manifest, library, settings)


def build_index(settings: Settings, progress: Progress, encoder: Encoder | None = None) -> BuildReport:
    """Build the index of the library in ``settings.home`` where it is not current, or damaged.

    Until the last step the old index serves. Vectors are kept as they are made: a build that was stopped goes on
    where it was. The model is loaded only when something is to embed; *encoder* is used instead where given.

    Raises:
        LibraryError: If the disk is full or cannot be written.
        ModelError: If the model cannot be loaded.
    """
    from filelock import FileLock

    started = time.monotonic()
    try:
        settings.index_folder.mkdir(parents=True, exist_ok=True)
        with FileLock(settings.index_folder / "build.lock"), open_library(settings.home, settings.sight) as library:
            report = _build_if_needed(settings, library, progress, encoder)
    except OSError as error:
        raise LibraryError(tr(_NOT_WRITTEN, folder=settings.index_folder, reason=explain(error))) from error
    return BuildReport(*report, seconds=time.monotonic() - started)


def _build_if_needed(
    settings: Settings, library: Library, progress: Progress, encoder: Encoder | None
) -> tuple[bool, int, int, int]:
    from index.local_index import LocalIndex, save_index, sweep

    sweep(settings.index_folder)
    if not needs_build(settings) and _is_whole(settings):
        held = library.documents()
        return False, len(held), sum(1 for _ in library.passages()), 0
    manifest, texts = _take_stock(settings, library)
    digests = find_lacking(library, manifest.model)  # only to be kept: no row of the index is theirs
    hashes = [hash_text(text) for text in texts]
    wanted = dict(zip(hashes, texts, strict=True)) | {hash_text(text): text for text in digests}
    vectors, embedded = _embed(settings, library, wanted, progress, encoder)
    rows = np.vstack([vectors[key] for key in hashes]) if hashes else np.empty((0, 1), dtype=np.float32)
    tokens = _tokenize(library, hashes, texts, progress)
    save_index(LocalIndex.build(manifest, tokens, rows), settings.index_folder)
    embedded -= len(digests)
    return True, len(manifest.documents), len(texts), embedded


def _is_whole(settings: Settings) -> bool:
    from index.local_index import current_build, load_index

    try:
        load_index(settings.index_folder)
        return not find_changed(current_build(settings.index_folder))  # bytes that load and say something else
    except (MissingIndexError, ForeignIndexError):
        return False


def _take_stock(settings: Settings, library: Library) -> tuple[Manifest, list[str]]:
    """What is to be indexed, and the text of every passage of it: read once, as others may add and remove."""
    from index.local_index import INDEX_FORMAT, Manifest

    generation = library.generation  # read first: what comes after belongs to a later build
    documents = {held.id: held for held in library.documents()}
    pairs = [(number, p) for number, p in library.passages() if p.document_id in documents]
    manifest = Manifest(
        INDEX_FORMAT,
        library.id,
        model_fingerprint(settings.model),
        generation,
        tuple(held.seq for held in documents.values()),
        tuple(number for number, _ in pairs),
        library.hidden,
    )
    return manifest, [context(passage, documents[passage.document_id].metadata) for _, passage in pairs]


def _embed(
    settings: Settings, library: Library, texts: Mapping[str, str], progress: Progress, encoder: Encoder | None
) -> tuple[dict[str, NDArray[np.float32]], int]:
    """The vector ``(dim,)`` of each of *texts*, which are given by their hashes, and how many of them were new."""
    model = model_fingerprint(settings.model)
    known = library.embeddings.find(model, texts)
    keys = sorted(texts.keys() - known.keys(), key=lambda key: (len(texts[key]), key))
    if keys:
        encoder = encoder or _open(settings, progress)
    for start in range(0, len(keys), _KEPT_AT_ONCE):
        chunk = keys[start : start + _KEPT_AT_ONCE]
        rows = encoder.encode_passages([texts[key] for key in chunk]) if encoder else ()
        vectors = [(key, np.asarray(row, dtype="<f4").tobytes()) for key, row in zip(chunk, rows, strict=True)]
        library.embeddings.keep(model, vectors)
        known.update(vectors)
        progress("Đang phân tích nghĩa các đoạn", start + len(chunk), len(keys))
    return {key: np.frombuffer(vector, dtype="<f4") for key, vector in known.items()}, len(keys)


def _tokenize(
    library: Library, hashes: Sequence[str], texts: Sequence[str], progress: Progress
) -> list[dict[str, list[str]]]:
    """The tokens of *texts* in their order; only those whose *hashes* are new are cut into words."""
    from index.lexical import tokenize_passage

    segmenter = words_fingerprint()
    known = library.words.find(segmenter, hashes)
    tokens: list[dict[str, list[str]]] = []
    new: dict[str, bytes] = {}
    for done, (key, text) in enumerate(zip(hashes, texts, strict=True), 1):
        tokens.append(tokenize_passage(text, known[key].decode().split() if key in known else None))
        if key not in known:
            new[key] = known[key] = " ".join(tokens[-1]["words"]).encode()
        if done % _TOLD_AFTER == 0 or done == len(texts):
            library.words.keep(segmenter, new.items())
            new.clear()
            progress("Đang tách từ", done, len(texts))
    return tokens


def _open(settings: Settings, progress: Progress) -> Encoder:
    from index.encode import open_encoder

    progress("Đang mở mô hình", 0, 1)
    encoder = open_encoder(settings.model)
    progress("Đang mở mô hình", 1, 1)
    return encoder


def _is_current(manifest: Manifest, library: Library, settings: Settings) -> bool:
    model = model_fingerprint(settings.model)
    built_of = manifest.library, manifest.model, manifest.generation, manifest.hidden
    now = library.id, model, library.generation, library.hidden
    return built_of == now and not find_lacking(library, model)
