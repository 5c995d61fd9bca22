"""Looking back: somebody's own marks and topics, once a week or when they wish, for them alone."""
