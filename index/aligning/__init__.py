"""Two documents clause by clause: which belongs to which, what became of it, and in which words it differs."""
