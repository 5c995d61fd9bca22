"""What comes to learners while a course goes on, how they answer it, and what is told of a group."""
