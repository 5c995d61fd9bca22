"""Composition: the only place that knows everything."""
