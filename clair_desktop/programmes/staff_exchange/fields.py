"""What is kept of trainees received: the host's wish, who came from where and when. No sex, no birth date, no passport."""

from clair_desktop.blocks.applicant import APPLICANT
from clair_desktop.blocks.units import PERSONS
from clair_desktop.domain.fields import Choice, Count, Day, Option, Rows, Section, Text, YesNo
from clair_desktop.domain.place_fields import Country
from clair_desktop.domain.wording import Wording

HOST = Section("host", Wording("受入団体", "Host"), APPLICANT.fields)

WISH = Section(
    "wish",
    Wording("受入れの要望", "Wish to receive trainees"),
    [
        Text(key="title", label=Wording("件名", "Subject"), required=True, searchable=True),
        Text(key="title_en", label=Wording("件名（英語）", "Subject in English"), searchable=True),
        Country(key="country", label=Wording("研修員の国", "Country"), required=True, searchable=True),
        Text(key="sending_body", label=Wording("派遣元の団体", "Sending body"), searchable=True),
        Text(key="training", label=Wording("研修分野", "Field of training"), required=True, searchable=True),
        Count(key="persons", label=Wording("人数", "Persons"), unit=PERSONS),
        Day(key="starts", label=Wording("受入期間（から）", "From"), required=True),
        Day(
            key="ends",
            label=Wording("受入期間（まで）", "To"),
            required=True,
            hint=Wording("6か月から12か月", "Six to twelve months"),
        ),
        Choice(
            key="route",
            label=Wording("募集の経路", "How trainees were found"),
            required=True,
            options=[
                Option("clair", Wording("協会から海外の関係機関・自治体へ", "Through CLAIR and bodies abroad")),
                Option("direct", Wording("本人からの直接の応募", "The person applied directly")),
            ],
        ),
        Text(key="conditions", label=Wording("研修員に求めること", "What trainees must bring"), lines=3),
    ],
)

TRAINEES = Section(
    "trainee_list",
    Wording("研修員", "Trainees"),
    [
        Rows(
            key="trainees",
            label=Wording("研修員", "Trainees"),
            hint=Wording("氏名は保存が必要な場合だけ", "Names only where they must be kept"),
            columns=[
                Text(key="name", label=Wording("氏名（旅券の表記）", "Name (as in the passport)")),
                Country(key="country", label=Wording("国", "Country"), required=True, searchable=True),
                Text(key="employer", label=Wording("所属団体", "Employer"), required=True, searchable=True),
                Text(key="post", label=Wording("職名", "Post")),
                Count(key="years", label=Wording("勤続年数", "Years of service")),
                Text(key="training", label=Wording("研修分野", "Field of training")),
                Text(key="japanese", label=Wording("日本語力", "Japanese")),
                Day(key="arrives", label=Wording("来日", "Arrived")),
                Day(key="jiam_from", label=Wording("JIAM研修（から）", "JIAM from")),
                Day(key="jiam_to", label=Wording("JIAM研修（まで）", "JIAM to")),
                Day(key="leaves", label=Wording("帰国", "Left")),
                Choice(
                    key="outcome",
                    label=Wording("結果", "Outcome"),
                    options=[
                        Option("training", Wording("研修中", "In training")),
                        Option("completed", Wording("修了", "Completed")),
                        Option("interrupted", Wording("中途帰国", "Left early")),
                    ],
                ),
            ],
        )
    ],
    stage="trainees",
)

SUPPORT = Section(
    "support",
    Wording("受入れの条件", "Conditions"),
    [
        Text(key="allowances", label=Wording("生活補助・宿舎・旅費", "Allowances, lodging, travel"), lines=3),
        Text(key="insurance", label=Wording("保険", "Insurance")),
        Text(key="supervisor", label=Wording("指導担当（部署・職）", "Supervising section and post")),
    ],
    stage="support",
)

REPORT = Section(
    "report",
    Wording("研修の結果", "Result"),
    [
        Text(key="results", label=Wording("研修の成果", "What came of it"), lines=4),
        Text(key="follow_up", label=Wording("帰国後の交流", "Contact afterwards"), lines=3),
        YesNo(key="published", label=Wording("研修報告書が公表された", "The trainee's report was published")),
        Text(key="ended_because", label=Wording("受入れに至らなかった・中断した理由", "Why it did not go on"), lines=2),
    ],
    stage="report",
)

SECTIONS = [HOST, WISH, TRAINEES, SUPPORT, REPORT]
