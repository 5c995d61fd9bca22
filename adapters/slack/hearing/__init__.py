"""What comes from Slack, as events, and the places where it happened."""
