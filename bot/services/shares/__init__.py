"""What people share in a round, with their name or without, and what others answer."""
