"""Words that could tell who somebody is."""
