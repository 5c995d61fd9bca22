"""Courses: what one is, when each part of it comes, and who was there."""
