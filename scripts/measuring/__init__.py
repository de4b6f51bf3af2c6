"""What scripts/bench and scripts/grow share."""
