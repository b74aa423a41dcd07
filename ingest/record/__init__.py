"""The record of a document: each fact read from its place on the page, with its span and how sure it is."""
