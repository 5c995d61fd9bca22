"""What admins do: settings, roles, the review desk, the log. None of it opens anybody's notebook."""
