"""Hits -> what of them answers, with what a quote needs to make sense."""
