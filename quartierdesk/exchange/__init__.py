"""Formats of other programs and laptops: reads and writes them, never stores."""
