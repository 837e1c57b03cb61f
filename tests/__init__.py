"""The tests of QuartierDesk."""
