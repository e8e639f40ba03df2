"""The examination as a job: several files in turn, each told as it is done, so that the one that hangs is known."""

from dataclasses import asdict
from pathlib import Path

from clair_desktop.domain.enclosed import kept_condition, read_condition
from clair_desktop.output.pdf.foreign import refusals
from clair_desktop.output.pdf.foreign.boxes import Seen
from clair_desktop.output.pdf.foreign.found import Examined
from clair_desktop.output.pdf.foreign.refusals import refusal
from clair_desktop.output.pdf.foreign.room import Room
from clair_desktop.support.jobs import Json, Progress

JOB = "examine"


def examine_all(request: Json, progress: Progress) -> Json:
    """The child's side. ``progress`` counts the files that are done."""
    from clair_desktop.output.pdf.foreign.examination import examine

    answers = []
    for done, asked in enumerate(request["files"]):
        progress(done)
        try:
            places = Path(asked["source"]), Path(asked["target"])
            found = examine(asked["name"], asked["media_type"], *places, shrunk=asked["shrunk"])
        except (MemoryError, RecursionError) as fault:
            raise refusal(refusals.TOO_MUCH, asked["name"]) from fault
        answers.append({"condition": kept_condition(found.condition), "rooms": [asdict(one) for one in found.rooms]})
    return {"files": answers}


def read_examined(answer: Json) -> Examined:
    condition = read_condition(answer["condition"])
    if condition is None:
        raise ValueError("an examination told no condition")
    return Examined(condition, tuple(Room(tuple(one["free"]), Seen(**one["page"])) for one in answer["rooms"]))
