"""The field beside typed numbers that says how the protocol prints them."""

PUBLISHED_TEXT = "published_text"
"""Only in the public file, and never read: a number that is kept secret is null where numbers
stand and „–“ here, as on paper and in the workbook."""
