"""A guided reflection, from its first step to what is kept of it."""
