"""Cards and forms as Slack shows them, and what was typed back to values. Pure."""
