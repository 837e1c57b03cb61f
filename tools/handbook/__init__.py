"""The handbook and the quick card: Markdown and pictures of the window, set as accessible PDF."""
