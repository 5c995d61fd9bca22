"""The way out: letters and files to people."""
