"""Tools of developers that need the environment; `dev.py` calls them."""
