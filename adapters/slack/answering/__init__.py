"""What the core answered, as what Slack is asked to do."""
