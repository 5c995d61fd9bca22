"""A Slack on this machine: what the adapter meets in tests instead of the real one."""
