"""Pages as they are printed: PDF, scans, pictures."""
