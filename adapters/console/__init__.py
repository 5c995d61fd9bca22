"""The terminal as a full surface: cards, questions one at a time, forms line by line."""
