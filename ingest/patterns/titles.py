"""The regular expressions about the words of a title, named, each with an example and a reason."""

from __future__ import annotations

import re

from ingest.patterns.pattern import define

# No title ends with a word that wants another.
OPEN_END = define(
    r"(?:\b(?:của|do|và|với|tại|cho|về|từ|cùng|thuộc|giữa|các|gồm|bởi|trong|theo|là|được|những|một|việc)|[,(“-])$",
    "về công tác của",
    "tiền lương,",
    not_in=("về công tác dân vận", "năm 2019 -2020"),
    flags=re.IGNORECASE,
)
