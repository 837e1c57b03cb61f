"""How the window looks: the only place with colours and sizes in pixels."""
