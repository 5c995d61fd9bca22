"""Going away: by oneself, by a closed account, or with a whole workspace."""
