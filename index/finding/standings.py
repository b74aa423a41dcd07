"""What stands where in the library: the passages at a place that a question names."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping

from index.finding.standing import cut_steps, lies_at, other_forms, read_path
from index.naming.place_patterns import ENCLOSED_TEXTS
from ingest.addresses import find_enclosure
from ingest.models import Metadata
from ingest.store.stock import Standing

_TYPE_STEPS = {name.capitalize(): step for name, step in ENCLOSED_TEXTS.items()}
_MIXED = {"quy-dinh": "quyet-dinh", "quyet-dinh": "quy-dinh"}


class Standings:
    """The passages of one state of the library, by the steps of the paths to them."""

    def __init__(self, standings: Iterable[Standing], records: Mapping[str, Metadata]) -> None:
        self._by_step: dict[str, list[tuple[tuple[str, ...], Standing]]] = defaultdict(list)
        for one in standings:
            path = _find_path(one, records[one.document_id])
            for step in set(path):
                self._by_step[step].append((path, one))

    def find_at(self, place: str, documents: Collection[str] | None = None) -> list[int]:
        """Ids of the passages at *place* and below it, in the order of the text; of *documents*, else of all."""
        return [one.passage_id for one in self._find(place, documents)]

    def find_scopes(self, place: str, document: str) -> list[str]:
        """Which texts of *document* have the *place*: itself (``""``), texts it encloses (``"quy-che"``), in order."""
        return list(dict.fromkeys(find_enclosure(one.address) or "" for one in self._find(place, [document])))

    def _find(self, place: str, documents: Collection[str] | None) -> list[Standing]:
        """People mix Quy định and Quyết định: where the one has no such place, that of the other is meant."""
        root, dot, rest = place.partition(".")
        among = None if documents is None else frozenset(documents)
        found = self._look_up(place, among)
        return found or (self._look_up(_MIXED[root] + dot + rest, among) if root in _MIXED else [])

    def _look_up(self, place: str, among: frozenset[str] | None) -> list[Standing]:
        near = (pair for form in sorted(other_forms(cut_steps(place)[0])) for pair in self._by_step.get(form, ()))
        found = {
            one.passage_id: one
            for path, one in near
            if (among is None or one.document_id in among) and lies_at(path, place)
        }
        return [one for _, one in sorted(found.items())]


def _find_path(one: Standing, record: Metadata) -> tuple[str, ...]:
    """The steps to a passage; in a document that is a Quy chế or the like itself, below its type."""
    path, own = read_path(one.address, one.headings), _TYPE_STEPS.get(record.type or "")
    return path if own is None or find_enclosure(one.address) else (own, *path)
