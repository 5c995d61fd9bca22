"""A whole database elsewhere: moved to another one, kept as a backup."""
