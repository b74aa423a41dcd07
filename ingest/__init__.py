"""File -> Document -> Passage, kept in the library."""
