"""Robinson's projection of the globe, and the parts of it that are looked at."""

from collections.abc import Sequence
from dataclasses import dataclass

from clair_desktop.domain.wording import Wording

Point = tuple[float, float]
# Robinson's own table, every five degrees of latitude: the length of the parallel and its distance from the equator.
_LENGTH = (
    1.0, 0.9986, 0.9954, 0.99, 0.9822, 0.973, 0.96, 0.9427, 0.9216, 0.8962, 0.8679, 0.835, 0.7986, 0.7597, 0.7186, 0.6732,
    0.6213, 0.5722, 0.5322,
)  # fmt: skip
_DISTANCE = (
    0.0, 0.062, 0.124, 0.186, 0.248, 0.31, 0.372, 0.434, 0.4958, 0.5571, 0.6176, 0.6769, 0.7346, 0.7903, 0.8435, 0.8936,
    0.9394, 0.9761, 1.0,
)  # fmt: skip
_WIDE, _TALL = 0.8487, 1.3523
_DEGREE = 0.017453292519943295


def projected(point: Point) -> Point:
    """Longitude and latitude to the plane, with the north up: ``y`` runs down, as screens and papers count it."""
    longitude, latitude = point
    step, share = divmod(min(abs(latitude), 89.999) / 5, 1)
    place = int(step)
    length = _LENGTH[place] + (_LENGTH[place + 1] - _LENGTH[place]) * share
    distance = _DISTANCE[place] + (_DISTANCE[place + 1] - _DISTANCE[place]) * share
    return _WIDE * length * longitude * _DEGREE, -_TALL * distance * (1 if latitude >= 0 else -1)


@dataclass(frozen=True, slots=True)
class Region:
    """What part of the globe is shown: west, south, east and north in degrees."""

    key: str
    name: Wording
    west: float
    south: float
    east: float
    north: float

    @property
    def box(self) -> tuple[float, float, float, float]:
        """Its corners in the plane: left, top, right, bottom."""
        edge = [
            projected((longitude, latitude))
            for longitude in (self.west, (self.west + self.east) / 2, self.east)
            for latitude in (self.south, (self.south + self.north) / 2, self.north)
        ]
        xs, ys = [x for x, _ in edge], [y for _, y in edge]
        return min(xs), min(ys), max(xs), max(ys)


REGIONS: Sequence[Region] = (
    Region("world", Wording("全世界", "World"), -168, -56, 190, 80),
    Region("europe", Wording("ヨーロッパ", "Europe"), -24, 34, 42, 71.5),
    Region("asia", Wording("アジア・大洋州", "Asia and the Pacific"), 64, -48, 180, 54),
    Region("americas", Wording("南北アメリカ", "The Americas"), -168, -56, -32, 72),
)


@dataclass(frozen=True, slots=True)
class Fit:
    """Where a region lies in a rectangle: the plane's point times ``scale`` plus ``left`` and ``top``."""

    scale: float
    left: float
    top: float

    def place(self, point: Point) -> Point:
        x, y = projected(point)
        return x * self.scale + self.left, y * self.scale + self.top


def fit(region: Region, left: float, top: float, width: float, height: float) -> Fit:
    """The region as large as the rectangle allows, in its middle."""
    west, north, east, south = region.box
    scale = min(width / (east - west), height / (south - north))
    return Fit(
        scale,
        left + (width - (east - west) * scale) / 2 - west * scale,
        top + (height - (south - north) * scale) / 2 - north * scale,
    )
