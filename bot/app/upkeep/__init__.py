"""What a house sees to by itself, day by day."""
