"""The verbs and their arguments: a contract that later versions add to and never change."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from clair_desktop.cli import cases, days, looking_up, offices, places, rulebook
from clair_desktop.cli.agenda import add_agenda
from clair_desktop.cli.answers import add_answers
from clair_desktop.cli.blanks import add_blanks
from clair_desktop.cli.directory import add_directory
from clair_desktop.cli.intake import add_intake
from clair_desktop.cli.joining import add_joining
from clair_desktop.cli.letter_arguments import add_letters
from clair_desktop.cli.making_up import USUAL, add_making_up
from clair_desktop.cli.papers import add_papers
from clair_desktop.cli.parsing import OFTEN, a_day, add_verb, case_number, programme_and_year
from clair_desktop.cli.registers import add_handing
from clair_desktop.cli.rulebook_arguments import add_calls, add_cost_sheet, add_notices, add_years
from clair_desktop.cli.workbooks import add_workbooks
from clair_desktop.domain.working_days import Moving

if TYPE_CHECKING:
    from clair_desktop.cli.parsing import Verbs


def parser() -> argparse.ArgumentParser:
    top = argparse.ArgumentParser(
        prog="clair-desktop",
        parents=[OFTEN],
        description="自治体国際化協会支部の事務 / The casework of a CLAIR branch. Without a verb: the window.",
    )
    verbs = top.add_subparsers(dest="verb", required=True, metavar="VERB")
    _demonstration(verbs)
    _looking_up(verbs)
    _days(verbs)
    add_agenda(verbs)
    _check(verbs)
    _cases(verbs)
    _papers(verbs)
    _rules(verbs)
    add_notices(verbs)
    add_cost_sheet(verbs)
    add_years(verbs)
    add_calls(verbs)
    add_directory(verbs)
    add_letters(verbs)
    add_papers(verbs)
    add_blanks(verbs)
    add_workbooks(verbs)
    add_joining(verbs)
    add_answers(verbs)
    return top


def _demonstration(verbs: "Verbs") -> None:
    demo = add_verb(verbs, "demo", offices.demo, "見本の支部を作る / make a demonstration branch in an empty --data")
    demo.add_argument("--out", type=Path, default=Path("demonstration"), metavar="FOLDER")
    branch = add_verb(verbs, "branch", offices.branch, "支部を選ぶ / choose or show the branch")
    branch.add_argument("code", nargs="?", metavar="CODE")


def _looking_up(verbs: "Verbs") -> None:
    listed = add_verb(verbs, "programmes", looking_up.programmes, "事業の一覧 / the programmes")
    listed.add_argument("--on", type=a_day, metavar="DATE")
    template = add_verb(verbs, "template", looking_up.template, "入力項目のひな形 / JSON skeleton of the answers")
    programme_and_year(template)
    route = add_verb(verbs, "route", looking_up.route, "担当事務所 / which overseas office")
    route.add_argument("--country", required=True, metavar="ISO")
    route.add_argument("--area", metavar="TEXT")
    route.add_argument("--purpose", choices=["research", "support", "charge"], required=True)
    route.add_argument("--on", type=a_day, metavar="DATE")
    named = add_verb(verbs, "municipality", places.municipality, "市区町村を探す / find a municipality or ward")
    named.add_argument("text", metavar="TEXT")
    postal = add_verb(verbs, "postal", places.postal, "郵便番号の住所 / the places of a postal code")
    postal.add_argument("code", metavar="CODE")


def _days(verbs: "Verbs") -> None:
    deadline = add_verb(verbs, "deadline", days.deadline, "期限の日を数える / where a deadline falls")
    deadline.add_argument("day", type=a_day, metavar="DATE")
    deadline.add_argument("--policy", choices=[one.value for one in Moving], default=Moving.NONE.value)
    deadline.add_argument("--workdays", type=int, default=0, metavar="N", help="N開庁日後 / N working days from it")
    office = add_verb(verbs, "office-time", days.office_time, "海外事務所の時刻 / the time at an overseas office")
    office.add_argument("office", metavar="KEY")
    office.add_argument("--at", type=days.a_moment, metavar="ISO")


def _check(verbs: "Verbs") -> None:
    check = add_verb(verbs, "check", looking_up.check, "要件の点検 / check answers against the rules of a year")
    programme_and_year(check)
    _answers(check)
    check.add_argument("--on", type=a_day, metavar="DATE")


def _cases(verbs: "Verbs") -> None:
    case = verbs.add_parser("case", parents=[OFTEN], help="案件 / cases").add_subparsers(
        dest="case_verb", required=True, metavar="new|list|show|set|step|history|decide|copy"
    )
    new = add_verb(case, "new", cases.new, "受け付ける / receive a case")
    programme_and_year(new)
    _answers(new)
    new.add_argument("--on", type=a_day, metavar="DATE")
    listed = add_verb(case, "list", cases.listed, "一覧 / list")
    listed.add_argument("--programme", metavar="KEY")
    listed.add_argument("--year", type=int, metavar="N", help="実施年度 / project year")
    listed.add_argument("--call-year", type=int, metavar="N", help="募集年度 / year of the call")
    listed.add_argument("--closing-year", type=int, metavar="N", help="完了した年度 / year in which it was closed")
    listed.add_argument("--state", metavar="KEY")
    listed.add_argument("--text", default="", metavar="TEXT")
    case_number(add_verb(case, "show", cases.show, "内容 / show a case"))
    changed = add_verb(case, "set", cases.changed, "入力を変える / change answers (null clears one)")
    case_number(changed)
    _answers(changed)
    step = add_verb(case, "step", cases.step, "次へ進める / take a step")
    case_number(step)
    step.add_argument("step", metavar="STEP")
    step.add_argument("--part", metavar="OFFICE")
    step.add_argument("--on", type=a_day, metavar="DATE")
    step.add_argument("--document-number", metavar="TEXT")
    step.add_argument("--note", default="", metavar="TEXT")
    step.add_argument("--letters", type=Path, metavar="FOLDER", help="続く文書を作る / make the letter that follows")
    step.add_argument("--letter-number", metavar="TEXT", help="続く文書の文書番号 / its document number")
    case_number(add_verb(case, "history", cases.history, "履歴 / history"))
    decide = add_verb(case, "decide", cases.decide, "要確認の判断 / close an undecided finding")
    case_number(decide)
    decide.add_argument("rule", metavar="RULE")
    decide.add_argument("--reason", required=True)
    decide.add_argument("--by", required=True, metavar="POST")
    copied = add_verb(case, "copy", rulebook.copy_case, "別の年度へ写す / copy into another year")
    case_number(copied)
    copied.add_argument("--year", type=int, required=True, metavar="N")
    add_verb(verbs, "undo", cases.undo, "元に戻す / undo the newest act")


def _papers(verbs: "Verbs") -> None:
    enclose = add_verb(verbs, "enclose", cases.enclose, "添付する / enclose files")
    case_number(enclose)
    enclose.add_argument("files", nargs="+", type=Path, metavar="FILE")
    enclose.add_argument("--kind", metavar="KEY")
    looked = add_verb(verbs, "looked-at", cases.looked_at, "添付を確認した / an enclosure was looked at")
    case_number(looked)
    looked.add_argument("enclosure", type=int, metavar="ID")
    converted = add_verb(verbs, "enclose-as-pdf", cases.enclose_as_pdf, "添付のPDFを作る / a PDF of an enclosed file")
    case_number(converted)
    converted.add_argument("enclosure", type=int, metavar="ID")
    printed = add_verb(verbs, "print", cases.printed, "書類一式を印刷する / print a pack")
    case_number(printed)
    printed.add_argument("pack", metavar="PACK")
    said = "ja（なければ）; usual: 宛先による（支部の設定、なければ国内は日本語・海外は英語） / as kept, else as the receiver reads"
    printed.add_argument("--lang", choices=["ja", "en", "both", USUAL], help=said)
    printed.add_argument("--out", type=Path, required=True, metavar="FILE.pdf")
    printed.add_argument("--document-number", metavar="TEXT")
    printed.add_argument("--on", type=a_day, metavar="DATE")
    printed.add_argument("--reason", default="", metavar="TEXT", help="台帳に残す理由 / why, for the ledger")
    add_making_up(printed)
    printed.add_argument(
        "--row", type=int, action="append", default=[], metavar="N", help="宛先の行（繰返し可） / row of the receiver"
    )
    export = add_verb(verbs, "export", offices.export, "本部提出用 Excel / headquarters' workbook")
    programme_and_year(export)
    export.add_argument("--out", type=Path, required=True, metavar="FILE.xlsx")
    add_intake(verbs, export)
    add_handing(verbs, export)


def _rules(verbs: "Verbs") -> None:
    rule = verbs.add_parser("rule", parents=[OFTEN], help="定め / rules by year").add_subparsers(
        dest="rule_verb", required=True, metavar="list|enter|withdraw"
    )
    programme_and_year(add_verb(rule, "list", offices.rules, "定めの状況 / how the rules stand"))
    enter = add_verb(rule, "enter", offices.enter_rule, "定めを入力する / enter a value with its source")
    programme_and_year(enter)
    enter.add_argument("rule", metavar="RULE")
    enter.add_argument("--value", required=True, metavar="TEXT")
    enter.add_argument("--source", required=True, metavar="TITLE")
    enter.add_argument("--locator", default="", metavar="TEXT")
    withdraw = add_verb(rule, "withdraw", offices.withdraw_rule, "入力を取り消す / withdraw an own entry")
    programme_and_year(withdraw)
    withdraw.add_argument("rule", metavar="RULE")


def _answers(verb: argparse.ArgumentParser) -> None:
    verb.add_argument("--answers", required=True, metavar="FILE|-", help="JSON")
