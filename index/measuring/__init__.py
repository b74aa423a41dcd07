"""Questions and judgements -> figures."""
