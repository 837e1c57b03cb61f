"""Building blocks that know nothing of services."""
