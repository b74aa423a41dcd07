"""What a question names or demands and the library does not hold, in words for the reader."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace

from index.finding.aim import says_more
from index.finding.fitting import find_named
from index.finding.holdings import Holdings
from index.naming.conditions import Condition, split_conditions
from index.naming.signs import Target
from index.naming.target_patterns import ENCLOSING_TITLE, MIXED, MIXED_TYPE, TYPES_OF_CODES
from index.naming.typed import read_typed
from index.query import Query
from ingest.addresses import describe, slug
from ingest.agreeing import find_agreed
from ingest.catalog import read_catalog
from ingest.days import describe_day
from ingest.describe_record import call_record
from ingest.language import tr
from ingest.models import Metadata
from ingest.numbers import parse_number
from ingest.records import Record
from ingest.spelling import fold
from ingest.store import Library
from ingest.store.stock import read_stock

_ADD = "Hãy thêm tệp văn bản: python -m ingest add TỆP"
_NOT_IN_ANY = (
    "Không văn bản nào trong thư viện có {place}. Hãy ghi kèm số ký hiệu văn bản, ví dụ: Điều 3 Quy định 102-QĐ/TW."
)
_NO_PLACE = "{names} không có {place}. Hãy xem các điều, mục của văn bản: python -m ingest show {document}"
_SEVERAL_PLACES = (
    "{name} có {count} nơi là {place}: {each}. "
    "Muốn xem riêng một nơi, hãy ghi rõ, ví dụ: {last} kèm theo {type} số {number}"
)
_NOT_HELD = "Thư viện chưa có nguyên văn {name}{likes}. {which}{add}"
_NOT_HELD_AT = "Thư viện chưa có nguyên văn {name} nên không trích được {places}{likes}. {which}{add}"
_ASK_WHICH = (
    "{type} này ban hành kèm một {enclosed} đánh số điều riêng: hãy hỏi rõ {place} của {type} hay của {enclosed}. "
)


def explain_missing(query: Query, library: Library, holdings: Holdings | None = None) -> tuple[str, ...]:
    """A line for each document or place that *query* names and the library does not hold, with the next step.

    *holdings*, where given, are of the library's present state.
    """
    held = holdings or Holdings(read_stock(library), ())
    titled = [key for _, key in held.find_titled(read_typed(query.typed).bare)]
    lines: list[str] = []
    for target, places in _by_document(query.targets):
        documents = held.find_documents(target) if target.names_document else titled
        if documents:
            meant = [held.place_in(replace(target, place=place), documents) for place in places]
            lines += _explain_places(meant, documents, library, held)
            lines += [line for place in meant for line in _explain_scopes(place, documents, library, held)]
        elif target.names_document:
            lines.append(_explain_document(target, places, held))
        else:
            absent = [place for place in places if not held.find_at(library, place)]
            lines += [tr(_NOT_IN_ANY, place=describe(place)) for place in absent]
    return tuple(dict.fromkeys([*lines, *_explain_types(query, held)]))


def _explain_types(query: Query, held: Holdings) -> Iterator[str]:
    """Of each document that is called a Quy định and is a Quyết định, or the other way round, what it is."""
    for match in MIXED_TYPE.regex.finditer(fold(query.typed)):
        for target in query.targets:
            if target.ordinal != match["ordinal"]:
                continue
            records = [held.records[key] for key in held.find_documents(target)]
            records = records or [one.metadata for one in find_recorded(target)]
            types = {record.type for record in records}
            if len(types) == 1 and (own := types.pop()) and fold(own) in MIXED and fold(own) != match["said"]:
                said = MIXED[match["said"]]
                told = "Câu hỏi gọi là {said} {ordinal}; đúng loại là {type} số {number}."
                yield tr(told, said=said, ordinal=target.ordinal, type=own, number=records[0].number)


def lacks_what_is_named(query: Query, library: Library, held: Holdings) -> bool:
    """Whether the library has nothing of what *query* names: then nothing in it answers.

    Of places none is held; or documents are asked for by their signs and no more, and none is held or cited.
    """
    titled = held.find_titled(read_typed(query.typed).bare)
    placed = [target for target in query.targets if target.place]
    if placed:
        return not any(_find_place(target, [key for _, key in titled], library, held) for target in placed)
    known = any(held.find_documents(target) or held.find_namings(target) for target in query.targets)
    return bool(query.targets) and not known and not says_more(query.typed, [title for title, _ in titled])


def _find_place(target: Target, titled: Sequence[str], library: Library, held: Holdings) -> list[int]:
    documents = held.find_documents(target) if target.names_document else titled
    among = documents if documents or target.names_document else None
    return held.find_at(library, held.place_in(target, documents), among)


def explain_conditions(
    conditions: Iterable[Condition], chosen: Collection[str], held: Holdings, left_out: Collection[str] = ()
) -> tuple[str, ...]:
    """The line that no document meets what must be met; none where one does, or may.

    Args:
        left_out: Ids of documents that do not, for other reasons than their record.
    """
    must, _ = split_conditions(conditions, chosen)
    unfit = {key for one in must for key in held.find_fitting(one, False)} | held.records.keys() & set(left_out)
    if not must or len(unfit) < len(held.records) or not held.records:
        return ()
    words = "; ".join(condition.words for condition in must)
    said = "Không có văn bản nào trong thư viện thỏa điều kiện: {words}. Hãy bỏ bớt điều kiện rồi hỏi lại."
    return (tr(said, words=words),)


def _by_document(targets: Sequence[Target]) -> list[tuple[Target, list[str]]]:
    """Each document once, with the places named in it."""
    grouped: dict[Target, list[str]] = {}
    for target in targets:
        places = grouped.setdefault(replace(target, place=""), [])
        if target.place:
            places.append(target.place)
    return list(grouped.items())


def _explain_places(places: Iterable[str], documents: Sequence[str], library: Library, held: Holdings) -> list[str]:
    """Of *places* that none of the held *documents* has."""
    records = [held.records[key] for key in documents]
    names = tr(" và ").join(name_with_day(one) if held.shares_sign(one) else one.name for one in records)
    return [
        tr(_NO_PLACE, names=names, place=describe(place), document=documents[0])
        for place in places
        if not held.find_at(library, place, documents)
    ]


def _explain_scopes(place: str, documents: Sequence[str], library: Library, held: Holdings) -> Iterator[str]:
    """Of each of *documents* in which both itself and a text that it encloses have the *place*: how to ask for one."""
    for document in documents:
        scopes = held.read_standings(library).find_scopes(place, document)
        if len(scopes) < 2:
            continue
        record = held.records[document]
        own = slug(record.type) if record.type else ""
        each = [describe(f"{scope or own}.{place}" if scope or own else place) for scope in scopes]
        own_sign = {"type": record.type, "number": record.number}
        told = {"name": record.name, "place": describe(place), "each": "; ".join(each), "last": each[-1]}
        yield tr(_SEVERAL_PLACES, count=len(each), **told, **own_sign)


def _explain_document(target: Target, places: Sequence[str], held: Holdings) -> str:
    which = _ask_which(target, [place for place in places if place.startswith("dieu-")])
    told = {"name": name_document(target, held), "likes": _name_likes(target, held), "which": which, "add": tr(_ADD)}
    return tr(_NOT_HELD_AT, places=", ".join(map(describe, places)), **told) if places else tr(_NOT_HELD, **told)


def _ask_which(target: Target, articles: Sequence[str]) -> str:
    """Of a document that encloses a text of another type: that its articles may be of either."""
    records = find_recorded(target)
    match = ENCLOSING_TITLE.regex.search(fold(records[0].title)) if len(records) == 1 and articles else None
    if match is None:
        return ""
    own, enclosed = records[0].type, records[0].title[slice(*match.span("type"))]
    return tr(_ASK_WHICH, type=own, enclosed=enclosed, place=describe(articles[0]))


def _name_likes(target: Target, held: Holdings) -> str:
    """What is held, or else known, of the same sign and another time."""
    if (
        find_recorded(target)
        or target.ordinal is None
        or not (target.year or target.date or target.term or target.issuer)
    ):
        return ""
    timeless = replace(target, year=None, date=None, term=None, name=None, issuer=None)
    if documents := held.find_documents(timeless):
        names = tr(" và ").join(name_with_day(held.records[key]) for key in documents)
        return tr("; trong thư viện có {names}", names=names)
    return tr("; trong danh mục có {names}", names=name_document(timeless, held)) if find_recorded(timeless) else ""


def name_with_day(record: Metadata) -> str:
    """Its name, with the day of issue after the sign: two documents may share one."""
    day = tr("ngày {day}", day=describe_day(record.date)) if record.date else f"({tr('không rõ ngày')})"
    sign = f"số {record.number}"  # vi: of a name
    return record.label.replace(sign, f"{sign} {day}", 1) if record.number else record.label


def name_document(target: Target, held: Holdings) -> str:
    """What to call a document that is not held: as the catalogue has it, as the library cites it, or as typed."""
    records = find_recorded(target)
    if records and not all(record.metadata.number and record.metadata.date for record in records):
        return tr(" hoặc ").join(map(call_record, records))
    if records:
        return _name_records(records)
    named = [one for one in held.find_namings(target) if one.number]
    number, kind, day = (find_agreed(getattr(one, fact) for one in named) for fact in ("number", "type", "date"))
    if number is None:
        return _as_typed(target)
    if target.issuer:
        kind = day = None  # those that are cited may be another's of the same sign
    if not target.body:
        parts = parse_number(number)
        target = replace(target, ordinal=parts.ordinal, kind=parts.kind or target.kind, body=parts.body)
    return _as_typed(replace(target, date=target.date or day), kind)


def _name_records(records: Sequence[Record]) -> str:
    """Each sign once, with the days on which it was borne."""
    days: dict[str, list[str]] = {}
    for record in records:
        sign = f"{record.type} số {record.number}"  # vi: a name
        days.setdefault(sign, []).append(tr("ngày {day}", day=describe_day(record.date)))
    either = tr(" hoặc ")
    return either.join(f"{sign} {either.join(dict.fromkeys(on))}" for sign, on in days.items())


def find_recorded(target: Target) -> list[Record]:
    """The records of the catalogue that *target* names; a number without a body is the centre's, where it has one."""
    catalog = dict(enumerate(read_catalog()))
    known = {str(i): Metadata(type=one.type, number=one.number, date=one.date) for i, one in catalog.items()}
    found = [catalog[int(key)] for key in find_named(target, known)]
    central = [one for one in found if one.number.endswith("/TW")]
    return found if target.body or not central else central


def _as_typed(target: Target, kind: str | None = None) -> str:
    """As its question names it; by the type *kind* where that is known, else by the one that its code may mean."""
    words = [target.name or kind or TYPES_OF_CODES.get(target.kind or "") or tr("văn bản", count=1)]
    if target.ordinal and not target.name:
        words.append(f"số {_sign(target)}")  # vi: of a name
    if target.date:
        words.append(tr("ngày {day}", day=describe_day(target.date)))
    elif target.year and f"/{target.year}/" not in words[-1]:
        words.append(tr("năm {year}", year=target.year))
    if target.term and not target.name:
        words.append(f"khóa {target.term}")  # vi: of a name
    if target.issuer:
        words.append(tr("của {issuer}", issuer=target.issuer.words))
    return " ".join(words)


def _sign(target: Target) -> str:
    first = f"{target.ordinal or ''}{target.mark}"
    if not target.body:
        return first
    parts = [first, *([str(target.year)] if target.year and target.year_in_sign else [])]
    ending = "-".join(part for part in (target.kind, target.body) if part)
    try:
        return str(parse_number("/".join([*parts, ending])))
    except ValueError:
        return "/".join([*parts, ending])
