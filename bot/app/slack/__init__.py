"""Slack in a process: what it needs, how it is connected, looked at and drawn."""
