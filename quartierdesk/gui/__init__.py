"""What a person sees: pages and dialogs on top of the services."""
