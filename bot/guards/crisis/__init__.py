"""Words that can mean danger."""
