"""Models between frozen rows and views."""
