"""Supervision: what is to be taken there, when it is, and a log of it."""
