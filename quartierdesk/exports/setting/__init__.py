"""Setting text: fonts, scripts, hyphens, lines; the same for documents and diagrams."""
