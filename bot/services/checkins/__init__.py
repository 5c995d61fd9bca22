"""A check-in, from its question to the quiet at its end."""
