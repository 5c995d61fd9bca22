"""What the Makefile calls: set-up, locks and their checks. Not part of the installed package."""
