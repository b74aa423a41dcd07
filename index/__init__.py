"""Passage -> Hit -> Answer."""
