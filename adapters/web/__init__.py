"""HTTP, for what a platform posts to us and for those who watch the process."""
