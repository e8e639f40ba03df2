"""How a research request and a grant proceed, as data: the case's state from its offices' answers, and the open steps."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clair_desktop.blocks.grant_workflow import AFTER_AWARD, AT_HEADQUARTERS, GRANT_WORKFLOW, IN_THE_BRANCH
from clair_desktop.domain.workflow import Guard
from clair_desktop.programmes.overseas_research.course import PART_STATES, STATES, WORKFLOW, roll_up

ANSWERS = ("accepted", "conditional", "partial", "declined")
FEASIBILITY = ("sounded", *ANSWERS)


@pytest.mark.parametrize(
    ("answers", "state"),
    [
        (["awaiting", "awaiting"], "sounded"),
        (["accepted", "awaiting"], "sounded"),
        (["accepted", "accepted"], "accepted"),
        (["conditional", "conditional"], "conditional"),
        (["declined", "declined"], "declined"),
        (["accepted", "declined", "awaiting"], "partial"),
        (["accepted", "conditional"], "partial"),
        (["partial"], "partial"),
        (["partial", "awaiting"], "partial"),
        (["accepted", "cancelled"], "accepted"),
        (["declined", "cancelled"], "declined"),
        (["cancelled", "cancelled"], "sounded"),
        (["accepted", "consult"], "sounded"),
        (["declined", "consult"], "sounded"),
        (["accepted", "declined", "consult"], "partial"),
    ],
)
def test_the_answers_of_the_offices_make_the_feasibility_of_the_case(answers, state):
    for before in FEASIBILITY:
        assert roll_up(before, answers) == state


@pytest.mark.parametrize(
    ("parts", "state"),
    [
        (["requested", "requested"], "requested"),
        (["requested", "declined"], "requested"),
        (["investigating", "requested"], "investigating"),
        (["questioned", "declined"], "investigating"),
        (["replied", "requested"], "investigating"),
        (["replied", "replied", "declined"], "replied"),
        (["replied", "cancelled"], "replied"),
        (["requested", "awaiting"], "requested"),
        (["replied", "awaiting"], "investigating"),
    ],
)
def test_a_running_case_is_replied_when_the_last_answer_has_come(parts, state):
    for before in ("requested", "investigating", "replied"):
        assert roll_up(before, parts) == state


@given(st.sampled_from(STATES), st.lists(st.sampled_from(PART_STATES), max_size=7))
def test_the_state_of_a_case_is_always_a_declared_one_and_settles(state, parts):
    keys = [part.key for part in parts]
    once = roll_up(state.key, keys)
    assert once in {one.key for one in STATES}
    assert roll_up(once, keys) == once


@pytest.mark.parametrize(
    "state",
    [state for state in STATES if state.closed or state.key in ("received", "checking", "returned")],
    ids=lambda s: s.key,
)
def test_offices_never_move_a_case_that_is_closed_or_not_yet_sounded(state):
    for parts in (["accepted"], ["declined"], ["replied"], []):
        assert roll_up(state.key, parts) == state.key


def test_no_formal_letter_before_an_office_has_accepted():
    formal = WORKFLOW.transition("request_formally")
    assert "sounded" not in formal.sources
    assert set(formal.needs_part_in) == {"accepted", "conditional", "partial"}
    assert set(formal.moves_parts) == set(formal.needs_part_in)


def test_a_late_acceptance_can_be_requested_while_others_are_under_research():
    assert {"requested", "investigating"} <= set(WORKFLOW.transition("request_formally").sources)


def test_what_leaves_the_branch_is_guarded_and_numbered():
    for step in (
        WORKFLOW.transition("sound_out"),
        GRANT_WORKFLOW.transition("transmit"),
        GRANT_WORKFLOW.transition("apply_for_grant"),
    ):
        assert step.guard is Guard.READY
        assert step.issues
        assert step.numbered


def test_withdrawal_before_and_revocation_after_the_award_are_two_different_acts():
    assert set(GRANT_WORKFLOW.transition("withdraw").sources) == set(IN_THE_BRANCH)
    assert set(GRANT_WORKFLOW.transition("transmit_withdrawal").sources) == set(AT_HEADQUARTERS)
    assert set(GRANT_WORKFLOW.transition("revoke").sources) == set(AFTER_AWARD)
    assert not {*IN_THE_BRANCH, *AT_HEADQUARTERS} & set(AFTER_AWARD)


def test_a_flow_gives_its_states_and_steps_by_key():
    assert GRANT_WORKFLOW.first == "received"
    assert GRANT_WORKFLOW.state("awarded").label.ja == "交付決定"
    assert GRANT_WORKFLOW.transition("nonsense") is None
    assert WORKFLOW.parts.transition("nonsense") is None
    assert WORKFLOW.parts.transition("accept").target == "accepted"
    assert WORKFLOW.parts.state("awaiting").label.ja == "可否待ち"
    assert "closed" in GRANT_WORKFLOW.closed_states()
    assert {step.key for step in WORKFLOW.parts.open_from("replied")} == set()
