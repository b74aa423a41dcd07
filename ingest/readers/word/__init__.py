"""Office documents: DOCX, DOC, RTF."""
