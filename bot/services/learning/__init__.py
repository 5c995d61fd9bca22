"""What a learner does: joins a course, sees where they are in it, leaves it, shows a trainer an entry."""
