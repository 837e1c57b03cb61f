"""A trial of the Windows program on Linux, under wine; what it makes is never shipped."""
