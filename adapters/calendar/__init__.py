"""Public holidays from the library `holidays`, where it is installed."""
