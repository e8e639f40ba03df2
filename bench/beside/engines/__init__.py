"""One module for each engine: ``make(forms, path)`` prints them into one PDF, with subsets of the two fonts embedded."""
