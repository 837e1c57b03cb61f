"""Where a workspace is kept: the file, its schema, its change log, its lock and its index."""
