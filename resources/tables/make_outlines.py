# ruff: noqa: INP001 - a script beside its tables, part of no package
"""Makes outlines.tsv, the coarse outlines of the coverage map; README.md says from what and under which licence.

Run it with an interpreter that has ``Babel``, upon the unpacked npm package ``world-atlas``::

    python resources/tables/make_outlines.py package/countries-50m.json
"""

import json
import sys
from collections.abc import Iterator
from pathlib import Path

from babel.core import get_global

_HERE = Path(__file__).resolve().parent
_TOLERANCE = 0.12  # degrees: what a line may stray from the coast
_LEAST = 0.25  # square degrees of its box: smaller islands are left out, unless they are all a territory has
# Territories with an ISO code of their own that the data draw within their state: its code, west, south, east, north.
_PARTS = (
    ("FR", "GF", -56, 1, -50, 7),
    ("FR", "GP", -62, 15.5, -60.5, 17),
    ("FR", "MQ", -61.5, 14, -60.5, 15.2),
    ("FR", "RE", 54, -22, 57, -20),
    ("FR", "YT", 44, -14, 46, -12),
    ("NO", "SJ", 8, 73, 40, 82),
    ("NO", "SJ", -10, 70, -7, 72),
    ("NO", "BV", 2, -56, 5, -53),
    ("NL", "BQ", -69, 11, -62, 19),
    ("AU", "CX", 104, -12, 107, -9),
    ("AU", "CC", 95, -14, 98, -11),
    ("NZ", "TK", -174, -10, -170, -8),
)
Point = tuple[float, float]
Line = list[Point]


def _arcs(topology: dict) -> list[Line]:
    """The lines of which all outlines are made, in degrees."""
    (dx, dy), (x0, y0) = topology["transform"]["scale"], topology["transform"]["translate"]
    arcs = []
    for packed in topology["arcs"]:
        x = y = 0
        line = []
        for step_x, step_y in packed:
            x, y = x + step_x, y + step_y
            line.append((x * dx + x0, y * dy + y0))
        arcs.append(line)
    return arcs


def _thinned(line: Line) -> Line:
    """Douglas and Peucker; a shared border is one arc, so both neighbours keep the same line."""
    if len(line) < 4:
        return line
    if line[0] == line[-1]:  # an island: cut at its far end
        far = max(range(len(line)), key=lambda place: _distance(line[place], line[0]))
        return _kept(line[: far + 1])[:-1] + _kept(line[far:])
    return _kept(line)


def _kept(line: Line) -> Line:
    if len(line) < 3:
        return line
    (ax, ay), (bx, by) = line[0], line[-1]
    length = ((bx - ax) ** 2 + (by - ay) ** 2) ** 0.5 or 1e-9
    strays = [abs((bx - ax) * (ay - y) - (ax - x) * (by - ay)) / length for x, y in line]
    worst = max(range(len(line)), key=strays.__getitem__)
    if strays[worst] <= _TOLERANCE:
        return [line[0], line[-1]]
    return _kept(line[: worst + 1])[:-1] + _kept(line[worst:])


def _distance(one: Point, other: Point) -> float:
    return (one[0] - other[0]) ** 2 + (one[1] - other[1]) ** 2


def _rings(geometry: dict, arcs: list[Line]) -> Iterator[Line]:
    """The outer rings only: a hole is another country's own outline, drawn over it."""
    polygons = [geometry["arcs"]] if geometry["type"] == "Polygon" else geometry.get("arcs", [])
    for polygon in polygons:
        ring: Line = []
        for number in polygon[0]:
            line = arcs[number] if number >= 0 else arcs[~number][::-1]
            ring += line[1:] if ring else line
        yield _unbroken(ring)


def _unbroken(ring: Line) -> Line:
    """Russia and Fiji go on beyond 180 degrees instead of jumping to the other edge of the map."""
    turned, turn = [], 0
    for place, (x, y) in enumerate(ring):
        if place and abs(x - ring[place - 1][0]) > 180:
            turn += 360 if x < 0 else -360
        turned.append((x + turn, y))
    return turned


def _box(ring: Line) -> tuple[float, float, float, float]:
    xs, ys = [x for x, _ in ring], [y for _, y in ring]
    return min(xs), min(ys), max(xs), max(ys)


def _size(ring: Line) -> float:
    west, south, east, north = _box(ring)
    return (east - west) * (north - south)


def _code_of(code: str, ring: Line) -> str:
    west, south, east, north = _box(ring)
    for state, own, *(w, s, e, n) in _PARTS:
        if code == state and w <= west and s <= south and east <= e and north <= n:
            return own
    return code


def _drawn(geometry: dict, arcs: list[Line], thin: list[Line]) -> Iterator[Line]:
    """Thinned, but what would vanish (Singapore, Monaco, Macao) as it is."""
    for whole, ring in zip(_rings(geometry, arcs), _rings(geometry, thin), strict=True):
        yield ring if len(ring) > 4 else whole


def outlines(topology: dict) -> list[tuple[str, str, str]]:
    arcs = _arcs(topology)
    thin = [_thinned(line) for line in arcs]
    aliases = get_global("territory_aliases")
    found: dict[tuple[str, str], list[Line]] = {}
    for geometry in topology["objects"]["countries"]["geometries"]:
        code = aliases.get(geometry.get("id", ""), [""])[0]
        if code == "AQ":
            continue
        for ring in _drawn(geometry, arcs, thin):
            own = _code_of(code, ring)
            name = geometry["properties"]["name"] if own == code else ""
            found.setdefault((own, name), []).append(ring)
    rows = []
    for (code, name), rings in sorted(found.items()):
        rings.sort(key=_size, reverse=True)
        kept = [ring for number, ring in enumerate(rings) if number == 0 or _size(ring) >= _LEAST]
        rows += [(code, name, " ".join(f"{x:.2f},{y:.2f}" for x, y in ring[:-1])) for ring in kept]
    return rows


if __name__ == "__main__":
    made = outlines(json.loads(Path(sys.argv[1]).read_text(encoding="utf-8")))
    lines = ["\t".join(row) for row in (("code", "name", "points"), *made)]
    (_HERE / "outlines.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")
