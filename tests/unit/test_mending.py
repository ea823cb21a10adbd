"""`insyn fix`: what is certain is set right, and nothing else in the files changes."""

from __future__ import annotations

import os
import pty
import select
import shutil
import stat
import subprocess
import sys
import unicodedata
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from hypothesis import given, settings
from hypothesis import strategies as st

from insyn.cli import main
from insyn.explanation import explain
from insyn.mending import Mended, mend
from insyn.model import load
from insyn.model.spellings import (
    as_amount,
    as_count,
    as_date,
    as_email,
    as_municipalities,
    as_municipality,
    as_phone,
    as_region,
)
from insyn.model.values import Surroundings, read_phone, rounded_amount
from insyn.source import Sources, parse_card, read_content
from insyn.write import replace_text

BASE = Path(__file__).parents[1] / "invalid" / "base" / "content"
FILE = "content/projects/jobb-i-vivalla.md"
CARD = (BASE / "projects/jobb-i-vivalla.md").read_text(encoding="utf-8")
CHOICES = Surroundings(
    choices={
        "phases": {"Genomförande": "Genomförande"},
        "programme_areas": {"Programområde 2 Ökat arbetskraftsutbud": "2"},
        "target_groups": {"Unga": "Unga", "Nyanlända": "Nyanlända"},
    },
    media=frozenset({"images/huset.png"}),
)


# --- what one value can have been meant to say ---


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        *(("2009-1-5", "2009-01-05"), ("2009/01/05", "2009-01-05"), ("2009.1.5", "2009-01-05")),
        *(("20090105", "2009-01-05"), ("2009 01 05", "2009-01-05"), ("2009–01–05", "2009-01-05")),
        *(("5 januari 2009", "2009-01-05"), ("den 5 jan. 2009", "2009-01-05")),
        *(("5:e maj 2009", "2009-05-05"), ("January 5, 2009", "2009-01-05")),
        *(("1st May 2010", "2010-05-01"), ("13/1 2009", "2009-01-13"), ("5/5 2009", "2009-05-05")),
        *(("2009-01-05 00:00:00", "2009-01-05"), ("2009-1-5T00:00", "2009-01-05")),
        *(
            ("13.1.2009", "2009-01-13"),
            ("tisdag den 13/1 2009", "2009-01-13"),
            ("1/3-2025", "2025-03-01"),
            ("28/2-2027", "2027-02-28"),
        ),
    ],
)
def test_a_date_that_has_one_reading_is_read(typed: str, meant: str) -> None:
    assert as_date(typed) == meant


@pytest.mark.parametrize(
    "typed",
    ["5/1 2009", "1/5/2009", "2009-13-01", "31 april 2009", "januari 2009", "5/1", "våren 2009"],
)
def test_a_date_with_two_readings_or_none_is_left_alone(typed: str) -> None:
    assert as_date(typed) == typed


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        *(("4'719'182 SEK", "4 719 182 kr"), ("4 719 182 :-", "4 719 182 kr")),
        *(("4 719 182 svenska kronor", "4 719 182 kr"), ("4 719 182:00 kr", "4 719 182 kr")),
        ("4’719’182", "4 719 182"),
    ],
)
def test_an_amount_that_says_exactly_what_it_is_is_read(typed: str, meant: str) -> None:
    assert as_amount(typed) == meant


@pytest.mark.parametrize(
    "typed", ["4,7 mkr", "ca 4 mkr", "4719 182", "4 719 182,50", "4 719 182 USD", "4–5 000 kr"]
)
def test_an_amount_that_may_be_rounded_is_left_alone(typed: str) -> None:
    assert as_amount(typed) == typed


def test_a_rounded_amount_is_proposed_and_no_more() -> None:
    assert rounded_amount("4,7 mkr") == "4 700 000 kr"
    assert rounded_amount("12 miljoner kronor") == "12 000 000 kr"
    assert rounded_amount("SEK 2.5 million") == rounded_amount("2500 tkr") == "2 500 000 kr"
    assert rounded_amount("1 200 tkr") == rounded_amount("1,2 mnkr") == "1 200 000 kr"
    assert rounded_amount("1.200 tkr") == rounded_amount("ca 4 mkr") == ""


@pytest.mark.parametrize(
    "typed",
    [
        *("mailto:elmar.jehle@obo.se", "elmar.jehle @ obo.se", "<elmar.jehle@obo.se>"),
        *("elmar.jehle(at)obo.se", "elmar.jehle [snabel-a] obo.se", "E-post: elmar.jehle@obo.se"),
        *("elmar.jehle@obo.se.", "[elmar.jehle@obo.se](mailto:elmar.jehle@obo.se)"),
    ],
)
def test_an_email_address_is_taken_out_of_what_stands_around_it(typed: str) -> None:
    assert as_email(typed) == "elmar.jehle@obo.se"


def test_a_phone_number_is_taken_out_of_what_stands_around_it() -> None:
    assert as_phone("Telefon: 019/19 44 14") == "019-19 44 14"
    assert as_phone("+46 (0)19-19 44 14") == "+46 19-19 44 14"
    assert read_phone("Tel. 019/19 44 14") == read_phone("+46 (0)19-19 44 14") == "019-19 44 14"
    assert as_phone("019-19 44 14 (växel)") == "019-19 44 14 (växel)"


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        *(("Orebro", "Örebro"), ("Örebro kommun", "Örebro"), ("Marks kommun", "Mark")),
        *(("Göteborgs stad", "Göteborg"), ("Falu kommun", "Falun"), ("Lulea kommun", "Luleå")),
        *(("Håbo kommun", "Håbo"), ("Habo kommun", "Habo"), ("Municipality of Malmö", "Malmö")),
        *(("Marks", "Marks"), ("Örebo", "Örebo"), ("Göteborgs", "Göteborgs")),
    ],
)
def test_a_municipality_is_spelled_as_in_the_register_where_it_is_certain(
    typed: str, meant: str
) -> None:
    assert as_municipality(typed) == meant


def test_regions_counts_and_lists_on_one_line() -> None:
    assert as_region("Ostra Mellansverige") == "Östra Mellansverige"
    assert as_region("Mellansverige") == "Mellansverige"
    assert as_region("Västsverige.") == "Västsverige"
    for place in ("Västra Götalands län", "Region Västra Götaland", "Lidköpings kommun"):
        assert as_region(place) == "Västsverige"
    assert as_count("594 personer") == "594"
    assert as_count("cirka 594") == "cirka 594"
    assert as_municipalities("Borås, Marks kommun och Tranemo") == ("Borås", "Mark", "Tranemo")
    assert as_municipalities("Borås och Gnosjöregionen") == ()


# --- what becomes of a file ---


def mended(old: str, new: str, *, card: str = CARD, file: str = FILE) -> Mended | None:
    """What becomes of `card` with `new` in the place of `old`."""
    assert card.count(old) == 1, old
    return mend(file, card.replace(old, new).encode(), CHOICES)


EMAIL = "  email: elmar.jehle@obo.se\n"
OWNER = "owner: ÖrebroBostäder AB\n"
PLACE = "municipalities:\n  - Örebro\n"
FACTS = {
    "date": ("start: 2009-01-01", "start: 1 januari 2009 # enligt avtalet", None),
    "date in quotes": ("start: 2009-01-01", "start: '2009-1-1'", "start: '2009-01-01'"),
    "date in Word's quotes": ("start: 2009-01-01", "start: ”2009-01-01”", None),
    "choice in Word's quotes": ("phase: Genomförande", "phase: ”Genomförande”", None),
    "amount": ("eu: 4 719 182 kr", "eu: 4'719'182 kr", None),
    "e-mail": (EMAIL, "  email:   mailto:elmar.jehle@obo.se\n", EMAIL.replace(": ", ":   ")),
    "place": ("  - Örebro\n", "  - Örebro kommun\n", None),
    "place in brackets": (PLACE, "municipalities: [Orebro]\n", "municipalities: [Örebro]\n"),
    "region": ("region: Östra M", "region: Ostra M", None),
    "field in Swedish": ("owner: ÖrebroBostäder AB", "Projektägare: ÖrebroBostäder AB", None),
    "two colons": (
        "title: Jobb i Vivalla",
        "title:Jobb: i Vivalla",
        'title: "Jobb: i Vivalla"',
    ),
    "tab": ("  role: Kontakt", "\trole: Kontakt", None),
    "odd space": (EMAIL, EMAIL.replace("  email", "\u00a0 email"), None),
    "no space after the colon": ("phase: Gen", "phase:Gen", None),
    "colon in a text": (
        "title: Jobb i Vivalla",
        "title: Jobb: i Vivalla",
        'title: "Jobb: i Vivalla"',
    ),
    "Word's quotes around a colon": (
        "title: Jobb i Vivalla",
        "title: ”Jobb: i Vivalla”",
        'title: "Jobb: i Vivalla"',
    ),
    "quote without an end": ("title: Jobb i Vivalla", 'title: "Jobb', 'title: "Jobb"'),
    "at sign": ("title: Jobb i Vivalla", "title: @jobb", 'title: "@jobb"'),
    "no space after the hyphen": ("  - Örebro\n", "  -Örebro\n", None),
    "bullets": ("partners:\n  - Coompanion\n", "partners:\n  • Coompanion\n", None),
    "list on one line": (PLACE, "municipalities: Örebro kommun och Kumla\n", f"{PLACE}  - Kumla\n"),
    "list without hyphens": (
        "partners:\n  - Coompanion\n",
        "partners:\n  Coompanion\n  Skara kommun\n",
        "partners:\n  - Coompanion\n  - Skara kommun\n",
    ),
    "list without hyphens, with commas, numbers and an empty line": (
        "partners:\n  - Coompanion\n",
        "partners:\n  1. Coompanion,\n\n  2. Skara kommun\n",
        "partners:\n  - Coompanion\n\n  - Skara kommun\n",
    ),
    "choices without hyphens": (
        "phase: Genomförande\n",
        "phase: Genomförande\ntarget_groups:\n  Unga\n  nyanlända\n",
        "phase: Genomförande\ntarget_groups:\n  - Unga\n  - nyanlända\n",
    ),
    "places with a slash": (PLACE, "municipalities: Örebro/Kumla\n", f"{PLACE}  - Kumla\n"),
    "choices on one line": (
        "phase: Genomförande\n",
        "phase: Genomförande\ntarget_groups: unga, Nyanlända\n",
        "phase: Genomförande\ntarget_groups:\n  - unga\n  - Nyanlända\n",
    ),
    "empty lines before the facts": ("---\ntitle", "\n \n---\ntitle", None),
    "fence of dashes": ("forsta-jobbet\n---\n", "forsta-jobbet\n–––\n", None),
    "no fence": ("forsta-jobbet\n---\n", "forsta-jobbet\n", None),
    "one space too many": ("  role: Kontakt", "   role: Kontakt", None),
    "spaces at the end": (OWNER, OWNER.replace("\n", "  \n"), None),
    "letters in two signs": (OWNER, unicodedata.normalize("NFD", OWNER), None),
    "soft hyphen": (OWNER, OWNER.replace("Bo", "\u00adBo"), None),
    "garbled": (OWNER, OWNER.encode().decode("cp1252"), None),
    "control character": (OWNER, OWNER.replace("Bost", "Bo\x1fst"), None),
}


@pytest.mark.slow
@pytest.mark.parametrize("case", sorted(FACTS))
def test_a_fact_is_set_right_and_nothing_else(case: str) -> None:
    old, typed, expected = FACTS[case]
    if expected is None:
        comment = typed[typed.index(" # ") :] if " # " in typed else ""
        expected = old + comment
    result = mended(old, typed)
    assert result is not None
    assert result.new == CARD.replace(old, expected)
    assert mend(FILE, result.new.encode(), CHOICES) is None


LIST = "- en sak\n- en annan\n"
TEXTS = {
    "heading": ("##Bakgrund\n\nOrd.\n", "## Bakgrund\n\nOrd.\n"),
    "heading after an odd space": ("##\u00a0Bakgrund\n\nOrd.\n", "## Bakgrund\n\nOrd.\n"),
    "main headings": ("# Bakgrund\n\nOrd.\n", "## Bakgrund\n\nOrd.\n"),
    "bullets": ("Vi gör:\n\n•\ten sak\n•\ten annan\n", f"Vi gör:\n\n{LIST}"),
    "bullets of Word's": ("Vi gör:\n\n·\ten sak\n·   en annan\n", f"Vi gör:\n\n{LIST}"),
    "bullets that became letters": ("Vi gör:\n\n§\ten sak\no   en annan\n", f"Vi gör:\n\n{LIST}"),
    "bullets after a text": ("Vi gör:\n• en sak\n• en annan\n", f"Vi gör:\n\n{LIST}"),
    "dashes as a list": ("Vi gör:\n\n– en sak\n– en annan\n", f"Vi gör:\n\n{LIST}"),
    "list after a text": (f"Vi gör:\n{LIST}", f"Vi gör:\n\n{LIST}"),
    "space at the end": ("Ord. \nOch mer.\n", "Ord.\nOch mer.\n"),
}
LEFT = {
    "what somebody says": "– Jag fick ett jobb.\n– Jag med, säger Ali.\n",
    "a line that is broken on purpose": "Storgatan 1  \nÖrebro\n",
    "code": "```\n##Inget \n• alls\n```\n",
    "a year": "Det började\n1986. Sedan kom mer.\n",
    "a text in Arabic": "العربية والفارسی\u200cها\n",
    "a hyphen": "-5 grader\n",
    "main headings with others below": "# Bakgrund\n\nOrd.\n\n## Syfte\n\nOrd.\n",
    "a law": "§ 5 gäller.\n",
}


@pytest.mark.slow
@pytest.mark.parametrize("case", sorted(TEXTS))
def test_a_text_is_set_right(case: str) -> None:
    typed, expected = TEXTS[case]
    before = CARD[: CARD.index("## Bakgrund")]
    result = mend(FILE, (before + typed).encode(), CHOICES)
    assert result is not None
    assert result.new == before + expected
    assert mend(FILE, result.new.encode(), CHOICES) is None


@pytest.mark.slow
@pytest.mark.parametrize("case", sorted(LEFT))
def test_a_text_that_may_be_meant_stays(case: str) -> None:
    before = CARD[: CARD.index("## Bakgrund")]
    assert mend(FILE, (before + LEFT[case]).encode(), CHOICES) is None


@pytest.mark.slow
@pytest.mark.parametrize(
    ("old", "typed"),
    [
        ("start: 2009-01-01", "start: 5/1 2009"),
        ("eu: 4 719 182 kr", "eu: 4,7 mkr"),
        ("owner: ÖrebroBostäder AB", "owner: *ÖrebroBostäder*"),
        ("title: Jobb i Vivalla", "title: Jobb i Vivalla #2"),
        ("phase: Genomförande\n", "phase: Genomförande\nDet är viktigt\n"),
        ("phase: Genomförande", "phase: Genomföring"),
        ("title: Jobb i Vivalla", "title: ”Jobb” i Vivalla"),
        ("partners:\n  - Coompanion", "partners:\n  Coompanion och\n  folkets hus"),
        ("partners:\n  - Coompanion", "partners:\n  - Coompanion och\n  folkets hus"),
        ("partners:\n  - Coompanion", "partners: Coompanion\n  Skara kommun"),
    ],
)
def test_what_is_not_certain_stays(old: str, typed: str) -> None:
    assert mended(old, typed) is None


def test_a_change_that_would_change_another_value_is_dropped() -> None:
    # Within a text that keeps its lines, a space at the end belongs to the value.
    title, summary = "title: Jobb i Vivalla\n", "summary: |-\n  Ett jobb \n  i Vivalla.\n"
    start, end = CARD.index(title), CARD.index("programme_area:")
    typed = f"{CARD[:start]}title: Jobb i Vivalla \n{summary}{CARD[end:]}"
    result = mend(FILE, typed.encode(), CHOICES)
    assert result is not None
    assert result.new == f"{CARD[:start]}{title}{summary}{CARD[end:]}"


def test_a_change_that_makes_a_new_problem_is_dropped() -> None:
    # As a heading it would skip a level, and the rest is mended all the same.
    before = CARD[: CARD.index("## Bakgrund")]
    result = mend(FILE, f"{before}Ord.\n\n####Djupt\n\n##Nytt\n\nOrd.\n".encode(), CHOICES)
    assert result is not None
    assert result.new == f"{before}Ord.\n\n####Djupt\n\n## Nytt\n\nOrd.\n"


def test_a_file_in_another_encoding_is_stored_as_utf_8() -> None:
    for encoding in ("cp1252", "utf-16"):
        result = mend(FILE, CARD.encode(encoding), CHOICES)
        assert result is not None
        assert result.new == CARD
    broken = CARD.encode()[:-1] + b"\xe5\n"
    assert mend(FILE, broken, CHOICES) is None


def test_windows_line_ends_and_its_mark_go() -> None:
    result = mend(FILE, b"\xef\xbb\xbf" + CARD.replace("\n", "\r\n").encode(), CHOICES)
    assert result is not None
    assert result.new == CARD
    assert [edit.code for edit in result.edits] == ["byte-order-mark", "line-ends"]


def test_a_conflict_is_for_a_person_to_settle() -> None:
    sides = "<<<<<<< HEAD\nphase:Genomförande\n=======\nphase:Avslutat\n>>>>>>> b\n"
    assert mended("phase: Genomförande\n", sides) is None


def test_a_file_that_was_cut_off_is_not_closed() -> None:
    assert mend(FILE, CARD[: CARD.index("related:")].encode(), CHOICES) is None
    assert mend(FILE, CARD.encode() + b"\0" * 40, CHOICES) is None


def test_what_is_gone_is_told() -> None:
    result = mended("start: 2009-01-01", "start: 1 januari 2009")
    assert result is not None
    (edit,) = result.edits
    assert (edit.code, edit.old, edit.new) == ("date-unreadable", "1 januari 2009", "2009-01-01")
    assert edit.place.line == 1 + CARD[: CARD.index("start:")].count("\n")
    assert [problem.code for problem in result.gone] == ["date-unreadable"]


def test_a_settings_file_is_mended_too() -> None:
    text = (BASE / "site.yaml").read_text(encoding="utf-8")
    result = mend("content/site.yaml", text.replace("name: Prov", "name:Prov").encode())
    assert result is None or result.new == text
    tabbed = text.replace("  email: redaktion", "\temail: redaktion")
    result = mend("content/site.yaml", tabbed.encode())
    assert result is not None
    assert result.new == text


# --- whatever is typed ---

SPOILS = [
    (b"  ", b"\t"),
    (b": ", b":"),
    (b"- ", b"-"),
    (b"- ", "• ".encode()),
    (b"## ", b"##"),
    (b"\n", b"\r\n"),
    (b" ", "\u00a0".encode()),
    (b'"', "”".encode()),
    (b"2009-01-01", b"1 januari 2009"),
    (b"2011-12-31", b"2011-12-31 "),
    (b"4 719 182 kr", b"4'719'182 kr"),
    ("Örebro".encode(), b"Orebro"),
    ("ö".encode(), "o\u0308".encode()),
    ("å".encode(), "Ã¥".encode()),
    (b"---", "–––".encode()),
    (b"@", b" @ "),
    (b"title: ", b"title: Projekt: "),
]
NOISE = st.sampled_from(
    [
        *(b"", b"\0", b"\xff", b"---\n", b"<<<<<<< a\n", b"\n\n", b"- ", b": ", b"\t", b"#", b"'"),
        *(
            b'"',
            b"[",
            b"{",
            b"|\n",
            b"```\n",
            b"> ",
            b"* ",
            b"&a ",
            b"\xe2\x80\xae",
            b"\xe2\x80\x8b",
        ),
    ]
)
CARDS = sorted(
    path.relative_to(BASE.parent).as_posix()
    for path in BASE.rglob("*")
    if path.suffix in {".md", ".yaml"}
)


@st.composite
def spoiled(draw: st.DrawFn) -> tuple[str, bytes]:
    """A file with slips of the pen in it, and perhaps noise, or cut off, or with lines swapped."""
    file = draw(st.sampled_from(CARDS))
    content = (BASE.parent / file).read_bytes()
    for right, wrong in draw(st.lists(st.sampled_from(SPOILS), max_size=4, unique=True)):
        content = content.replace(right, wrong, draw(st.integers(1, 3)))
    for _ in range(draw(st.integers(0, 3))):
        start = draw(st.integers(0, len(content)))
        end = start + draw(st.integers(0, 20))
        content = content[:start] + draw(NOISE) + content[end:]
    if draw(st.integers(0, 9)) == 0:
        content = content[: draw(st.integers(0, len(content)))]
    if draw(st.integers(0, 4)) == 0:
        lines = content.split(b"\n")
        a, b = (draw(st.integers(0, len(lines) - 1)) for _ in range(2))
        lines[a], lines[b] = lines[b], lines[a]
        content = b"\n".join(lines)
    return file, content


def _mended_well(file: str, content: bytes) -> None:
    result = mend(file, content, CHOICES)
    if result is None:
        return
    again = mend(file, result.new.encode(), CHOICES)
    assert again is None, again.edits
    for problem in result.gone:
        assert explain(problem, "sv").message
    old, _ = parse_card(file, content)
    new, _ = parse_card(file, result.new.encode())
    if old is None or not file.endswith(".md"):
        return
    assert new is not None
    # Every letter and figure that was there is there, but for those that an edit names.
    if not {edit.code for edit in result.edits} & _WHOLE_TEXTS:
        gone = sum((_signs(edit.old) for edit in result.edits), Counter())
        come = sum((_signs(edit.new) for edit in result.edits), Counter())
        assert _signs(result.old) + come == _signs(result.new) + gone


_WHOLE_TEXTS = {
    *("control-character", "garbled-letters", "marks-unseen", "letters-composed"),
    *("byte-order-mark", "not-utf8", "not-utf8-utf16"),
}


def _signs(text: str) -> Counter[str]:
    return Counter(sign for sign in text if sign.isalnum())


@given(spoiled())
@settings(max_examples=8, deadline=None, derandomize=True)
def test_mending_twice_is_mending_once(typed: tuple[str, bytes]) -> None:
    _mended_well(*typed)


@pytest.mark.slow
@given(spoiled())
@settings(max_examples=120, deadline=None, derandomize=True)
def test_mending_never_fails_and_never_loses_a_word(typed: tuple[str, bytes]) -> None:
    _mended_well(*typed)


@pytest.mark.slow
@pytest.mark.parametrize("name", ["content", "tests/invalid/base/content"])
def test_a_site_without_mistakes_is_left_alone(name: str) -> None:
    root = Path(__file__).parents[2]
    folder = root / name
    for path in sorted(folder.rglob("*")):
        if path.suffix in {".md", ".yaml"} and "overrides" not in path.parts:
            file = f"content/{path.relative_to(folder).as_posix()}"
            assert mend(file, path.read_bytes()) is None, file


# --- the command ---


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A site with one card that has a date, and spaces, to set right."""
    shutil.copytree(BASE, tmp_path / "content")
    card = tmp_path / FILE
    spoiled = CARD.replace("start: 2009-01-01", "start: 1 januari 2009").replace("eu: 4", "eu:  4")
    card.write_text(spoiled, encoding="utf-8")
    return tmp_path


RIGHT = CARD.replace("eu: 4", "eu:  4")


def fix(site: Path, *arguments: str) -> Result:
    return CliRunner().invoke(
        main, ["fix", "--site", str(site), "--date", "2026-01-31", *arguments]
    )


def test_without_a_terminal_it_shows_and_says_how(site: Path) -> None:
    before = (site / FILE).read_bytes()
    for arguments in ((), ("--dry-run",)):
        shown = fix(site, *arguments)
        assert shown.exit_code == 1
        assert f"--- {FILE}" in shown.output
        assert "-  start: 1 januari 2009\n+  start: 2009-01-01\n" in shown.output
        assert "Inget har ändrats. 1 fil kan rättas så här: insyn fix --yes" in shown.output
        assert (site / FILE).read_bytes() == before


@pytest.mark.slow
def test_yes_mends_without_asking_and_keeps_the_mode(site: Path) -> None:
    (site / FILE).chmod(0o640)
    done = fix(site, "--yes")
    assert done.exit_code == 0, done.output
    assert (site / FILE).read_text(encoding="utf-8") == RIGHT
    assert stat.S_IMODE((site / FILE).stat().st_mode) == 0o640
    assert "Rättat: 1 fil." in done.output
    again = fix(site, "--yes")
    assert again.exit_code == 0
    assert "Det finns inget att rätta." in again.output
    assert sorted(path.name for path in (site / FILE).parent.iterdir()) == [
        "jobb-i-vivalla.en.md",
        "jobb-i-vivalla.md",
    ]


@pytest.mark.slow
def test_what_remains_is_told_as_by_check(site: Path) -> None:
    card = site / FILE
    text = card.read_text(encoding="utf-8")
    card.write_text(text.replace("phase: Genomförande", "phase: Genomföring"), encoding="utf-8")
    done = fix(site, "--yes")
    assert done.exit_code == 1
    assert "Det här återstår:" in done.output
    assert f"{FILE}:5:8: fel: Projektfasen ”Genomföring” finns inte" in done.output
    assert "start: 2009-01-01" in card.read_text(encoding="utf-8")


@pytest.mark.slow
def test_check_says_what_can_be_mended(site: Path) -> None:
    given = ["check", "--site", str(site), "--date", "2026-01-31"]
    assert CliRunner().invoke(main, given).output.endswith("\ninsyn fix kan rätta det.\n")
    card = site / FILE
    text = card.read_text(encoding="utf-8")
    card.write_text(text.replace("phase: Genomförande", "phase: Genomföring"), encoding="utf-8")
    said = CliRunner().invoke(main, [*given, "--language", "en"]).output
    assert said.endswith("\ninsyn fix can mend 1 of them.\n")
    card.write_text(CARD.replace("phase: Genomf", "phase: Genomg"), encoding="utf-8")
    assert "insyn fix" not in CliRunner().invoke(main, given).output


@pytest.mark.slow
def test_only_the_named_file_is_mended(site: Path) -> None:
    other = str(site / "content/stories")
    shown = fix(site, "--dry-run", other)
    assert "1 januari" not in shown.output
    outside = fix(site, str(site.parent))
    assert outside.exit_code == 2


@pytest.mark.slow
def test_a_file_that_changes_meanwhile_is_not_overwritten(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def late(path: Path, old: bytes, new: bytes) -> bool:
        path.write_bytes(b"somebody else's work")
        return replace_text(path, old, new)

    monkeypatch.setattr("insyn.cli.fixing.replace_text", late)
    done = fix(site, "--yes")
    assert done.exit_code == 1
    assert "är kvar som den var: filen har ändrats under tiden." in done.output
    assert (site / FILE).read_bytes() == b"somebody else's work"
    assert not list((site / FILE).parent.glob(".insyn-*"))


@pytest.mark.slow
def test_a_symbolic_link_is_not_followed(site: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere.md"
    elsewhere.write_bytes((site / FILE).read_bytes())
    (site / FILE).unlink()
    (site / FILE).symlink_to(elsewhere)
    before = elsewhere.read_bytes()
    fix(site, "--yes")
    assert elsewhere.read_bytes() == before
    assert (site / FILE).is_symlink()


@pytest.mark.slow
def test_file_names_are_set_right(site: Path) -> None:
    card = site / FILE
    card.write_text(RIGHT, encoding="utf-8")
    english = card.with_name("jobb-i-vivalla.en.md")
    english.rename(card.with_name("jobb-i-vivalla.EN.md"))
    picture = site / "content/images/huset.png"
    two = unicodedata.normalize("NFD", "hus på höjden.png")
    shutil.copyfile(picture, picture.with_name(two))
    done = fix(site, "--yes")
    assert "jobb-i-vivalla.EN.md → content/projects/jobb-i-vivalla.en.md" in done.output
    assert english.exists()
    names = {path.name for path in picture.parent.iterdir()}
    assert names == {"huset.png", unicodedata.normalize("NFC", two)}


@pytest.mark.slow
def test_signs_that_a_terminal_hides_are_shown_by_their_codes(site: Path) -> None:
    card = site / FILE
    card.write_text(CARD.replace("title: Jobb", "title: \x1b[31mJobb\u202e"), encoding="utf-8")
    shown = fix(site, "--dry-run").output
    assert "-title: ‹U+001B›[31mJobb‹U+202E› i Vivalla" in shown
    assert "\x1b" not in shown
    assert "Också: osynliga styrtecken tas bort." in shown


def _answered(site: Path, answers: bytes) -> str:
    """What `insyn fix` says on a terminal where `answers` are typed."""
    leader, follower = pty.openpty()
    command = [sys.executable, "-m", "insyn", "fix", "--site", str(site)]
    started = subprocess.Popen(
        [*command, "--date", "2026-01-31"], stdin=follower, stdout=follower, stderr=follower
    )
    os.close(follower)
    os.write(leader, answers)
    said = b"".join(_heard(leader))
    started.wait(timeout=120)
    os.close(leader)
    return said.decode(errors="replace")


def _heard(leader: int) -> Iterator[bytes]:
    while select.select([leader], [], [], 120)[0]:
        try:
            part = os.read(leader, 4096)
        except OSError:
            return
        if not part:
            return
        yield part


@pytest.mark.slow
def test_on_a_terminal_it_asks_file_by_file(site: Path) -> None:
    story = site / "content/stories/forsta-jobbet.md"
    kept = story.read_bytes()
    story.write_bytes(kept.replace(b"\n", b"\r\n"))
    said = _answered(site, b"j\nn\n")
    assert "Rätta? [j]a, [n]ej, [a]lla, [s]luta" in said
    assert "radsluten blir som i de andra filerna (LF)" in said
    assert (site / FILE).read_text(encoding="utf-8") == RIGHT
    assert b"\r\n" in story.read_bytes()
    _answered(site, b"a\n")
    assert story.read_bytes() == kept


@pytest.mark.slow
@pytest.mark.parametrize(
    "name", ["field-outside-item", "front-matter-unclosed", "many", "typed-facts", "word-paste"]
)
def test_a_mended_site_has_no_problem_that_it_had_not(name: str, tmp_path: Path) -> None:
    content = tmp_path / "content"
    shutil.copytree(BASE, content)
    shutil.copytree(BASE.parents[1] / name / "content", content, dirs_exist_ok=True)
    before = read_content(tmp_path)
    for path in sorted(content.glob("*/*.md")):
        file = path.relative_to(tmp_path).as_posix()
        if found := mend(file, path.read_bytes(), CHOICES):
            path.write_text(found.new, encoding="utf-8")
    assert _codes(read_content(tmp_path)) < _codes(before)


def _codes(sources: Sources) -> Counter[str]:
    """How often each kind of problem is told of; not what is missing, told once the facts end."""
    problems = load(sources)[1]
    return Counter(p.code for p in problems if not p.code.startswith("field-missing"))
