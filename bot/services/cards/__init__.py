"""What Reststop says: every sentence of the core stands in this package, where it can be read and reviewed.

Nothing here decides anything. The wording follows docs/writing-prompts.md and is checked by the
linter; it is not yet reviewed by a practitioner.
"""
