"""What a visitor takes from a page and gives back: e-mail, faults, changes, and the history."""

from __future__ import annotations

import gzip
import os
import re
import shutil
import subprocess
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest

from insyn.build import build, make
from reading import BUILD_DAY, ROOT, BuiltSite, Element, read_html

CORNERS = ROOT / "tests" / "sites" / "corners"
TEXTS = {
    "sv": {
        "mail": "E-posta en länk till sidan",
        "report": "Rapportera ett fel på sidan",
        "edit": "Föreslå en ändring av sidan",
        "history": "Se alla ändringar av sidan",
    },
    "en": {
        "mail": "E-mail a link to this page",
        "report": "Report a fault on this page",
        "edit": "Suggest a change to this page",
        "history": "See all changes of this page",
    },
}


def footer_links(tree: Element) -> dict[str, str]:
    """The links of the footer, by what they are for."""
    told = {link.words: link.attributes["href"] for link in tree.one("footer").all("a")}
    texts = TEXTS[tree.one("html").attributes["lang"]]
    return {name: told[text] for name, text in texts.items() if text in told}


def letter(address: str) -> tuple[str, str, str]:
    """To whom an e-mail goes, its subject and its text."""
    parts = urlsplit(address)
    assert parts.scheme == "mailto"
    assert "+" not in parts.query, "a plus sign is no space in an e-mail's address"
    asked = parse_qs(parts.query, strict_parsing=True)
    assert set(asked) == {"subject", "body"}
    return parts.path, asked["subject"][0], asked["body"][0]


# --- e-mail --------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["built_site", "corner_site"])
def test_every_page_can_be_reported_and_sent(name: str, request: pytest.FixtureRequest) -> None:
    site: BuiltSite = request.getfixturevalue(name)
    seen = 0
    for path, page in site.pages.items():
        if page.is_redirect:
            continue
        seen += 1
        links, (title,) = footer_links(page.tree), page.meta("og:title")
        to, subject, text = letter(links["report"])
        assert to.startswith("redaktion@")
        assert title in subject
        assert text.split("\r\n")[:2] == [title, site.whole(path)]
        if path.endswith("404.html"):
            assert "mail" not in links, "nobody shares an address that leads nowhere"
        else:
            to, subject, text = letter(links["mail"])
            assert (to, subject, text) == ("", title, f"{title}\r\n{site.whole(path)}")
        assert "edit" not in links, "no repository is named"
    assert seen > 10


# --- the git host --------------------------------------------------------------------------------


def git(folder: Path, *command: str, day: str = "2024-03-01T12:00:00+01:00") -> None:
    """Run git as nobody in particular."""
    person = {"NAME": "Kim", "EMAIL": "kim@example.org", "DATE": day}
    surroundings = {
        **{name: text for name, text in os.environ.items() if not name.startswith("GIT_")},
        **{f"GIT_{who}_{what}": v for who in ("AUTHOR", "COMMITTER") for what, v in person.items()},
        "GIT_CONFIG_GLOBAL": os.devnull,
    }
    subprocess.run(
        ["git", *command],  # noqa: S607
        cwd=folder,
        env=surroundings,
        check=True,
        capture_output=True,
    )


def made(site: Path, today: date = BUILD_DAY) -> Mapping[str, Element]:
    """The pages of a site, by file."""
    website = make(site, today=today)
    assert website.problems == ()
    return {
        file.path: read_html(file.content.decode())
        for file in website.files
        if file.path.endswith(".html")
    }


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    """The site of corner cases in a folder of a git repository of its own."""
    site = tmp_path / "förråd" / "webb plats"
    shutil.copytree(CORNERS, site)
    with (site / "content" / "site.yaml").open("a", encoding="utf-8") as settings:
        settings.write(
            "repository:\n"
            "  address: https://codeberg.org/horn/projekt.git\n"
            "  branch: gren/ett\n"
            "  folder: /webb plats/\n"
        )
    return site


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")
def test_a_card_s_page_leads_to_the_editor_and_the_history_and_has_a_date(kept: Path) -> None:
    git(kept.parent, "init", "-q")
    git(kept.parent, "add", "-A")
    git(kept.parent, "commit", "-q", "-m", "Allt")
    translation = kept / "content" / "projects" / "allt-kant.en.md"
    translation.write_text(translation.read_text("utf-8") + "\nMore.\n", encoding="utf-8")
    git(kept.parent, "commit", "-q", "-am", "Mer", day="2025-12-24T12:00:00+01:00")
    pages = made(kept)
    host = "https://codeberg.org/horn/projekt"
    for file, card, day in (
        ("projekt/allt-kant/index.html", "allt-kant.md", "2024-03-01"),
        ("en/projects/allt-kant/index.html", "allt-kant.en.md", "2025-12-24"),
        ("en/projects/allt-okant/index.html", "allt-okant.md", "2024-03-01"),
    ):
        links = footer_links(pages[file])
        path = f"gren/ett/webb%20plats/content/projects/{card}"
        assert links["edit"] == f"{host}/_edit/{path}"
        assert links["history"] == f"{host}/commits/branch/{path}"
        days = [time.attributes["datetime"] for time in pages[file].one("footer").all("time")]
        assert days == [day]
    overview = pages["kontakter/index.html"]
    assert {"edit", "history"} & set(footer_links(overview)) == set(), "it comes from no card"
    assert not list(overview.one("footer").all("time"))


@pytest.mark.slow
def test_without_a_history_there_is_no_date(kept: Path) -> None:
    page = made(kept)["projekt/allt-kant/index.html"]
    assert "history" in footer_links(page)
    assert not list(page.one("footer").all("time"))


# --- withdrawn persons ---------------------------------------------------------------------------

NAME, MAIL, PHONE = "Zebulon Qvarnlöf", "zebulon.q@horn.example.se", "0410-73 30 94"
# However it is spelled: as typed, for a phone, and as a search asks for it.
TRACES = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        "zebulon",
        "qvarnl",
        r"0410\D{0,3}73\D{0,3}30\D{0,3}94",
        r"46\D{0,3}410\D{0,3}73\D{0,3}30\D{0,3}94",
    )
)


def traces(folder: Path) -> set[str]:
    """The files of a built site, packed or not, that tell of the person in any form."""
    found: set[str] = set()
    for file in folder.rglob("*"):
        if not file.is_file():
            continue
        content = file.read_bytes()
        if content.startswith(b"\x1f\x8b"):
            content = gzip.decompress(content)
        text = content.decode("utf-8", "replace")
        if any(trace.search(text) for trace in TRACES):
            found.add(file.relative_to(folder).as_posix())
    return found


@pytest.mark.slow
def test_a_withdrawn_person_is_nowhere_in_the_output(tmp_path: Path) -> None:
    site = tmp_path / "site"
    shutil.copytree(CORNERS, site)
    card = site / "content" / "projects" / "bara-kontakt.md"
    contact = f"  name: {NAME}\n  email: {MAIL}\n  phone: {PHONE}\n"
    text = card.read_text(encoding="utf-8").replace("  email: info@horn.example.se\n", contact)
    card.write_text(text, encoding="utf-8")
    other = site / "content" / "projects" / "allt-kant.md"
    text = other.read_text(encoding="utf-8").replace("0410-73 30 94", "0410-73 30 93")
    other.write_text(text, encoding="utf-8")
    settings = site / "content" / "site.yaml"

    before = make(site, today=date(2027, 1, 1))
    assert build(before, tmp_path / "before") == ()
    told = traces(tmp_path / "before")
    pages = {"projekt/bara-kontakt/index.html", "kontakter/index.html", "partner/agaren/index.html"}
    assert pages | {"data/projects.json", "data/projects.csv"} <= told
    assert any(name.startswith("pagefind/fragment/") for name in told), "the index knows her"

    with settings.open("a", encoding="utf-8") as stream:
        stream.write("withdraw_contacts_after_years: 2\n")
    after = make(site, today=date(2027, 1, 1))
    assert {problem.code for problem in after.problems} == {"notice-over"}  # a year later
    assert build(after, tmp_path / "after") == ()
    assert traces(tmp_path / "after") == set()
    shown = (tmp_path / "after" / "projekt" / "bara-kontakt" / "index.html").read_text("utf-8")
    assert "vaxeln@agaren.example.se" in shown
    assert "0920-45 30 00" in shown
