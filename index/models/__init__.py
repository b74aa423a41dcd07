"""Models: the bundled one, its eight-bit arithmetic, those an owner names."""
