"""Text of before Unicode."""
