"""What people write for themselves: keeping, reading, finding and looking back."""
