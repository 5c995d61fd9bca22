"""The portfolio: pages that somebody chose, as a document of their own."""
