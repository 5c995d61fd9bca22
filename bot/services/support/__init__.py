"""Who to call, who is mine, and what is said where words sound like danger."""
