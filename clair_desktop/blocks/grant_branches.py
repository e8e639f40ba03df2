"""What might have happened to the worked case of a grant instead: shown by specimens of papers it never came to."""

from collections.abc import Mapping
from datetime import date

from clair_desktop.domain.programme import ExampleStep


def grant_branches(year: int, advance: int | None = None) -> Mapping[str, ExampleStep]:
    """Of a case of this project year, in the order of its course; ``advance`` in yen, where it has claimed none."""
    refused = ExampleStep("not_select", date(year, 2, 7))
    claimed = ExampleStep("claim_advance", date(year, 6, 20), answers={"advance": advance})
    return {
        **({"advance_claim": claimed} if advance else {}),
        "withdrawal": ExampleStep(
            "transmit_withdrawal",
            date(year - 1, 11, 20),
            answers={"withdrawal_reason": "予算の都合により、当該年度の実施を見送ることとしたため。"},
        ),
        "non_selection_notice": refused,
        "amendment": ExampleStep(
            "request_amendment",
            date(year, 7, 10),
            answers={"amendment": "相手方の都合により、実施の時期を1か月遅らせる。事業の内容と経費は変わらない。"},
        ),
        "discontinuation": ExampleStep(
            "request_discontinuation",
            date(year, 8, 7),
            answers={
                "discontinuation_reason": "相手方が参加を取りやめ、代わる相手も得られず、事業を実施できなくなったため。"
            },
        ),
    }
