"""Open the index of a library: the one of who asks, and no other."""

from __future__ import annotations

from index.encode import model_fingerprint
from index.local_index import LocalIndex, load_index
from index.settings import Settings
from ingest.errors import ForeignIndexError
from ingest.language import tr
from ingest.store import Library, open_library


def open_index(settings: Settings) -> LocalIndex:
    """The current index, of this library and this model.

    Raises:
        MissingIndexError: If nothing was built.
        ForeignIndexError: If the index is of another library, model or format.
    """
    folder = settings.index_folder
    try:
        index = load_index(folder)
    except ForeignIndexError:
        index = load_index(folder)  # again: a build that ended meanwhile took the one being read away
    with open_library(settings.home, settings.sight) as library:
        if index.manifest.library != library.id:
            raise ForeignIndexError(folder, tr("thuộc thư viện khác"))
        check_sight(index, library)
    if index.manifest.model != model_fingerprint(settings.model):
        raise ForeignIndexError(folder, tr("được lập bằng mô hình khác"))
    return index


def check_sight(index: LocalIndex, library: Library) -> None:
    """Refuse an index that was built of more, or of less, than who opened *library* may see.

    Raises:
        ForeignIndexError: If it was.
    """
    if index.manifest.hidden != library.hidden:
        raise ForeignIndexError(library.folder, tr("những gì được xem vừa thay đổi, chỉ mục đang được lập lại"))
