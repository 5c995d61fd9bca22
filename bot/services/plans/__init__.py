"""What somebody set out to do, and how it comes back."""
