"""Coming to a place on Slack: adding it, what it may do, what is set wrong."""
