"""What the core answered, as what Discord is asked to do."""
