"""A whole workshop as one JSON file, the format `quartierdesk.sample/1` (docs/workshop_json.md).

What can be computed is never believed: ranks, shares, sums and protected head-counts are left out
on reading and computed anew on writing.
"""

from quartierdesk.exchange.workshop_json.reading import WorkshopImport, read_workshop
from quartierdesk.exchange.workshop_json.writing import write_workshop

__all__ = ["WorkshopImport", "read_workshop", "write_workshop"]
