"""What is said for team prompts and circles, in the channel and to one member alone."""
