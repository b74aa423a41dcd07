"""Every regular expression about documents, named, each with examples and a reason.

A :class:`ingest.patterns.pattern.Pattern` carries its own examples; ``tests/test_patterns.py`` tries all of them in
every module of this package. One module per part of a document: head, headings, bodies, pages, signatures, numbering,
provisions, citations, laws; sentences and words are shared by all.
"""
