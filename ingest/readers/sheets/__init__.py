"""Workbooks: XLSX, XLS."""
