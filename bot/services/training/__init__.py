"""What a trainer does: sets a course up, publishes it, looks ahead, changes it while it runs."""
