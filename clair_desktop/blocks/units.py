"""What is counted, as a Japanese form prints it behind the number; in English the label says it."""

from clair_desktop.domain.wording import Wording

PERSONS = Wording("人", "")
YEARS = Wording("年", "")
YEAR_OF_IT = Wording("年目", "")
