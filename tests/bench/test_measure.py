"""The measuring itself, with acts that report their own seconds: no test waits or times anything."""

from bench.measure import Measurement, compare, table


def test_a_median_is_not_moved_by_one_busy_moment() -> None:
    reports = iter([9.0, 0.2, 0.2, 7.0, 0.2, 0.2])  # the first only warms up
    measured = compare("export", lambda: next(reports), lambda: 0.1, 2.5, rounds=5)
    assert (measured.ours, measured.floor) == (0.2, 0.1)
    assert measured.ratio == 2.0
    assert measured.is_met


def test_a_missed_goal_is_marked() -> None:
    missed = Measurement("one pack", 0.3, 0.1, 1.5)
    told = Measurement("one pack", 0.3, 0.1, None, note="for information")
    lines = table([missed, told]).splitlines()
    assert not missed.is_met
    assert told.is_met
    assert lines[1].split() == ["one", "pack", "300.0", "100.0", "3.00", "<=", "1.50", "MISSED"]
    assert lines[2].split()[-3:] == ["-", "for", "information"]
