"""What is counted, as a Japanese form prints it behind the number; in English the label says it."""

PERSONS = "人"
YEARS = "年"
YEAR_OF_IT = "年目"
