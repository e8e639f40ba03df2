"""What the overseas offices' pages advise visitors, as hints beside an office; what can be checked is a finding too."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from clair_desktop.domain import publications_abroad as read
from clair_desktop.domain.rulings import Source
from clair_desktop.domain.wording import Wording


@dataclass(frozen=True, slots=True)
class Guidance:
    """One piece of advice and the page that gives it; ``source`` is None where no page was found."""

    text: Wording
    source: Source | None


def _of(source: Source, *texts: tuple[str, str]) -> tuple[Guidance, ...]:
    return tuple(Guidance(Wording(ja, en), source) for ja, en in texts)


_NOT_FOUND = Guidance(
    Wording(
        "シドニー事務所の訪問に関する案内は確認できていません。事務所に御確認ください。",
        "No page of advice by the Sydney Office was found. Ask the office.",
    ),
    None,
)

GUIDANCE: Mapping[str, Sequence[Guidance]] = {
    "new_york": _of(
        read.ADVICE_NEW_YORK,
        ("連邦制のため、制度は州ごとに異なります。", "Federal: systems differ from state to state."),
        (
            "相手のウェブサイトを先に読み、質問は絞ってください。",
            "Read their website first; ask little, and to the point.",
        ),
        ("意見交換の材料を用意してください。", "Bring something to discuss."),
    ),
    "london": _of(
        read.ADVICE_LONDON,
        (
            "国と自治体の事務分担が日本と異なります（医療・農林水産は自治体の事務ではない）。",
            "Tasks are divided differently: health, farming and fisheries are not municipal.",
        ),
        ("担当者は専門職です。質問は具体的に。", "Staff are specialists: make questions concrete."),
        ("議題が多いと相手の担当が増え、負担になります。", "Many topics mean many counterparts, and a burden."),
    ),
    "paris": _of(
        read.ADVICE_PARIS,
        (
            "制度を調べた上で、その自治体を選んだ理由を示してください。",
            "Study the system, then say why this body was chosen.",
        ),
        (
            "ベルギー・スイスのフランス語圏、スペイン、モナコにも当てはまります。",
            "It holds for French-speaking Belgium and Switzerland, Spain and Monaco too.",
        ),
    ),
    "singapore": _of(
        read.ADVICE_SINGAPORE,
        (
            "旧正月の前後は長期休暇をとる人が多く、祝日（旧正月、ハリ・ラヤなど）は年ごとに動きます。",
            "Many are away around the lunar new year; holidays such as Hari Raya move from year to year.",
        ),
        (
            "表敬や「話を聞くだけ」の訪問は断られます。趣旨と議論したい内容を示してください。",
            "Courtesy calls are refused. Tell the purpose and the topics.",
        ),
        ("過去に訪問した職員がいないか調べてください。", "Find out whether colleagues have been there before."),
    ),
    "seoul": _of(
        read.ADVICE_SEOUL,
        (
            "短時間の訪問でも必ず文書を求められます。",
            "A written document is always asked for, however short the visit.",
        ),
        (
            "最初の連絡は広域自治体の国際交流担当部署へ。メール・FAXは着信を確かめてください。",
            "First ask the exchange section of the wider authority; check that mail and fax arrived.",
        ),
        ("名刺は多めに、手土産も用意してください。", "Bring many cards and a few gifts."),
    ),
    "sydney": (_NOT_FOUND,),
    "beijing": _of(
        read.ADVICE_BEIJING,
        ("土日・祝日の面会は、通常受け入れられません。", "On weekends and holidays an appointment is usually refused."),
        (
            "昼休みはおおむね11時30分～13時30分です（所により15時まで）。",
            "The midday break is about 11:30 to 13:30, in places to 15:00.",
        ),
        (
            "地方政府の外事弁公室か事務所を通じて依頼し、複数の日時を示してください。",
            "Ask through the foreign affairs office or ours, and offer several times.",
        ),
        ("移動の時間に余裕をみてください。", "Leave time for the traffic."),
    ),
}
