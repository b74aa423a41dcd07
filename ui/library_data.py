"""What the page Thư viện asks of the library and does to it: each act says what was done and how to undo it."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

import streamlit as st

from index.settings import Settings
from ingest.accounts.file import open_accounts
from ingest.corrections import read_correction
from ingest.errors import AppError, NotHeldError
from ingest.language import tr
from ingest.review import FIELD_LABELS
from ingest.safekeeping.sizes import Sizes, measure
from ingest.store import Backup, Collection, Correction, Held, library_folder, open_library
from ingest.store.inventory import Counts, Item, count_held, take_inventory
from ui.visitor import changing, load_settings, open_held

KEPT_DAYS = 30
"""A removed document is listed with so many days to bring it back; nothing goes away by itself after them."""


@dataclass(frozen=True, slots=True)
class Holdings:
    """What the page shows of the library."""

    items: tuple[Item, ...]
    counts: Counts
    collections: tuple[Collection, ...]
    removed: tuple[Held, ...]
    last_backup: Backup | None


@dataclass(frozen=True, slots=True)
class Told:
    """What an act did.

    Attributes:
        undo: Does it back; ``None`` where there is nothing to undo.
        now: What a document is called from now on: its id before -> its id after.
    """

    words: str
    undo: Callable[[], Told] | None = None
    now: tuple[str, str] | None = None


def read_holdings() -> Holdings:
    """The library as it is now."""
    settings = load_settings()
    with open_library(settings.home, settings.sight) as library:
        items, counts = _read_items(settings, f"{library.state} {library.arrangement}")
        return Holdings(
            items,
            counts,
            tuple(library.collections.list_all()),
            tuple(sorted(library.versions.removed(), key=lambda one: one.removed_at or "", reverse=True)),
            library.last_backup.find(),
        )


@st.cache_resource(max_entries=8, show_spinner=False)
def _read_items(settings: Settings, state: str) -> tuple[tuple[Item, ...], Counts]:  # noqa: ARG001 -- of another state anew
    with open_library(settings.home, settings.sight) as library:
        return tuple(take_inventory(library)), count_held(library)


def measure_home() -> Sizes:
    """Room that the library takes."""
    return measure(library_folder())


def count_days_left(removed_at: str, today: datetime.date) -> int:
    """Of the days to bring a removed document back; 0 and less when they are over."""
    return KEPT_DAYS - (today - read_moment(removed_at).date()).days


def read_moment(moment: str) -> datetime.datetime:
    """UTC in ISO 8601 -> the time of this machine."""
    return datetime.datetime.fromisoformat(moment).astimezone()


# --- documents -------------------------------------------------------------------------------------------


def remove_documents(document_ids: Sequence[str]) -> Told:
    """Take documents out of use."""
    gone: list[str] = []
    with changing("remove", document_ids) as library:
        for one in document_ids:
            try:
                library.remove(one)
                gone.append(one)
            except NotHeldError:  # removed meanwhile, in another tab or by somebody else: the others go all the same
                if one == document_ids[-1] and not gone:
                    raise
    return Told(
        tr("Đã bỏ {count} văn bản khỏi thư viện. Trong 30 ngày, khôi phục ở mục Đã bỏ.", count=len(gone)),
        lambda: restore_documents(gone),
    )


def restore_documents(document_ids: Sequence[str]) -> Told:
    """Bring removed documents back into use."""
    with changing("restore", document_ids) as library:
        for one in document_ids:
            library.versions.restore(one)
    return Told(tr("Đã khôi phục {count} văn bản.", count=len(document_ids)))


def list_corrections(document_id: str) -> list[Correction]:
    """What persons corrected in the record of a document in use."""
    with open_held() as library:
        return library.corrections.list_of(document_id)


def correct_record(document_id: str, typed: Mapping[str, str]) -> Told:
    """Take what was *typed* of the fields of a record for right.

    Raises:
        UsageError: If something typed cannot be a value of its field.
    """
    return _change_record(document_id, {field: read_correction(field, words) for field, words in typed.items()}, ())


def undo_correction(document_id: str, field: str) -> Told:
    """The field is again as the program read it."""
    return _change_record(document_id, {}, (field,))


def _change_record(document_id: str, values: Mapping[str, object], undone: Iterable[str]) -> Told:
    with changing("correct", [document_id]) as library:
        before = {one.field: one.value for one in library.corrections.list_of(document_id)}
        now = library.corrections.correct(document_id, values, tuple(undone))
    fields = [*values, *undone]
    again = {field: before[field] for field in fields if field in before}
    names = ", ".join(tr(FIELD_LABELS[field]) for field in fields)
    return Told(
        tr("Đã sửa hồ sơ: {names}.", names=names),
        lambda: _change_record(now, again, [field for field in fields if field not in before]),
        (document_id, now),
    )


def confirm_record(document_id: str) -> Told:
    """A person has looked at it: all is right."""
    with changing("review", [document_id]) as library:
        library.reviews.confirm(document_id)
    return Told(tr("Đã ghi nhận: đã xem, đúng cả."), lambda: _take_back(document_id))


def _take_back(document_id: str) -> Told:
    with changing("review", [document_id]) as library:
        library.reviews.take_back(document_id)
    return Told(tr("Văn bản lại cần xem như trước."))


# --- collections -----------------------------------------------------------------------------------------


def put_into_collections(item: Item, names: Sequence[str]) -> Told:
    """Let a document lie in these collections, and no longer in the others that it was shown in; new ones are made.

    Where it was laid meanwhile, in another tab or by somebody else, it stays.
    """
    new = [one for one in names if one not in item.collections]
    return _lay(item.id, new, [one for one in item.collections if one not in names])


def _lay(document_id: str, into: Sequence[str], out_of: Sequence[str]) -> Told:
    with changing("collection", [document_id], [*into, *out_of]) as library:
        before = library.collections.names_of(document_id)
        now = library.collections.lay(document_id, into, out_of)
    said = ", ".join(now) or tr("không bộ nào")
    left, new = [one for one in before if one not in now], [one for one in now if one not in before]
    return Told(tr("Văn bản nay thuộc bộ sưu tập: {names}.", names=said), lambda: _lay(document_id, left, new))


def add_to_collection(name: str, document_ids: Sequence[str]) -> Told:
    """Lay documents into a collection, which is made where it is not there."""
    with changing("collection", document_ids, [name]) as library:
        kept = library.collections.find_name(name) or library.collections.create(name)
        held = set(library.collections.list_documents(kept))
        new = [one for one in document_ids if one not in held]
        library.collections.add(kept, new)
    return Told(
        tr("Đã xếp thêm {count} văn bản vào “{name}”.", count=len(new), name=kept), lambda: _take_out(kept, new)
    )


def _take_out(name: str, document_ids: Sequence[str]) -> Told:
    with changing("collection", document_ids, [name]) as library:
        library.collections.take_out(name, document_ids)
    return Told(tr("Đã lấy {count} văn bản ra khỏi “{name}”.", count=len(document_ids), name=name))


def create_collection(name: str) -> Told:
    """Make an empty collection."""
    with changing("collection", shelves=[name]) as library:
        kept = library.collections.create(name)
    return Told(tr("Đã tạo bộ sưu tập “{name}”. Hãy chọn văn bản ở mục Văn bản rồi xếp vào.", name=kept))


def rename_collection(name: str, new: str) -> Told:
    """Call a collection otherwise."""
    with changing("collection", shelves=[name, new]) as library:
        kept = library.collections.rename(name, new)
    return Told(tr("Bộ sưu tập nay tên là “{name}”.", name=kept), lambda: rename_collection(kept, name))


def remove_collection(name: str) -> Told:
    """Forget a collection, and no document."""
    with changing("collection", shelves=[name]) as library:
        members = library.collections.remove(name)
    return Told(
        tr("Đã xóa bộ sưu tập “{name}”; văn bản trong đó vẫn còn.", name=name), lambda: _make_again(name, members)
    )


def list_groups(name: str) -> tuple[list[str], list[str]]:
    """The groups that alone see a collection, and all groups there are."""
    with open_held() as library:
        own = library.collections.groups_of(name)
    with open_accounts(library_folder()) as accounts:
        return own, sorted({*own, *accounts.list_groups()})


def give_collection(name: str, groups: Sequence[str]) -> Told:
    """Let a collection be seen by persons of these groups alone; by everybody where there are none."""
    with changing("restrict", shelves=[name], role="administrator") as library:
        before = library.collections.groups_of(name)
        kept = library.collections.give_to(name, groups)
    if kept:
        words = tr("Bộ sưu tập “{name}” nay chỉ dành cho: {groups}.", name=name, groups=", ".join(kept))
    else:
        words = tr("Bộ sưu tập “{name}” nay ai cũng thấy.", name=name)
    return Told(words, lambda: give_collection(name, before))


def _make_again(name: str, members: Sequence[str]) -> Told:
    with changing("collection", members, [name]) as library:
        library.collections.create(name, members)
    return Told(tr("Bộ sưu tập “{name}” lại như trước.", name=name))


def attempt(do: Callable[[], Told]) -> Told | AppError:
    """What *do* did, or why it could not."""
    try:
        return do()
    except AppError as error:
        return error
