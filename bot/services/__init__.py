"""The use cases: what happens when a person acts and when time passes."""
