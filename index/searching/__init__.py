"""All that matches a question: a set with an end, counted by facets, narrowed, sorted, gathered by document."""
