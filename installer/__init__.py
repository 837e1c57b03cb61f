"""Making the frozen program and what installs it: needs the standard library and PyInstaller."""
