"""Cards and forms as Discord shows them, and what was typed back to values. Pure."""
