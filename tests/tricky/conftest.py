"""An office of 宮城県支部 in memory, its clock, and papers."""

from tests.services.casework import clock, office, papers  # noqa: F401  # fixtures
