"""Documents on paper: the protocol in its lengths, and what is handed out in the room."""
