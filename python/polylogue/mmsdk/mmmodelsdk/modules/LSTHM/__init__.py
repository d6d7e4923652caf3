"""Long-short term hybrid memory."""
