"""What the loopback platforms share: their clock, what they note, and how they fail."""
