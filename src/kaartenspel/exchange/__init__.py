"""Spreadsheets and word lists, in and out."""
