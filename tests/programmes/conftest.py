"""Every programme, real ones and the tiny one, in turn; an office to print them in."""

import pytest

from clair_desktop.programmes import all_programmes
from tests.programmes.tiny import TINY, tiny_programme  # noqa: F401  # a fixture
from tests.services.casework import clock, office, papers  # noqa: F401  # fixtures


@pytest.fixture(params=[*all_programmes(), TINY])
def programme(request, tiny_programme):  # noqa: F811  # the fixture
    return all_programmes()[request.param]
