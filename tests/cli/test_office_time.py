"""office-time and directory show: the clock of an office, and how it is dialled."""


def test_office_time_tells_the_local_clock_and_why_nobody_answers(run):
    said = run("office-time", "new_york", "--at", "2026-11-26T23:30+09:00").json
    assert said["local"] == "2026-11-26T09:30:00-05:00"
    assert said["ahead_minutes"] == -14 * 60
    assert (said["reach"], said["closed"]["name"]["en"]) == ("closed", "Thanksgiving Day")
    assert said["difference"] == {"ja": "−14時間（同じ日）", "en": "−14 h (the same day)"}
    assert (said["hours_settled"], said["standing"]["ja"]) == (False, "休み（感謝祭）")
    assert said["numbers"][0]["dialling"] == {"in_japan": "010-1-212-246-5542", "abroad": "+1-212-246-5542"}
    assert said["advice"][0]["source"]["mark"]
    assert len(said["shared"]) == 14
    assert run("office-time", "seoul", "--at", "2026-11-27T10:00").json["reach"] == "open"
    assert run("office-time", "tokyo").json["field"] == "office"
    assert run("office-time", "paris", "--at", "明日").code == 2


def test_office_time_shows_both_numbers_of_beijing_and_its_midday_break(run):
    said = run("office-time", "beijing", "--at", "2026-11-27T13:00+09:00").json
    assert [(one["value"], one["standing"]) for one in said["numbers"] if one["attribute"] == "tel"] == [
        ("86-10-6513-8791", "used"), ("86-10-6513-8790", "earlier"),
    ]  # fmt: skip
    assert (said["reach"], said["standing"]["ja"]) == ("midday", "昼休みの時間帯")


def test_directory_show_tells_how_a_number_is_dialled(run):
    said = run("directory", "show", "headquarters").json["statements"]
    (used,) = [one for one in said if one["attribute"] == "tel" and one["used"]]
    assert used["dialling"] == {"in_japan": "03-5213-1730", "abroad": "+81-3-5213-1730"}
