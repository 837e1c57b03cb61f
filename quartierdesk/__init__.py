"""QuartierDesk: participation workshops of villages and neighbourhoods, kept on one laptop."""

__version__ = "0.3.0"
