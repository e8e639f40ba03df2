"""What is said of headquarters' answers that cannot be recorded, or only with care."""

from clair_desktop.domain.wording import Wording

BLANK = Wording("（空欄）", "(blank)")
NO_CASE = Wording(
    "「{case}」という案件は、この事業・年度にはありません。行を確かめ、支部にない案件なら本部へ照会してください。",
    "There is no case “{case}” in this programme and year. Check the row; ask headquarters if it is none of ours.",
)
AMBIGUOUS = Wording(
    "「{case}」に当たる案件が複数あります（{numbers}）。受付番号を入れて読み直してください。",
    "Several cases fit “{case}” ({numbers}). Enter the case number and read it again.",
)
MATCHED_BY_NAME = Wording(
    "団体名・件名から案件{case}と読みました。確かめてください。",
    "Read as case {case} by its body and title. Please check.",
)
NO_OUTCOME = Wording(
    "決定の欄が空のため、何を記録するか分かりません。決定を入れて読み直してください。",
    "The decision is blank, so there is nothing to record. Enter it and read the file again.",
)
UNKNOWN_OUTCOME = Wording(
    "「{told}」がどの決定か分かりません（この事業の決定：{known}）。意味を本部に確かめ、どの決定に当たるかを指定してください。",
    "“{told}” is no decision known here ({known}). Ask headquarters what it means, and say which one it is.",
)
NO_PART = Wording(
    "案件{case}に事務所「{part}」はありません（{known}）。", "Case {case} has no office “{part}” ({known})."
)
NOT_OPEN = Wording(
    "案件{case}はいま「{state}」のため、「{outcome}」を記録できません（記録できるのは：{open}）。先に手続を進めてください。",
    "Case {case} stands at “{state}”, so “{outcome}” cannot be recorded (open now: {open}). Take the earlier steps first.",
)
LOCKED = Wording("案件{case}は変更できません：{why}", "Case {case} cannot be changed: {why}")
NEEDS = Wording(
    "「{step}」には「{field}」が要ります。表に書き足すか、案件に入力してから読み直してください。",
    "“{step}” needs “{field}”. Add it to the table, or enter it in the case, and read the file again.",
)
BLOCKED = Wording("案件の点検で止まります：{why}", "The case's own check stands in the way: {why}")
NO_DAY = Wording("決定日がないため、今日の日付で記録します。", "There is no day; today's will be recorded.")
FUTURE = Wording("決定日が先の日付です。確かめてください。", "The day lies in the future. Please check.")
AMOUNT_UNUSED = Wording(
    "「{outcome}」では額を記録しません。額は交付決定などのときに取り込みます。",
    "“{outcome}” records no amount; amounts are taken with the award.",
)
NOT_KNOWN_AS_SENT = Wording(
    "この版（第{number}版）を送った記録がありません。現在の案件とだけ比べました。",
    "There is no record that no. {number} was sent. It was compared with the cases as they stand now only.",
)
NOT_THE_LATEST = Wording(
    "第{number}版への回答です（最後に送ったのは第{last}版）。", "It answers no. {number}; no. {last} was sent since."
)
META_ALTERED = Wording(
    "metaシートの封印が合いません：{why}戻ってきた値を1件ずつ確かめてください。",
    "The seal on its meta sheet does not hold: {why} Check the returned values one by one.",
)
TAKEN_BEFORE = Wording("同じファイルを{day}に取り込んでいます。", "The same file was taken in on {day}.")
HIDDEN = Wording(
    "隠れた行（絞り込みなど）です。回答として読みました。",
    "The row is hidden, perhaps by a filter. It was read all the same.",
)
OVER_REQUESTED = Wording(
    "決定額{amount}円が申請額{requested}円を超えています。本部に確かめてください。",
    "JPY {amount} is above the JPY {requested} that was requested. Ask headquarters.",
)
