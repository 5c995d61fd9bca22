"""What is held about somebody, and handing all of it over."""
