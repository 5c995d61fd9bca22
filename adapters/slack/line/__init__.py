"""The line to Slack: who holds it, how fast it may be used."""
