"""10,000 open cases judged, and judged again after a rule notice that touches every programme; time and peak memory.

The goals are fixed: 10 seconds and 300 MB on two cores, reached in a process of its own that does nothing else.
"""

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from itertools import cycle, islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bench.measure import Measurement

if TYPE_CHECKING:
    from clair_desktop.services.office import Office

ROOT = Path(__file__).resolve().parent.parent
MANY = 10_000
YEAR = 2026
SECONDS, MEGABYTES = 10.0, 300.0
OUTLINE = {"source_title": "令和8年度実施要綱", "locator": "第5条"}


def run() -> Iterator[Measurement]:
    with tempfile.TemporaryDirectory(prefix="clair-bench-") as place:
        folder = Path(place)
        _tell("fill", folder)
        told = {what: _tell(what, folder) for what in ("check", "simulate", "take")}
    names = {
        "check": f"checking {MANY:,} cases",
        "simulate": f"{MANY:,} open cases before and after a notice",
        "take": f"notice taken, {MANY:,} open cases",
    }
    for what, one in told.items():
        note = f"goal {SECONDS:.0f} s; {one['said']}"
        yield Measurement(names[what], one["seconds"], SECONDS, 1.0, note)
        yield Measurement("  its peak memory (MB for ms)", one["megabytes"] / 1000, MEGABYTES / 1000, 1.0)


def _tell(what: str, folder: Path) -> dict[str, Any]:
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    order = [sys.executable, __file__, what, str(folder)]
    told = subprocess.run(order, env=environment, stdout=subprocess.PIPE, check=True, cwd=ROOT)
    return dict(json.loads(told.stdout))


def fill(office: "Office", folder: Path) -> str:
    """The worked cases of every programme in turn, each asked for by another municipality, in states still open."""
    from clair_desktop.domain.answers import read, stored
    from clair_desktop.domain.parties import AuthorityKind, Gazetteer
    from clair_desktop.model.connection import FILE_NAME, connect

    office.branch.choose_branch("040002")
    assert isinstance(office.names, Gazetteer)
    bodies = cycle(one.code for one in office.names.authorities if one.kind is not AuthorityKind.PREFECTURE)
    drafts = []
    for key, programme in office.programmes().items():
        if programme.until is not None:
            continue
        fields = list(office.edition(key, YEAR).fields())
        for example in programme.examples:
            answers = read(fields, example.answers, office.names).answers
            drafts.append((key, programme, stored(fields, answers), str(answers.get(programme.title_field, ""))))
    connection = connect(folder / FILE_NAME)
    connection.slot.operation = 1
    connection.execute("BEGIN IMMEDIATE")
    for number, (key, programme, answers, title) in enumerate(islice(cycle(drafts), MANY)):
        body = next(bodies) if "applicant" in answers else ""
        kept = {**answers, "applicant": body} if body else answers
        connection.execute(
            "INSERT INTO cases (number, programme, call_year, project_year, state, applicant, applicant_name, title,"
            " received_on, sample, created_at, updated_at, version, search_text, answers)"
            " VALUES (?, ?, ?, ?, ?, ?, '', ?, '2026-06-01', 0, ?, ?, 1, '', ?)",
            (
                f"R8-{number + 1:05}", key, YEAR, YEAR, programme.workflow.first, body, title,
                "2026-06-01T09:00:00+09:00", "2026-06-01T09:00:00+09:00", json.dumps(kept, ensure_ascii=False),
            ),
        )  # fmt: skip
    connection.execute("COMMIT")
    connection.close()
    return f"{len(drafts)} worked cases"


def check(office: "Office", _folder: Path) -> str:
    """Every open case of every programme, as a list of findings would want them."""
    judged = office.cases.judged_open()
    counts: dict[str, int] = {}
    for _number, one in judged:
        counts[one.verdict.value] = counts.get(one.verdict.value, 0) + 1
    assert sum(counts.values()) == MANY, counts
    return ", ".join(f"{count:,} {verdict}" for verdict, count in sorted(counts.items()))


def simulate(office: "Office", folder: Path) -> str:
    effects = office.simulator.effects(office.notices.read(_notice(folder)))
    return f"{len(effects):,} cases touched"


def take(office: "Office", folder: Path) -> str:
    taken = office.notices.take(office.notices.read(_notice(folder)))
    return f"{taken.count} entries taken"


def _notice(folder: Path) -> Path:
    """What another branch entered: for every programme a few figures of every kind that it has."""
    from clair_desktop.services.office import Office
    from clair_desktop.support.clock import SystemClock

    path = folder / "notice.json"
    if path.exists():
        return path
    other = Office.in_memory(clock=SystemClock(), who="bench")
    values = {"int": "30", "Fraction": "1/3", "date": "令和8年10月30日", "bool": "はい", "str": "別に定める"}
    for key, programme in other.programmes().items():
        for rule in programme.rules:
            other.rules.enter(key, rule.key, YEAR, values[rule.kind.__name__], **OUTLINE)
    other.notices.make(path, YEAR, "bench")
    other.close()
    return path


def _peak() -> float:
    """Megabytes that the process has held at most; 0 where the system does not say."""
    try:
        import resource
    except ImportError:
        return 0.0
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def _main(what: str, folder: Path) -> None:
    from clair_desktop.services.office import Office
    from clair_desktop.support.clock import SystemClock

    acts = {"fill": fill, "check": check, "simulate": simulate, "take": take}
    if what == "fill":
        _notice(folder)
    office = Office.open(folder, clock=SystemClock(), who="bench")
    begun = time.perf_counter()
    said = acts[what](office, folder)
    seconds = time.perf_counter() - begun
    office.close()
    print(json.dumps({"seconds": seconds, "megabytes": _peak(), "said": said}))


if __name__ == "__main__":
    _main(sys.argv[1], Path(sys.argv[2]))
