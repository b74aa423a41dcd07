"""Our own words on documents that are not held: found, chosen, kept as vectors."""
