"""A later version of a law, with known edits: what the measurement of aligning is made on."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from random import Random

from bench.law_lines import Item

_EXCHANGED = (
    ("quy định của pháp luật", "pháp luật hiện hành"),
    ("có trách nhiệm", "phải"),
    ("thực hiện", "tiến hành"),
    ("bảo đảm", "đảm bảo"),
    ("cơ quan, tổ chức, cá nhân", "các bên liên quan"),
    ("tổ chức, cá nhân", "mọi chủ thể"),
    ("cơ quan nhà nước có thẩm quyền", "cấp có thẩm quyền"),
    ("trong thời hạn", "chậm nhất là"),
    ("kể từ ngày", "tính từ ngày"),
    ("được quyền", "có quyền"),
    ("hướng dẫn", "chỉ dẫn"),
    ("trường hợp", "khi"),
    ("và", "cùng"),
    ("của", "thuộc"),
    ("không được", "bị cấm"),
    ("theo", "căn cứ"),
    ("phải", "cần"),
)
_RESPELLED = (("hóa", "hoá"), ("hòa", "hoà"), ("khóa", "khoá"), ("tòa", "toà"), ("ủy", "uỷ"), ("thỏa", "thoả"))


@dataclass
class Editor:
    """Makes the later version of a law.

    Attributes:
        scale: How often whatever is done, beside a plain revision of a law.
        foreign: Articles of other laws: what is put in is taken from them.
    """

    random: Random
    foreign: Sequence[Item]
    scale: float = 1
    made: int = 0
    syllables: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.syllables = [word for item in self.foreign[:200] for word in item.words.split()]

    def revise(self, articles: Sequence[Item]) -> list[Item]:
        """The later version: every edit that can be made, at random places."""
        revised = [self._revise_clauses(article) for article in articles]
        revised = self._exchange_clauses(revised)
        revised = [article for article in revised if self._spares(0.05)]
        revised = [part for article in revised for part in self._split(article)]
        revised = self._merge(revised)
        revised = self._move(revised, 0.04)
        return [one for article in revised for one in (article, *self._bring_article(article.chapter))]

    def _bring_article(self, chapter: str) -> list[Item]:
        return [replace(article, chapter=chapter) for article in self._bring(0.05, self._make_article)]

    def _spares(self, rate: float) -> bool:
        return self.random.random() >= rate * self.scale

    def _bring(self, rate: float, make: Callable[[], Item]) -> list[Item]:
        return [] if self._spares(rate) else [make()]

    def _name(self) -> str:
        self.made += 1
        return f"new:{self.made}"

    def _make_article(self) -> Item:
        return self._copy(self.random.choice([item for item in self.foreign if len(item.below) > 1]))

    def _make_clause(self) -> Item:
        article = self.random.choice([item for item in self.foreign if any(b.level == "clause" for b in item.below)])
        return self._copy(self.random.choice([item for item in article.below if item.level == "clause"]))

    def _copy(self, item: Item) -> Item:
        return replace(item, name=self._name(), below=tuple(map(self._copy, item.below)))

    def _revise_clauses(self, article: Item) -> Item:
        below: list[Item] = []
        many = sum(item.level == "clause" for item in article.below) > 2
        for item in article.below:
            if item.level == "clause" and many and not self._spares(0.05):
                continue
            below.append(self._revise_words(item))
            below += self._bring(0.04 if item.level == "clause" else 0, self._make_clause)
        head = article
        if not self._spares(0.06):
            words = (
                f"{self.random.choice(('Quy định về', 'Việc', 'Nội dung'))} {article.words.lower()} trong tình hình mới"
            )
            head = replace(article, words=words)
        return replace(head, below=tuple(self._move(below, 0.03)))

    def _revise_words(self, item: Item) -> Item:
        below = tuple(self._revise_words(one) for one in item.below if len(item.below) < 3 or self._spares(0.04))
        words, chance = item.words, self.random.random() / self.scale
        if chance < 0.05:
            words = self._rewrite(words)
        elif chance < 0.22:
            words = self._alter(words)
        elif chance < 0.30:
            words = _respell(words)
        return replace(item, words=words, below=below, rewritten=chance < 0.05)

    def _alter(self, words: str) -> str:
        """One to three words left out, put in, or exchanged."""
        parts = words.split()
        for _ in range(self.random.randint(1, 3)):
            at = self.random.randrange(max(1, len(parts)))
            fresh = self.random.choice(self.syllables)
            parts[at : at + self.random.randint(0, 1)] = self.random.choice(([fresh], [fresh], []))
        return " ".join(parts) or words

    def _rewrite(self, words: str) -> str:
        """The matter is the same, much of the wording is not: phrases change places, every third word is another."""
        for old, new in _EXCHANGED:
            words = re.sub(rf"\b{old}\b", new, words)
        phrases = re.split(r"(?<=[,;]) ", words.rstrip(";."))
        turn = self.random.randrange(len(phrases))
        parts = " ".join((*phrases[turn:], *phrases[:turn])).split()
        kept = []
        for part in parts:
            chance = self.random.random()
            kept += [] if chance < 0.15 else [self.random.choice(self.syllables)] if chance < 0.33 else [part]
        return " ".join(kept) or words

    def _move(self, items: Sequence[Item], rate: float) -> list[Item]:
        """Some items put so far off that it is plain which moved: what they pass is longer than they are."""
        moved = list(items)
        for item in items:
            if item.level not in ("article", "clause") or self._spares(rate):
                continue
            place = moved.index(item)
            targets = [at for at in range(len(moved)) if self._is_plain(moved, place, at)]
            if targets:
                del moved[place]
                at = self.random.choice(targets)
                moved.insert(at, replace(item, moved=True, chapter=moved[min(at, len(moved) - 1)].chapter))
        return moved

    def _is_plain(self, items: Sequence[Item], place: int, at: int) -> bool:
        passed = items[at:place] if at < place else items[place + 1 : at + 1]
        still = not any(item.moved for item in passed)
        return abs(at - place) >= 2 and still and sum(item.size for item in passed) > 2 * items[place].size

    def _exchange_clauses(self, articles: list[Item]) -> list[Item]:
        """Some clauses put into another article."""
        for at in range(len(articles)):
            clauses = [item for item in articles[at].below if item.level == "clause" and not item.moved]
            goal = self.random.randrange(len(articles))
            into = any(item.level == "clause" for item in articles[goal].below)
            if len(clauses) > 3 and goal != at and into and not self._spares(0.08):
                clause = self.random.choice(clauses)
                rest = tuple(item for item in articles[at].below if item is not clause)
                articles[at] = replace(articles[at], below=rest)
                articles[goal] = replace(articles[goal], below=(*articles[goal].below, replace(clause, moved=True)))
        return articles

    def _split(self, article: Item) -> list[Item]:
        clauses = [item for item in article.below if item.level == "clause"]
        if len(clauses) < 5 or len(clauses) != len(article.below) or self._spares(0.12):
            return [article]
        half = len(clauses) // 2 + 1
        parted = tuple(replace(item, moved=True) for item in clauses[half:])
        head = Item(
            self._name(), self._make_article().words, "article", parted, chapter=article.chapter, kin=article.name
        )
        return [replace(article, below=tuple(clauses[:half])), head]

    def _merge(self, articles: Sequence[Item]) -> list[Item]:
        """Some articles put at the end of the one before, without their headings."""
        merged: list[Item] = []
        for article in articles:
            before = merged[-1] if merged else None
            plain = before and not (before.kin or article.kin) and before.chapter == article.chapter
            clauses = article.below and all(item.level == "clause" for item in article.below)
            longer = before and before.below and before.below[-1].level == "clause" and before.size > article.size
            if plain and clauses and longer and before and not self._spares(0.06):
                parted = tuple(replace(item, moved=True) for item in article.below)
                merged[-1] = replace(before, below=(*before.below, *parted), kin=f"merged:{article.name}")
            else:
                merged.append(article)
        return merged


def _respell(words: str) -> str:
    for new, old in _RESPELLED:
        words = words.replace(new, old)
    return words
