"""Ratios, measured: see harness.py."""
