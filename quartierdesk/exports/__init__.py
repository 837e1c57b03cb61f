"""What leaves as paper or sheet, made from frozen dataclasses only."""
