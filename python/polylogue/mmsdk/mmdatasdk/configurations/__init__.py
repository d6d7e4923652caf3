"""What the SDK has set for all sequences."""
