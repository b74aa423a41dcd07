"""From the mention of a provision to its address in a document."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator

from ingest.addresses import find_enclosure
from ingest.citing.around import roman_term
from ingest.mentions import Reference
from ingest.models import Document
from ingest.patterns.provisions import ANNEX, UNITS

_REPEATED = re.compile(r"-lan-\d+$")  # where numbering repeats itself, an address says the which time it is
_THIS = "-nay"
_OWN_UNITS = tuple(f"{unit}-" for unit in UNITS if unit != ANNEX)
_SMALL = ("tiet-", "diem-", "khoan-")
# Units that addresses of documents without articles leave unnamed: "mục II" is "II", "điểm 2" is "2".
_UNNAMED = ("phan", "muc", "khoan", "diem", "tiet")


def resolve_internal(reference: Reference, document: Document) -> str | None:
    """The address of what *reference* mentions in the *document* that holds it; for many, keep a :class:`Places`.

    ``""`` is the document itself; ``None`` where the provision is another document's, or not surely to be found.
    """
    return Places(document).resolve(reference)


class Places:
    """The addresses of one document, ready to be looked up."""

    def __init__(self, document: Document) -> None:
        self._roots = {root.address for root in document.tree}
        nodes = list(document.walk())
        self._starts = [node.start for node in nodes]
        self._addresses = [node.address for node in nodes]
        self._by_step: dict[str, list[str]] = defaultdict(list)
        for node in nodes:
            self._by_step[_REPEATED.sub("", node.address.rpartition(".")[2])].append(node.address)

    def resolve(self, reference: Reference) -> str | None:
        """As :func:`resolve_internal`."""
        if reference.cited is not None:
            return None
        last = bisect_right(self._starts, reference.start) - 1  # in the order of the text: the innermost that began
        return self.find(reference.path, self._addresses[last] if last >= 0 else "")

    def find(self, path: str, here: str = "") -> str | None:
        """The address that *path* means when said at the address *here*; ``None`` where none surely fits."""
        first, _, rest = path.partition(".")
        if not first.endswith(_THIS):
            enclosed = self._enclosure(first)
            return self._find_best(path.split("."), here, enclosed) if rest or not enclosed else enclosed
        if rest.startswith(f"{ANNEX}-"):
            return self.find(rest, here)  # a text of its own beside any that is enclosed
        scope = self._find_this(first.removesuffix(_THIS), here)
        return scope if scope is None or not rest else self._find_best(rest.split("."), here, scope)

    def find_named(self, path: str) -> tuple[str, ...]:
        """The addresses that *path* may mean when said in another document.

        Of an instrument and the text that it encloses each has its own "Điều 1": which is meant the words leave open.
        """
        steps = path.split(".")
        if self._enclosure(steps[0]):
            return tuple(address for address in (self.find(path),) if address)
        groups: dict[str | None, list[str]] = defaultdict(list)
        for address in self._find_fitting(steps):
            groups[find_enclosure(address)].append(address)
        return tuple(found for group in groups.values() if (found := _find_highest(group)))

    def _find_fitting(self, steps: list[str], within: str = "") -> Iterator[str]:
        """Every address below *within* that has all of *steps* and ends with the last."""
        for name in _names(steps[-1]) if steps else ():
            for address in self._by_step.get(name, ()):
                if address.startswith(within) and _are_among(steps, address[len(within) :].split(".")):
                    yield address

    def _enclosure(self, step: str) -> str:
        return step if step in self._roots and not step.startswith(_OWN_UNITS) else ""

    def _find_this(self, kind: str, here: str) -> str | None:
        """The unit around *here* that is called "this", or the enclosed text or the document that is."""
        if kind not in UNITS:
            return kind if kind in self._roots else ""
        steps = here.split(".")
        last = max((i for i, step in enumerate(steps) if step.startswith(f"{kind}-")), default=None)
        return None if last is None else ".".join(steps[: last + 1])

    def _find_best(self, steps: list[str], here: str, scope: str) -> str | None:
        """Of the provisions that fit, the one nearest to *here*; of those the highest; ``None`` of two."""
        around = here.split(".")
        within = f"{scope}." if scope else ""
        steps = steps[1:] if steps[0] == scope else steps
        ranked = sorted(
            (-_count_common(address.split("."), around), address.count("."), address)
            for address in self._find_fitting(steps, within)
        )
        if steps and steps[0].startswith(_SMALL) and not scope:
            ranked = [one for one in ranked if -one[0] > _article_depth(around)]
        if not ranked or (len(ranked) > 1 and ranked[0][:2] == ranked[1][:2]):
            return None
        return ranked[0][2]


def _find_highest(addresses: list[str]) -> str | None:
    """The one nearest to the root; ``None`` of two."""
    depths = sorted((address.count("."), address) for address in addresses)
    return None if len(depths) > 1 and depths[0][0] == depths[1][0] else depths[0][1]


def _article_depth(around: list[str]) -> int:
    """Index of the step that a clause named alone must share: its article, else its top section."""
    return next((i for i, step in enumerate(around) if step.startswith("dieu-")), 0)


def _count_common(a: list[str], b: list[str]) -> int:
    return next((i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))


def _are_among(wanted: list[str], steps: list[str]) -> bool:
    left = (_REPEATED.sub("", step) for step in steps)
    return all(any(step in names for step in left) for names in map(_names, wanted))


def _names(wanted: str) -> set[str]:
    """The steps that may stand in an address for *wanted*."""
    kind, _, value = wanted.rpartition("-") if wanted.startswith("tieu-muc-") else wanted.partition("-")
    names = {wanted, *([value] if kind in _UNNAMED else [])}
    return names | ({f"chuong-{roman_term(value)}"} if kind == "chuong" and value.isdigit() else set())
