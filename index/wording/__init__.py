"""The words of a question: as typed -> as meant."""
