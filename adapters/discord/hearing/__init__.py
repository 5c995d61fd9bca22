"""What comes from Discord, as events, and the places where it happened."""
