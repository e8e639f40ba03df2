"""The questions that printed values answer, and where on a page they stand."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Asked:
    """The question that a printed value answers: a field, or a row (from 1) and a column of one."""

    field: str
    row: int | None = None
    column: str = ""


@dataclass(frozen=True, slots=True)
class Spot:
    """Where on a page of the finished file an answer stands, in points from the upper left; pages count from 0."""

    page: int
    x: float
    y: float
    width: float
    height: float
    asked: Asked

    def holds(self, page: int, x: float, y: float) -> bool:
        return page == self.page and 0 <= x - self.x <= self.width and 0 <= y - self.y <= self.height
