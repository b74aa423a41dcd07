"""The address that a page was saved from, as the file itself says it. Nothing is ever fetched from it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import urljoin, urlsplit, urlunsplit

from lxml.etree import _Element as Element

_SAVED_FROM = re.compile(r"<!--\s*saved from url=\(\d{1,6}\)(?P<address>\S{1,2000}?)\s*-->", re.IGNORECASE)
_HEAD = 8192
_LONGEST = 2000
_UNSAFE = re.compile(r"[\s\x00-\x1f\x7f\"'<>\\^`{|}]")


def find_origin(page: str, root: Element, location: str | None = None) -> str | None:
    """The address of *page*, whose elements are *root*, without its fragment; ``None`` where none is sure.

    What the browser wrote when it saved the page is heard first, then what the page calls its own address; of those
    one that leads to a whole site is none.

    Args:
        location: What the file around the page says.
    """
    comment = _SAVED_FROM.search(page[:_HEAD])
    for said in (comment["address"] if comment else None, location):
        if found := _checked(said):
            return found
    return next((found for said in _own_addresses(root) if (found := _checked(said)) and not _is_site(found)), None)


def _own_addresses(root: Element) -> Iterator[str | None]:
    base = next((one.get("href") for one in root.iter("base") if one.get("href")), None)
    for link in root.iter("link"):
        if "canonical" in (link.get("rel") or "").lower().split():
            yield _joined(base, link.get("href"))
    for meta in root.iter("meta"):
        if "og:url" in (meta.get("property"), meta.get("name")):
            yield _joined(base, meta.get("content"))
    if base and not base.endswith("/"):  # else a folder, from which the page's links are meant
        yield base


def _joined(base: str | None, written: str | None) -> str | None:
    try:
        return urljoin(base, written.strip()) if base and written else written
    except ValueError:  # an address that is none
        return None


def _checked(written: str | None) -> str | None:
    """*written* as an address of a page on the web that may be shown and pressed."""
    if not written or len(written) > _LONGEST or _UNSAFE.search(written.strip()):
        return None
    try:
        parts = urlsplit(written.strip())
        wanted = parts.scheme in ("http", "https") and parts.hostname and parts.username is None
    except ValueError:
        return None
    return urlunsplit(parts._replace(fragment="")) if wanted else None


def _is_site(address: str) -> bool:
    parts = urlsplit(address)
    return parts.path in ("", "/") and not parts.query
