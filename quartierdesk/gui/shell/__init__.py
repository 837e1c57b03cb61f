"""The frame around the pages: rail, head, steps, status, commands, files, projector."""
