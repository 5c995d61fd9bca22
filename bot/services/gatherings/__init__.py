"""What is begun in a channel: its page, who is in it, what is said for it, and how that leaves."""
