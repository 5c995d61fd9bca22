"""What whoever looks after an organisation reads: settings, roles, the review desk, the log."""
