"""What each screen decides, in plain Python."""
