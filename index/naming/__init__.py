"""What a question names: documents, places in them, conditions on them."""
