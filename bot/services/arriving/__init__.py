"""Coming in: the first yes, and a second door to the same notebook."""
