"""The verbs and their arguments: a contract that later versions add to and never change."""

import argparse
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from clair_desktop.cli import cases, looking_up, offices, rulebook
from clair_desktop.domain.eras import read_day
from clair_desktop.domain.refusal import Malformed
from clair_desktop.domain.typed import folded
from clair_desktop.domain.wording import Language

if TYPE_CHECKING:
    from clair_desktop.cli.session import Session

CarryOut = Callable[["Session", argparse.Namespace], int | None]
_OFTEN = argparse.ArgumentParser(add_help=False)
_OFTEN.add_argument(
    "--data", type=Path, default=argparse.SUPPRESS, metavar="FOLDER", help="データフォルダー / data folder"
)
_OFTEN.add_argument("--language", type=Language, choices=list(Language), default=argparse.SUPPRESS, help="ja | en")
_OFTEN.add_argument("--json", action="store_true", default=argparse.SUPPRESS, help="JSON で答える / answer as JSON")


def parser() -> argparse.ArgumentParser:
    top = argparse.ArgumentParser(
        prog="clair-desktop",
        parents=[_OFTEN],
        description="自治体国際化協会支部の事務 / The casework of a CLAIR branch. Without a verb: the window.",
    )
    verbs = top.add_subparsers(dest="verb", required=True, metavar="VERB")
    _demonstration(verbs)
    _looking_up(verbs)
    _check(verbs)
    _cases(verbs)
    _papers(verbs)
    _rules(verbs)
    _notices(verbs)
    return top


def _verb(
    verbs: "argparse._SubParsersAction[argparse.ArgumentParser]", name: str, does: CarryOut, help_: str
) -> argparse.ArgumentParser:
    made = verbs.add_parser(name, parents=[_OFTEN], help=help_, description=help_)
    made.set_defaults(carry_out=does)
    return made


def _demonstration(verbs: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    demo = _verb(verbs, "demo", offices.demo, "見本の支部を作る / make a demonstration branch in an empty --data")
    demo.add_argument("--out", type=Path, default=Path("demonstration"), metavar="FOLDER")
    branch = _verb(verbs, "branch", offices.branch, "支部を選ぶ / choose or show the branch")
    branch.add_argument("code", nargs="?", metavar="CODE")


def _looking_up(verbs: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    listed = _verb(verbs, "programmes", looking_up.programmes, "事業の一覧 / the programmes")
    listed.add_argument("--on", type=_day, metavar="DATE")
    template = _verb(verbs, "template", looking_up.template, "入力項目のひな形 / JSON skeleton of the answers")
    _programme_and_year(template)
    route = _verb(verbs, "route", looking_up.route, "担当事務所 / which overseas office")
    route.add_argument("--country", required=True, metavar="ISO")
    route.add_argument("--area", metavar="TEXT")
    route.add_argument("--purpose", choices=["research", "support"], required=True)
    route.add_argument("--on", type=_day, metavar="DATE")


def _check(verbs: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    check = _verb(verbs, "check", looking_up.check, "要件の点検 / check answers against the rules of a year")
    _programme_and_year(check)
    _answers(check)
    check.add_argument("--on", type=_day, metavar="DATE")


def _cases(verbs: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    case = verbs.add_parser("case", parents=[_OFTEN], help="案件 / cases").add_subparsers(
        dest="case_verb", required=True, metavar="new|list|show|set|step|history|decide|copy"
    )
    new = _verb(case, "new", cases.new, "受け付ける / receive a case")
    _programme_and_year(new)
    _answers(new)
    new.add_argument("--on", type=_day, metavar="DATE")
    listed = _verb(case, "list", cases.listed, "一覧 / list")
    listed.add_argument("--programme", metavar="KEY")
    listed.add_argument("--year", type=int)
    listed.add_argument("--state", metavar="KEY")
    listed.add_argument("--text", default="", metavar="TEXT")
    _number(_verb(case, "show", cases.show, "内容 / show a case"))
    changed = _verb(case, "set", cases.changed, "入力を変える / change answers (null clears one)")
    _number(changed)
    _answers(changed)
    step = _verb(case, "step", cases.step, "次へ進める / take a step")
    _number(step)
    step.add_argument("step", metavar="STEP")
    step.add_argument("--part", metavar="OFFICE")
    step.add_argument("--on", type=_day, metavar="DATE")
    step.add_argument("--document-number", metavar="TEXT")
    step.add_argument("--note", default="", metavar="TEXT")
    _number(_verb(case, "history", cases.history, "履歴 / history"))
    decide = _verb(case, "decide", cases.decide, "要確認の判断 / close an undecided finding")
    _number(decide)
    decide.add_argument("rule", metavar="RULE")
    decide.add_argument("--reason", required=True)
    decide.add_argument("--by", required=True, metavar="POST")
    copied = _verb(case, "copy", rulebook.copy_case, "別の年度へ写す / copy into another year")
    _number(copied)
    copied.add_argument("--year", type=int, required=True, metavar="N")
    _verb(verbs, "undo", cases.undo, "元に戻す / undo the newest act")


def _papers(verbs: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    enclose = _verb(verbs, "enclose", cases.enclose, "添付する / enclose files")
    _number(enclose)
    enclose.add_argument("files", nargs="+", type=Path, metavar="FILE")
    enclose.add_argument("--kind", metavar="KEY")
    printed = _verb(verbs, "print", cases.printed, "書類一式を印刷する / print a pack")
    _number(printed)
    printed.add_argument("pack", metavar="PACK")
    printed.add_argument("--lang", choices=["ja", "en", "both"], default="ja")
    printed.add_argument("--out", type=Path, required=True, metavar="FILE.pdf")
    printed.add_argument("--document-number", metavar="TEXT")
    printed.add_argument("--on", type=_day, metavar="DATE")
    export = _verb(verbs, "export", offices.export, "本部提出用 Excel / headquarters' workbook")
    _programme_and_year(export)
    export.add_argument("--out", type=Path, required=True, metavar="FILE.xlsx")


def _rules(verbs: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    rule = verbs.add_parser("rule", parents=[_OFTEN], help="定め / rules by year").add_subparsers(
        dest="rule_verb", required=True, metavar="list|enter|withdraw"
    )
    _programme_and_year(_verb(rule, "list", offices.rules, "定めの状況 / how the rules stand"))
    enter = _verb(rule, "enter", offices.enter_rule, "定めを入力する / enter a value with its source")
    _programme_and_year(enter)
    enter.add_argument("rule", metavar="RULE")
    enter.add_argument("--value", required=True, metavar="TEXT")
    enter.add_argument("--source", required=True, metavar="TITLE")
    enter.add_argument("--locator", default="", metavar="TEXT")
    withdraw = _verb(rule, "withdraw", offices.withdraw_rule, "入力を取り消す / withdraw an own entry")
    _programme_and_year(withdraw)
    withdraw.add_argument("rule", metavar="RULE")


def _notices(verbs: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    notice = verbs.add_parser("notice", parents=[_OFTEN], help="定めの通知 / rule notices").add_subparsers(
        dest="notice_verb", required=True, metavar="make|show|take"
    )
    make = _verb(notice, "make", rulebook.make_notice, "通知を作る / make a notice of what was entered")
    make.add_argument("--year", type=int, required=True, metavar="N")
    make.add_argument("--out", type=Path, required=True, metavar="FILE")
    make.add_argument("--programme", action="append", metavar="KEY")
    make.add_argument("--by", metavar="TEXT", help="作成者 / who issues it")
    show = _verb(notice, "show", rulebook.show_notice, "違いを見る / the difference it would make")
    show.add_argument("notice", type=Path, metavar="NOTICE")
    take = _verb(notice, "take", rulebook.take_notice, "取り込む / take a notice")
    take.add_argument("notice", type=Path, metavar="NOTICE")
    take.add_argument("--dry-run", action="store_true")
    simulate = _verb(verbs, "simulate", rulebook.simulate, "影響を見る / which open cases a notice would touch")
    simulate.add_argument("notice", type=Path, metavar="NOTICE")
    counted = _verb(verbs, "statistics", rulebook.statistics, "集計 / statistics of a project year")
    counted.add_argument(
        "--year", type=int, metavar="N", help="実施年度（省けば全年度） / project year; all without it"
    )
    counted.add_argument("--by", default="programme", metavar="year|programme|state|body|country|category")
    counted.add_argument("--programme", metavar="KEY")


def _programme_and_year(verb: argparse.ArgumentParser) -> None:
    verb.add_argument("programme", metavar="PROGRAMME")
    verb.add_argument("--year", type=int, required=True, metavar="N", help="実施年度（西暦） / project year")


def _answers(verb: argparse.ArgumentParser) -> None:
    verb.add_argument("--answers", required=True, metavar="FILE|-", help="JSON")


def _number(verb: argparse.ArgumentParser) -> None:
    verb.add_argument("number", metavar="NO")


def _day(text: str) -> date:
    try:
        return read_day(folded(text))
    except Malformed as complaint:
        raise argparse.ArgumentTypeError(f"{complaint.wording.ja} / {complaint.wording.en}") from complaint
