"""Before a text is shared with others: one explicit choice, and what may not be posted without a name."""
