"""The proof on fresh Debian systems: built in one, installed, used and removed in another."""
