"""What each screen looks like, in Qt."""
