"""The preview: a real server on a free port of this computer, asked as a browser asks."""

import html
import json
import os
import re
import signal
import socket
import struct
import subprocess
import sys
import threading
import tomllib
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path

import pytest
from watchfiles import Change

from insyn.build import Ground, Memory, Website, lay_ground, make
from insyn.explanation import explain
from insyn.language import Language
from insyn.serve import HEADERS, POLICY, CannotServeError, serve
from insyn.serve.answering import Desk
from insyn.serve.panel import Frame
from insyn.serve.showing import Preview, Shown
from insyn.serve.watching import _is_saved
from serving import (
    BROKEN,
    MISSPELLED,
    PATIENCE,
    Running,
    previewed,
    write_about,
    write_card,
    write_site,
)

ROOT = Path(__file__).resolve().parents[2]
OM = "content/pages/om.md"
UNSEEN = "Ingen utanför får läsa det här."

pytestmark = pytest.mark.slow  # each starts a preview


@pytest.fixture(scope="module")
def site_of(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site without errors, for the tests that only look."""
    site = write_site(tmp_path_factory.mktemp("site"))
    (site / "secret.html").write_text(UNSEEN, "utf-8")
    (site / "content" / ".secret.html").write_text(UNSEEN, "utf-8")
    return site


@pytest.fixture(scope="module")
def running(site_of: Path) -> Iterator[Running]:
    """The preview of the site without errors."""
    with previewed(site_of) as running:
        yield running


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A site to change."""
    return write_site(tmp_path / "site")


# --- pages and files ---


def test_the_headers_are_those_of_the_published_site() -> None:
    netlify = tomllib.loads((ROOT / "netlify.toml").read_text("utf-8"))
    (everywhere,) = (rule["values"] for rule in netlify["headers"] if rule["for"] == "/*")
    del everywhere["Strict-Transport-Security"]  # there is no HTTPS here
    assert everywhere["Content-Security-Policy"] == POLICY
    assert everywhere == HEADERS


@pytest.mark.parametrize("path", ["/", "/om/", "/nothing/", "/feed.xml", "/_insyn/preview.js"])
def test_every_answer_carries_them(running: Running, path: str) -> None:
    answer, _ = running.ask(path)
    assert {name: answer.headers[name] for name in HEADERS} == HEADERS


def test_a_page_is_served_with_the_script_that_reloads_it(running: Running) -> None:
    answer, page = running.ask("/om/")
    assert answer.status == 200
    assert "<h1>Om oss</h1>" in page
    script = (
        r'<script src="/_insyn/preview\.js" data-seen="[0-9a-f]{16}" '
        r'data-panel="/_insyn/panel" defer></script>\n</body>'
    )
    assert len(re.findall(script, page)) == 1


def test_whole_addresses_lead_to_the_preview(running: Running) -> None:
    _, page = running.ask("/om/")
    assert f'<link rel="canonical" href="{running.address}om/">' in page
    assert "insyn.example.se/" not in page


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/", "text/html; charset=utf-8"),
        ("/om/index.html", "text/html; charset=utf-8"),
        ("/feed.xml", "application/xml; charset=utf-8"),
        ("/data/projects.json", "application/json; charset=utf-8"),
        ("/data/projects.csv", "text/csv; charset=utf-8"),
        ("/robots.txt", "text/plain; charset=utf-8"),
        ("/favicon.svg", "image/svg+xml; charset=utf-8"),
        ("/_insyn/preview.js", "text/javascript; charset=utf-8"),
    ],
)
def test_a_file_says_what_it_is(running: Running, path: str, kind: str) -> None:
    answer, text = running.ask(path)
    assert (answer.status, answer.headers["Content-Type"]) == (200, kind)
    assert answer.headers["Cache-Control"] == "no-store"
    assert text


def picture_on(page: str, name: str) -> str:
    """The address of the picture `name` on a page, or nothing."""
    found = re.search(rf'src="(/media/pictures/{name}-[^"]+)"', page)
    return found[1] if found else ""


def test_a_picture_is_made_when_somebody_looks_at_it(running: Running) -> None:
    _, page = running.ask("/om/")
    answer, text = running.ask(picture_on(page, "hus"))
    assert (answer.status, answer.headers["Content-Type"]) == (200, "image/svg+xml; charset=utf-8")
    assert text.startswith("<svg")
    assert running.ask("/media/images/hus.svg")[0].status == 404


def test_the_stylesheet_and_the_font_may_be_kept(running: Running) -> None:
    _, page = running.ask("/")
    for suffix, kind in [("css", "text/css; charset=utf-8"), ("woff2", "font/woff2")]:
        asset = re.search(rf'href="(/assets/[^"]+\.{suffix})"', page)
        assert asset is not None
        connection = running.connect()
        connection.request("GET", asset[1])
        answer = connection.getresponse()
        assert answer.read()
        connection.close()
        assert answer.headers["Content-Type"] == kind
        assert answer.headers["Cache-Control"] == "public, max-age=31536000, immutable"


def test_head_gives_the_head_alone(running: Running) -> None:
    connection = running.connect()
    connection.request("HEAD", "/om/")
    head = connection.getresponse()
    assert (head.status, head.read()) == (200, b"")
    connection.request("GET", "/om/")  # over the same connection: nothing was left in it
    answer = connection.getresponse()
    body = answer.read()
    connection.close()
    assert head.headers["Content-Length"] == answer.headers["Content-Length"] == str(len(body))


@pytest.mark.parametrize(
    ("path", "location"),
    [("/om", "/om/"), ("/en/search?q=a%20b", "/en/search/?q=a%20b"), ("//om", "/om/")],
)
def test_a_folder_without_its_slash_leads_to_it(running: Running, path: str, location: str) -> None:
    answer, _ = running.ask(path)
    assert (answer.status, answer.headers["Location"]) == (307, location)


def test_an_old_address_leads_to_the_page(running: Running) -> None:
    answer, page = running.ask("/gammal/")
    assert answer.status == 200
    assert '<meta http-equiv="refresh" content="0; url=/om/">' in page


@pytest.mark.parametrize(
    ("path", "language"), [("/finns-inte/", "sv"), ("/en/nothing/", "en"), ("/nej.png", "sv")]
)
def test_what_is_not_there_is_told_in_the_language_of_the_address(
    running: Running, path: str, language: str
) -> None:
    answer, page = running.ask(path)
    assert answer.status == 404
    assert f'<html lang="{language}"' in page
    assert "/_insyn/preview.js" in page


def test_a_search_waits_for_its_index(running: Running) -> None:
    answer, text = running.ask("/pagefind/pagefind-entry.json")
    assert answer.status == 200
    assert "sv" in json.loads(text)["languages"]
    assert running.ask("/pagefind/pagefind.js")[0].status == 200
    assert running.ask("/pagefind/nothing.js")[0].status == 404


# --- safety ---


@pytest.mark.parametrize(
    "host", ["evil.example", "evil.example:{port}", "127.0.0.1", "127.0.0.1:1", "[::1]:{port}", ""]
)
def test_another_name_for_this_computer_is_refused(running: Running, host: str) -> None:
    for path in ("/", "/_insyn/changes"):
        answer, text = running.ask(path, headers={"Host": host.format(port=running.port)})
        assert (answer.status, text) == (421, "Misdirected Request\n")


def test_the_names_of_this_computer_are_accepted(running: Running) -> None:
    for host in (f"127.0.0.1:{running.port}", f"LocalHost:{running.port}"):
        assert running.ask("/", headers={"Host": host})[0].status == 200


@pytest.mark.parametrize(
    "path",
    [
        "/secret.html",
        "/../secret.html",
        "/om/../../secret.html",
        "/%2e%2e/secret.html",
        "/..%2fsecret.html",
        "/..%5csecret.html",
        "/media/../../secret.html",
        "/media/.secret.html",
        "/media/images/../.secret.html",
        "/content/site.yaml",
        "/media/images/../../site.yaml",
        "//etc/passwd",
        "/etc/passwd",
        "/%00",
        "/om/%00",
        "/_insyn/../secret.html",
        "/pagefind/../../secret.html",
        "/%ff%fe",
    ],
)
def test_nothing_outside_the_site_can_be_reached(running: Running, path: str) -> None:
    answer, text = running.ask(path)
    assert answer.status == 404
    assert UNSEEN not in text
    assert "root:" not in text
    assert "name: Insyn i Ekby" not in text


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE", "OPTIONS"])
def test_nothing_can_be_changed(running: Running, method: str) -> None:
    answer, _ = running.ask("/", method)
    assert (answer.status, answer.headers["Allow"]) == (405, "GET, HEAD")
    assert answer.headers["Connection"] == "close"


@pytest.mark.parametrize(
    "request_line", [b"GET", b"GET / HTTP/9.9", b"FETCH / HTTP/1.1", b"GET http://[ HTTP/1.1"]
)
def test_nonsense_is_answered_or_dropped_in_silence(
    running: Running, capfd: pytest.CaptureFixture[str], request_line: bytes
) -> None:
    with socket.create_connection(("127.0.0.1", running.port), PATIENCE) as connection:
        host = f"127.0.0.1:{running.port}".encode()
        connection.sendall(request_line + b"\r\nHost: " + host + b"\r\nConnection: close\r\n\r\n")
        answer = b""
        while part := connection.recv(4096):
            answer += part
    assert b"Traceback" not in answer
    assert b" 200 " not in answer.partition(b"\r\n")[0]
    assert running.ask("/")[0].status == 200
    assert capfd.readouterr() == ("", "")


def test_a_browser_that_hangs_up_is_no_event(
    running: Running, capfd: pytest.CaptureFixture[str]
) -> None:
    for _ in range(20):
        with socket.create_connection(("127.0.0.1", running.port), PATIENCE) as connection:
            # Closed so, the connection is reset: what the server reads or writes then fails.
            connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
            connection.sendall(b"GET / HTTP/1.1\r\n")
    assert running.ask("/")[0].status == 200
    assert capfd.readouterr() == ("", "")


# --- saves ---


def test_a_save_is_shown_and_told_to_the_open_pages(site: Path) -> None:
    with previewed(site) as running:
        _, before = running.ask("/om/")
        write_about(site, "Nu är det annorlunda.")
        running.wait_for_news(before)
        _, after = running.ask("/om/")
        assert "Nu är det annorlunda." in after
        running.wait_for_news(before)  # whoever comes late is told at once
    assert not (site / "public").exists()


def test_a_new_picture_and_a_new_page_are_seen(site: Path) -> None:
    with previewed(site) as running:
        (site / "content" / "images" / "nytt.svg").write_text(
            '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>', "utf-8"
        )
        write_about(site, "![Ett nytt hus](../images/nytt.svg)")
        running.hear("klara")
        # Two saves: maybe two builds.
        while not (new := picture_on(running.ask("/om/")[1], "nytt")):
            running.hear("klara")
        assert running.ask(new)[0].status == 200


@pytest.mark.parametrize(
    ("name", "counts"),
    [("om.md", True), (".om.md.swp", False), ("om.md~", False), (".#om.md", False)],
)
def test_what_an_editor_leaves_beside_a_file_is_no_save(name: str, counts: bool) -> None:  # noqa: FBT001
    assert _is_saved(Change.modified, f"/home/.config/node_modules/content/{name}") is counts


def test_mistakes_are_told_beside_the_page_and_it_stays(site: Path) -> None:
    with previewed(site) as running:
        _, before = running.ask("/om/")
        stylesheet = re.findall(r'<link rel="stylesheet" href="([^"]+)">', before)[0]
        write_card(site, MISSPELLED)
        panel = running.panel("/om/", having="2 fel att rätta", without="kontrolleras")
        assert '<h2 id="preview_title">2 fel att rätta</h2>' in panel
        parts = re.findall(r"<h3[^>]*>(.*)</h3>", panel)
        assert parts[:2] == ["content/pages/om.md", "Den här sidan"]
        assert re.findall(r'<a href="([^"]+)"[^>]*>(Rad [34][^<]*)', panel) == [
            (
                f"/_insyn/file?path=content%2Fpages%2Fom.md#L{line}",
                f"Rad {line} i content/pages/om.md",
            )
            for line in (3, 4)
        ]
        for problem in make(site, today=date(2026, 1, 31)).problems:
            told = explain(problem, "sv")
            assert told.message in html.unescape(panel)
            assert told.hint in html.unescape(panel)
        # The last good site stays, to the letter, with all that belongs to it.
        assert running.ask("/om/")[1] == before
        assert running.ask(stylesheet)[0].status == 200
        assert running.ask(picture_on(before, "hus"))[0].status == 200
        assert running.ask("/finns-inte.png")[0].status == 404
        assert running.ask("/pagefind/pagefind-entry.json")[0].status == 200
        assert running.hear("fel att rätta").count("content/pages/om.md:") == 2
        # Then only what is new is told, though all of it stands on another line.
        moved = MISSPELLED.replace("---\ntitle", "---\n# Ny rad\ntitle").replace("flower", "tree")
        write_card(site, moved)
        said = running.hear("fel att rätta").splitlines()
        assert [line[:23] for line in said] == [
            "content/pages/om.md:5:1",
            "1 fel är rättat.",
            "2 fel att rätta",
        ]
        write_about(site, "Nu är det rätt.")
        running.wait_for_news(before)
        answer, after = running.ask("/om/")
        assert (answer.status, "Nu är det rätt." in after) == (200, True)
        assert "fel att rätta" not in running.panel("/om/", without="fel att rätta")


def test_the_worst_problems_come_first(site: Path) -> None:
    with previewed(site) as running:
        (site / "content" / "pages" / "a.md").write_text(
            "---\ntitle: A #1\nsummary: Kort.\n---\n\nText.\n", "utf-8"
        )
        write_card(site, MISSPELLED.replace("Om oss", "Om oss #1"))
        panel = running.panel("/om/", having="2 fel att rätta", without="kontrolleras")
    files = re.findall(r'<h3 translate="no">(.*)</h3>', panel)
    assert files == ["content/pages/om.md", "content/pages/a.md"]
    kinds = re.findall(r'<li class="told told-(\w+)">', panel)
    assert kinds == ["error", "error", "warning", "warning"]


def test_of_equally_bad_files_that_of_the_page_comes_first(site: Path) -> None:
    with previewed(site) as running:
        write_card(site, MISSPELLED)
        story = site / "content" / "stories" / "huset.md"
        story.write_text(story.read_text("utf-8").replace("summary:", "sumary:"), "utf-8")
        panel = running.panel("/berattelser/huset/", having="fel att rätta", without="kontrolleras")
        other = running.panel("/om/", having="fel att rätta", without="kontrolleras")
    first = [re.findall(r'<h3 translate="no">(.*)</h3>', html)[0] for html in (panel, other)]
    assert first == ["content/stories/huset.md", "content/pages/om.md"]


def test_the_panel_says_which_cards_a_page_is_made_of(running: Running) -> None:
    def cards(page: str) -> list[str]:
        part = running.panel(page).partition('<section class="page-part">')[2]
        return re.findall(r"Rad 1 i ([^<]*)<", part)

    assert cards("/om/") == ["content/pages/om.md"]
    assert cards("/berattelser/huset/") == ["content/stories/huset.md"]
    assert cards("/") == []
    assert cards("/finns-inte/") == []


def test_the_lines_of_a_card_can_be_seen(site: Path) -> None:
    with previewed(site) as running:
        write_card(site, MISSPELLED)
        running.panel("/om/", having="2 fel att rätta", without="kontrolleras")
        answer, page = running.ask("/_insyn/file?path=content/pages/om.md")
    assert answer.status == 200
    assert '<h1 translate="no">content/pages/om.md</h1>' in page
    lines = re.findall(r'<li id="L(\d+)"[^>]*><code dir="auto">(.*)</code>', page)
    assert lines == [
        (str(number), text) for number, text in enumerate(MISSPELLED.splitlines(), start=1)
    ]
    assert page.count('class="told told-error"') == 2


def test_an_editor_s_own_address_opens_the_file(site: Path) -> None:
    write_card(site, MISSPELLED)
    frame = Frame(site, "vscode://file{path}:{line}:{column}")
    preview, _ = preview_of(site, [], languages=frame.languages)
    preview.rebuild()
    answer = Desk(preview, frame, site).answer("/_insyn/panel", "page=/om/")
    assert answer is not None
    assert f'href="vscode://file{site}/content/pages/om.md:3:1"' in answer.content.decode()


@pytest.mark.parametrize(
    "path",
    [
        "",
        "content",
        "content/",
        "content/pages",
        "content/pages/nothing.md",
        "secret.html",
        "content/.secret.html",
        "content/../secret.html",
        "content/pages/../../secret.html",
        "../secret.html",
        "/etc/passwd",
        "content//etc/passwd",
        "content/link.md",
        "content/%00",
        "content/pages/om.md%00",
        "content/" + "a" * 5000,
    ],
)
def test_no_other_file_s_lines_can_be_seen(running: Running, site_of: Path, path: str) -> None:
    link = site_of / "content" / "link.md"
    if not link.is_symlink():
        link.symlink_to(site_of / "secret.html")
    answer, text = running.ask(f"/_insyn/file?path={path}")
    assert answer.status == 404
    assert UNSEEN not in text
    assert "root:" not in text


def test_a_site_that_never_worked_shows_only_its_mistakes(site: Path) -> None:
    write_card(site, BROKEN)
    with previewed(site) as running:
        for path in ("/", "/om/", "/en/"):
            answer, page = running.ask(path)
            assert answer.status == 503
            assert "<h1>1 fel att rätta</h1>" in page
            assert "data-panel" not in page
        stylesheet = re.findall(r'<link rel="stylesheet" href="([^"]+)">', page)[0]
        answer, style = running.ask(stylesheet)
        assert (answer.status, answer.headers["Content-Type"]) == (200, "text/css; charset=utf-8")
        font = re.findall(r'url\("([^"]+\.woff2)"\)', style)[0]
        connection = running.connect()
        connection.request("HEAD", f"/_insyn/assets/{font}")
        assert connection.getresponse().status == 200
        connection.close()
        assert running.ask("/favicon.ico")[0].status == 404
        write_about(site)
        running.wait_for_news(page)
        assert running.ask("/om/")[0].status == 200


def test_an_english_site_is_told_in_english(tmp_path: Path) -> None:
    site = write_site(tmp_path, languages="en")
    write_card(site, BROKEN)
    with previewed(site) as running:
        _, page = running.ask("/")
    assert '<html lang="en">' in page
    assert "<h1>1 mistake to correct</h1>" in page
    assert "Line 2 in content/pages/om.md" in page


def test_a_mistake_in_site_yaml_is_told_in_its_first_language(tmp_path: Path) -> None:
    site = write_site(tmp_path, languages="en")
    text = (site / "content" / "site.yaml").read_text("utf-8")
    (site / "content" / "site.yaml").write_text(text.replace("currency:", "curency:"), "utf-8")
    with previewed(site) as running:
        _, page = running.ask("/")
    assert "content/site.yaml</h2>" in page
    assert '<html lang="en">' in page


def test_a_warning_stops_nothing(site: Path) -> None:
    write_about(site, title="Om oss #1")
    with previewed(site) as running:
        assert running.ask("/om/")[0].status == 200
        panel = running.panel("/om/", having="1 sak kan bli bättre", without="kontrolleras")
        assert 'data-errors=""' in panel
        said = running.hear("kan bli bättre")
    assert said.endswith("En sak kan bli bättre. Kör insyn check för att se den.")


def test_text_from_the_content_is_shown_as_text(site: Path) -> None:
    write_card(site, "---\ntitle: Om\nsummary: Kort.\n<script>alert(1)</script>: x\n---\n\nText.\n")
    with previewed(site) as running:
        answer, page = running.ask("/")
    assert answer.status == 503
    assert "<script>alert" not in page
    assert "&lt;script&gt;" in page


# --- when Insyn itself fails ---


def preview_of(
    site: Path, faults: list[Exception], languages: Mapping[str, Language] | None = None
) -> tuple[Preview, list[str]]:
    """A preview whose builds fail with the `faults`, the last first, and then work."""
    memory = Memory()

    def lay_or_fail() -> Ground | Website:
        if faults:
            raise faults.pop()
        return lay_ground(site, base="http://127.0.0.1:1", today=date(2026, 1, 31), memory=memory)

    told: list[str] = []
    spoken = languages or Frame(site).languages
    return Preview(lay_or_fail, "http://127.0.0.1:1/", told.append, spoken), told


def test_an_unexpected_failure_is_told_in_one_sentence_and_the_site_stays(site: Path) -> None:
    faults: list[Exception] = []
    preview, told = preview_of(site, faults)
    preview.rebuild()
    before = preview.shown()
    assert before is not None
    faults.append(ValueError("something\nodd " + "x" * 500))
    told.clear()
    preview.rebuild()
    shown = preview.shown()
    assert shown is not None
    assert shown.edition is before.edition
    (sentence,) = told
    assert sentence == shown.failure
    assert sentence.startswith("Det blev fel i själva Insyn (ValueError: something odd xxx")
    assert sentence.endswith("…). Kör insyn check för att se var.")
    assert "\n" not in sentence
    preview.rebuild()
    shown = preview.shown()
    assert shown is not None
    assert not shown.failure


def test_a_failure_at_the_start_is_told_in_the_browser_too(site: Path) -> None:
    preview, told = preview_of(site, [OSError("the disk is gone")])
    desk = Desk(preview, Frame(site), site)
    preview.rebuild()
    answer = desk.answer("/", "")
    assert answer is not None
    page = answer.content.decode()
    assert answer.status == 503
    assert "<h1>Förhandsvisningen kunde inte göras</h1>" in page
    assert "OSError: the disk is gone" in page
    assert len(told) == 2
    preview.rebuild()
    answer = desk.answer("/om/", "")
    assert answer is not None
    assert answer.status == 200


# --- what is shown is what is built ---


class Watched(Preview):
    """A preview that remembers all that it has shown."""

    history: list[Shown]

    def _show(self, shown: Shown) -> None:
        self.history.append(shown)
        super()._show(shown)


def watched(site: Path) -> Watched:
    memory = Memory()

    def lay() -> Ground | Website:
        return lay_ground(site, base="http://127.0.0.1:1", today=date(2026, 1, 31), memory=memory)

    preview = Watched(lay, "http://127.0.0.1:1/", lambda _: None, Frame(site).languages)
    preview.history = []
    return preview


def edits(site: Path) -> Iterator[str]:
    """Does one edit after another, and says which."""
    content = site / "content"
    yield "nothing"
    write_about(site, "En ny text.")
    yield "a text"
    write_about(site, "En ny text.", title="Om webbplatsen")
    yield "a title that every page shows"
    (content / "pages" / "ny.md").write_text("---\ntitle: Ny\nsummary: Ny sida.\n---\n\nText.\n")
    yield "a new page"
    (content / "pages" / "om.en.md").write_text("---\ntitle: About us\n---\n\nText.\n")
    yield "a translation"
    write_card(site, BROKEN)
    yield "a mistake"
    (content / "pages" / "ny.md").write_text("---\ntitle: Ny\nsummary: Ny.\n---\n\nMer text.\n")
    yield "another file, while there is a mistake"
    write_about(site, "En text.")
    new, head = content / "pages" / "ny.md", "---\ntitle: Ny\nsummary: Ny.\n---\n\n"
    new.write_text(f"{head}Se [huset](../stories/huset.md#finns-inte).\n", "utf-8")
    yield "a link to no heading"
    write_about(site, "En annan text.")
    yield "another file, while a link leads nowhere"
    new.write_text(f"{head}Text.\n", "utf-8")
    write_about(site, "Se [huset](../stories/huset.md).")
    yield "all is mended"
    (content / "stories" / "huset.md").unlink()
    yield "a card goes that another links to"
    write_about(site, "Ingen länk.")
    yield "the link goes too"
    (content / "pages" / "ny.md").rename(content / "pages" / "nyare.md")
    yield "another name"


def test_the_preview_shows_what_a_build_would_write(site: Path) -> None:
    preview = watched(site)
    good: dict[str, bytes] = {}
    stopped = 0
    for edit in edits(site):
        preview.history.clear()
        with preview.looked_at("om/index.html"), preview.looked_at("index.html"):
            preview.rebuild()
        built = make(site, base="http://127.0.0.1:1", today=date(2026, 1, 31))
        if not built.stopped:
            good = {file.path: file.content for file in built.files}
        stopped += built.stopped
        last = preview.history[-1]
        assert last.settled, edit
        assert last.problems == built.problems, edit
        assert last.good is not built.stopped, edit
        assert {path: last.edition.find(path) for path in good} == good, edit
        assert last.edition.files.keys() == good.keys(), edit
        # Before all is made and checked, the pages that are looked at are right already.
        for shown in preview.history[:-1]:
            assert not shown.settled
            if built.stopped and not shown.good:
                for path in ("om/index.html", "index.html"):
                    assert shown.edition.find(path) == good[path], (edit, path)
            if shown.edition.glanced and not built.stopped:
                assert shown.edition.glanced.items() <= good.items(), edit
            if not built.stopped and not shown.edition.glanced and shown.good:
                assert shown.edition.making is not None
                for path in shown.edition.making.paths:
                    assert shown.edition.find(path) == good[path], (edit, path)
    assert stopped == 5


def test_the_page_that_is_looked_at_comes_first(site: Path) -> None:
    preview = watched(site)
    preview.rebuild()
    preview.history.clear()
    write_about(site, "En ny text.")
    with preview.looked_at("om/index.html"):
        preview.rebuild()
    first, *_, last = preview.history
    assert b"En ny text." in first.edition.glanced["om/index.html"]
    assert first.edition.find("index.html") == last.edition.find("index.html")
    assert not first.settled


def test_a_newer_save_ends_the_work_and_nothing_is_lost(site: Path) -> None:
    waiting = [False]
    memory = Memory()

    def lay() -> Ground | Website:
        return lay_ground(site, base="http://127.0.0.1:1", today=date(2026, 1, 31), memory=memory)

    told: list[str] = []
    preview = Preview(
        lay, "http://127.0.0.1:1/", told.append, Frame(site).languages, overtaken=lambda: waiting[0]
    )
    preview.rebuild()
    write_about(site, "En ny text.")
    waiting[0] = True
    with preview.looked_at("om/index.html"):
        preview.rebuild()
    shown = preview.shown()
    assert shown is not None
    assert not shown.settled
    assert b"En ny text." in (shown.edition.find("om/index.html") or b"")
    waiting[0] = False
    preview.rebuild()
    shown = preview.shown()
    assert shown is not None
    assert shown.settled
    assert b"En ny text." in (shown.edition.find("om/index.html") or b"")


def test_the_search_follows_when_it_is_asked_again(site: Path) -> None:
    with previewed(site) as running:
        running.hear("klara")

        def words() -> str:
            return running.ask("/pagefind/pagefind-entry.json")[1]

        before = words()
        story = site / "content" / "stories" / "huset.md"
        story.write_text(story.read_text("utf-8") + "\nOrdet kvastskaft är nytt.\n", "utf-8")
        running.hear("klara")
        assert words() == before  # who asks is not kept waiting
        running.panel("/om/", without="Sökningen hittar ännu")
        assert words() != before


# --- whatever happens to the files ---


def test_it_outlives_whatever_happens_to_the_files(site: Path) -> None:
    content = site / "content"
    with previewed(site) as running:
        running.hear("klara")
        _, before = running.ask("/om/")
        for rubbish in (
            b"",
            b"---\ntitle: Om",
            b"\xff\xfe\x00",
            b"---\n" + b"[" * 5000,
            b"\0" * 99,
        ):
            (content / "pages" / "om.md").write_bytes(rubbish)
            running.hear("att rätta")
            assert running.ask("/om/")[1] == before
            assert running.ask("/_insyn/file?path=content/pages/om.md")[0].status in (200, 404)
        (content / "site.yaml").unlink()
        running.hear("att rätta")
        content.rename(site / "away")
        running.hear("att rätta")
        assert running.ask("/om/")[1] == before
        write_site(site)
        write_about(site, "Allt är tillbaka.")
        while "Allt är tillbaka." not in running.ask("/om/")[1]:
            running.hear("")
        write_about(site, "Och det följer med.")
        while "Och det följer med." not in running.ask("/om/")[1]:
            running.hear("")


# --- beginning and end ---


def test_a_port_in_use_is_told_in_one_sentence(site: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        expected = f"Port {port} is taken by another program. Choose another: --port "
        with pytest.raises(CannotServeError, match=f"^{re.escape(expected)}[0-9]+$"):
            serve(site, port=port, today=date(2026, 1, 31), tell=lambda _: None)


def test_a_folder_that_cannot_be_watched_is_told(tmp_path: Path) -> None:
    with pytest.raises(CannotServeError, match="cannot be watched"):
        serve(tmp_path, port=0, today=date(2026, 1, 31), tell=lambda _: None)


def test_the_end_is_told_to_the_open_pages(site: Path) -> None:
    with previewed(site) as running:
        seen = re.findall(r'data-seen="([^"]+)"', running.ask("/")[1])[0]
        connection = running.connect()
        connection.request("GET", f"/_insyn/changes?page=/&seen={seen}")
        stream = connection.getresponse()
        assert stream.headers["Content-Type"] == "text/event-stream"
        assert stream.readline() == b"retry: 1000\n"
    assert b"data" not in stream.read()
    connection.close()


def test_the_port_is_free_again_afterwards(site: Path) -> None:
    with previewed(site) as running:
        # Whoever closes first, here the server, leaves the port in a state of waiting.
        assert running.ask("/", "POST")[0].status == 405
    again: list[str] = []
    stop = threading.Event()
    stop.set()
    serve(site, port=running.port, today=date(2026, 1, 31), tell=again.append, stop=stop)


def test_only_this_computer_can_connect(running: Running) -> None:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        probe.connect(("192.0.2.1", 9))  # sends nothing, but says which address it would use
        outside = probe.getsockname()[0]
    if outside.startswith("127."):
        outside = "127.0.0.2"
    with pytest.raises(ConnectionRefusedError):
        socket.create_connection((outside, running.port), PATIENCE)


# A shell's background job ignores Ctrl-C, and so would whatever the tests start from one.
PROGRAM = """
import signal, sys
from datetime import date
from pathlib import Path
from insyn.serve import serve
signal.signal(signal.SIGINT, signal.default_int_handler)
tell = lambda sentence: print(sentence, flush=True)
serve(Path(sys.argv[1]), port=0, today=date(2026, 1, 31), tell=tell)
"""


@pytest.mark.slow
def test_ctrl_c_ends_it_cleanly_and_leaves_nothing_behind(site: Path, tmp_path: Path) -> None:
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    process = subprocess.Popen(
        [sys.executable, "-c", PROGRAM, str(site)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        env={**os.environ, "TMPDIR": str(scratch), "PYTHONUTF8": "1"},
    )
    with process:
        assert process.stdout is not None
        assert process.stderr is not None
        address = process.stdout.readline().split()[3]
        assert process.stdout.readline().endswith("sidor är klara.\n")
        running = Running(address=address)
        _, page = running.ask("/")
        running.ask("/pagefind/pagefind-entry.json")
        seen = re.findall(r'data-seen="([^"]+)"', page)[0]
        connection = running.connect()
        connection.request("GET", f"/_insyn/changes?page=/&seen={seen}")
        stream = connection.getresponse()  # an open page must not hold it back
        assert stream.readline() == b"retry: 1000\n"
        process.send_signal(signal.SIGINT)
        assert process.stdout.read() == "Förhandsvisningen är avslutad.\n"
        assert process.stderr.read() == ""
        assert process.wait(PATIENCE) == 0
        stream.close()
        connection.close()
    assert list(scratch.iterdir()) == []
    assert not (site / "public").exists()
