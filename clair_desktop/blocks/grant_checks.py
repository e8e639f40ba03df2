"""The checks and the names of findings that the grants with joint applications have in common."""

from collections.abc import Mapping

from clair_desktop.blocks.actual_costs import ACTUAL_FINDINGS, actuals_agree
from clair_desktop.blocks.advance import (
    ADVANCE_FINDINGS,
    advance_in_order,
    claim_is_what_remains,
    repayment_covers_excess,
)
from clair_desktop.blocks.applicant import APPLICANT_FINDINGS, applicant_is_eligible, applicant_is_named
from clair_desktop.blocks.changed_costs import CHANGE_FINDINGS, change_within_threshold
from clair_desktop.blocks.costs import (
    COST_FINDINGS,
    amounts_descend,
    breakdown_agrees,
    eligible_within_total,
    funding_agrees,
    rows_multiply_out,
)
from clair_desktop.blocks.foreign_currency import foreign_rows_convert
from clair_desktop.blocks.grant_limits import LIMIT_FINDINGS, final_within_share
from clair_desktop.blocks.grant_terms import TERM_FINDINGS, arrived_in_time, period_in_order, started_after_award
from clair_desktop.blocks.partners import PARTNER_FINDINGS, branches_are_named, joint_bodies_stand
from clair_desktop.blocks.public_funding import FUNDING_FINDINGS, funding_answers_agree
from clair_desktop.domain.wording import Wording

BODY_CHECKS = (applicant_is_named, applicant_is_eligible, joint_bodies_stand, branches_are_named)
COURSE_CHECKS = (
    period_in_order,
    arrived_in_time,
    started_after_award,
    funding_answers_agree,
    advance_in_order,
    repayment_covers_excess,
    claim_is_what_remains,
    final_within_share,
    rows_multiply_out,
    foreign_rows_convert,
    breakdown_agrees,
    funding_agrees,
    eligible_within_total,
    amounts_descend,
    actuals_agree,
    change_within_threshold,
)
GRANT_FINDINGS: Mapping[str, Wording] = {
    **COST_FINDINGS,
    **APPLICANT_FINDINGS,
    **PARTNER_FINDINGS,
    **LIMIT_FINDINGS,
    **TERM_FINDINGS,
    **FUNDING_FINDINGS,
    **ADVANCE_FINDINGS,
    **ACTUAL_FINDINGS,
    **CHANGE_FINDINGS,
}
