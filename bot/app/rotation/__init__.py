"""What the real rotation does over simulated years."""
