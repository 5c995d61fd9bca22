"""Company: a member of a circle would like a peer to reach out, and both say yes before either is named."""
