"""What the office works with, in plain Python: no files, no clock, no window, no database."""
