"""What the library holds of what a question names, and how that raises the scores of passages."""
