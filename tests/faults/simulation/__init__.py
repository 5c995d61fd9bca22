"""A town on virtual time: everything that happens in it follows from one seed (F4)."""
