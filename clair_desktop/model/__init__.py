"""What is kept: one file of cases, its tables, its journal, and the only ways to read and change it."""
