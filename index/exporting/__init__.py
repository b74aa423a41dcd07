"""Collected passages -> a file to hand in: Word, Excel, CSV, Markdown; each passage checked again on its way out."""
