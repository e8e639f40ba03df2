"""An office of 宮城県支部 in memory, its clock, and cases to begin with."""

from tests.services.casework import clock, office, papers  # noqa: F401  # fixtures, shared with other folders
