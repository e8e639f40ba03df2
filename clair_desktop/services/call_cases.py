"""What a case that is received from a call holds from the first: its applicant, or every body's answer."""

from clair_desktop.domain.calls import CallAnswer, Collected
from clair_desktop.domain.facts import Answers
from clair_desktop.domain.programme import Edition
from clair_desktop.model.calls import BodyKey
from clair_desktop.services.call_sheets import AskedBody, CallSheet


def first_answers(sheet: CallSheet, body: BodyKey) -> Answers:
    """Nothing is said that the call does not know."""
    collected = sheet.programme.collected
    if collected is not None:
        return {collected.rows: [_row(collected, one) for one in sheet.bodies]}
    return _applicant(sheet.edition, body)


def _applicant(edition: Edition, body: BodyKey) -> Answers:
    code, name = body
    asked = edition.field("applicant")
    if code and asked is not None:
        return {"applicant": code} | (dict([asked.required_when]) if asked.required_when else {})
    if name and edition.field("requester_name") is not None:
        return {"requester_name": name}
    return {}


def _row(collected: Collected, one: AskedBody) -> Answers:
    said = {
        collected.body: one.key[0],
        collected.name: one.key[1],
        collected.answer: collected.options.get(one.said, ""),
        collected.answered_on: one.answered_on if one.said is not CallAnswer.OPEN else None,
        collected.note: one.note,
        collected.reminded_on: one.reminded_on,
    }
    return {key: value for key, value in said.items() if value}
