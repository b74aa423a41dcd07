"""The ways of answering: paragraphs, the parts of a question, documents, what stands below."""
