"""What each thing is kept by: one repository for each, on rows of both databases."""
