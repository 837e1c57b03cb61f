"""The building blocks of a document: each is laid out for a width, split at a height, drawn."""
