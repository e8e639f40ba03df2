"""The collector of cycles rests while cases are judged, and works again afterwards, whatever happened."""

import gc

import pytest

from clair_desktop.support.collecting import loading, without_collecting


def test_the_collector_rests_and_is_woken_even_by_a_fault():
    with pytest.raises(StopIteration), without_collecting():
        next(iter(() if not gc.isenabled() else (1,)))
    assert gc.isenabled()


def test_one_that_was_resting_already_is_left_so():
    with without_collecting():
        with without_collecting():
            pass
        assert not gc.isenabled()
    assert gc.isenabled()


def test_what_was_loaded_is_never_looked_at_again_and_the_collector_works_on():
    before = gc.get_threshold()
    gc.set_threshold(700)
    try:
        with loading():
            assert not gc.isenabled()
        assert gc.isenabled()
        assert gc.get_freeze_count() > 0
        assert gc.get_threshold()[0] > 700
    finally:
        gc.unfreeze()
        gc.set_threshold(*before)
