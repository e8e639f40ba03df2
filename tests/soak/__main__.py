"""``python -m tests.soak [CAMPAIGN …] [--seconds N] [--seed N] [--files FOLDER]``: a line per campaign, exit 1 on any loss."""

import argparse
import sys
import time
from collections import Counter
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

from tests.soak.demonstration import whole_demonstration
from tests.soak.files import packed_or_refused
from tests.soak.full_disk import filled_up_while_working
from tests.soak.kill import Loss, killed_while_opening, killed_while_working
from tests.soak.languages import every_window_in_both_languages
from tests.soak.names import every_name_is_printed
from tests.soak.workbooks import saved_again_by_libreoffice
from tests.soak.written import every_writer_against_libreoffice, foreign_workbooks_against_calamine

CAMPAIGNS: Mapping[str, Callable[[float, int], Counter[str]]] = {
    "kill": killed_while_working,
    "kill-opening": killed_while_opening,
    "full-disk": filled_up_while_working,
    "names": every_name_is_printed,
    "files": partial(packed_or_refused, None),
    "workbooks": saved_again_by_libreoffice,
    "written": every_writer_against_libreoffice,
    "demonstration": whole_demonstration,
    "languages": every_window_in_both_languages,
    "readers": foreign_workbooks_against_calamine,
}


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.soak", description=__doc__)
    parser.add_argument("campaigns", nargs="*", metavar="CAMPAIGN", help=", ".join(CAMPAIGNS))
    parser.add_argument("--seconds", type=float, default=60, help="for each campaign")
    parser.add_argument("--seed", type=int, default=int(time.time()))
    parser.add_argument("--files", type=Path, metavar="FOLDER", help="foreign files to pack; alone: only these")
    chosen = parser.parse_args()
    unknown = set(chosen.campaigns) - set(CAMPAIGNS)
    if unknown:
        parser.error(f"no such campaign: {', '.join(sorted(unknown))}")
    campaigns = {**CAMPAIGNS, "files": partial(packed_or_refused, chosen.files)}
    names = chosen.campaigns or (["files"] if chosen.files else campaigns)
    return max([_run(name, campaigns[name], chosen.seconds, chosen.seed) for name in names])


def _run(name: str, campaign: Callable[[float, int], Counter[str]], seconds: float, seed: int) -> int:
    try:
        tally = campaign(seconds, seed)
    except Loss as loss:
        print(f"{name}: LOSS (seed {seed}): {loss}", flush=True)
        return 1
    print(f"{name}: nothing lost ({', '.join(f'{count} {what}' for what, count in tally.items())})", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
