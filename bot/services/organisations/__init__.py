"""Organisations: whose rules hold, who looks after them, what was changed. What admins do is next door."""
