"""The accessibility statement says all that the law demands, and works without a script.

The demands are those of lagen (2018:1937) om tillgänglighet till digital offentlig service, 13 and
15 §§, of the regulation MDFFS 2019:2 with its six points, and of the annex of Commission
Implementing Decision (EU) 2018/1523.
"""

from __future__ import annotations

import copy
import json
import re
import shutil
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner
from playwright.sync_api import Browser, Page, Route, expect

from insyn.cli import main
from insyn.explanation import stops
from insyn.model import load
from insyn.model.fields import Fields, StatementFields, inner_model
from insyn.source import read_content
from reading import PAGE_KINDS, ROOT, BuiltSite, Document, plain

READING = "own reading of the pages"
CHECK = "insyn check"
BROWSER = "own measurement in Chromium"
PATHS = PAGE_KINDS["statement"]
FILE = "content/pages/accessibility-statement.yaml"
CORNERS = ROOT / "tests" / "sites" / "corners"
BASE = ROOT / "tests" / "invalid" / "base"

DEGREES = {
    "fully": {"sv": "helt förenlig", "en": "fully compliant"},
    "partly": {"sv": "delvis förenlig", "en": "partially compliant"},
    "not": {"sv": "inte förenlig", "en": "not compliant"},
}
WHOSE = {
    "self": {"sv": "självskattning", "en": "self-assessment"},
    "third_party": {"sv": "är gjord av", "en": "was made by"},
}
SECTIONS = {
    "disproportionate_burden": {"sv": "12 §", "en": "Section 12"},
    "outside_the_law": {"sv": "9 §", "en": "Section 9"},
}


def demands(told: Mapping[str, Any], language: str) -> Iterator[tuple[str, str]]:
    """What a page must say, with the demand that it answers; `told` is the statement as data."""
    yield "who is responsible (MDFFS point 1)", told["responsible"]
    yield "which service (MDFFS point 1)", told["service"]["name"]
    yield "how compliant (MDFFS point 2)", DEGREES[told["status"]][language]
    yield "which standard (decision, compliance status)", told["standard"]["en_301_549"]
    yield "which guidelines (decision, compliance status)", f"WCAG {told['standard']['wcag']}"
    for kind, shortcomings in told["non_accessible_content"].items():
        for one in shortcomings:
            yield "what is not accessible (MDFFS point 3)", one["what"][language]
            yield "why (MDFFS point 3)", one["reason"][language]
            if one["alternative"]:
                yield "what there is instead (MDFFS point 3)", one["alternative"][language]
            if one["mended_by"]:
                yield "by when it is mended", f"<{one['mended_by']}>"
        if shortcomings and kind in SECTIONS:
            yield "which exemption (law, 9 and 12 §§)", SECTIONS[kind][language]
    yield "when it was assessed (MDFFS point 4)", f"<{told['assessment']['date']}>"
    yield "by which method (MDFFS point 4)", WHOSE[told["assessment"]["method"]][language]
    yield "how it was assessed (MDFFS point 4)", told["assessment"]["how"][language]
    for one in told["assessment"]["not_assessed"]:
        yield "what was not assessed", one[language]
    yield "when it was prepared (decision, preparation)", f"<{told['prepared']}>"
    yield "when it was last reviewed (MDFFS point 4)", f"<{told['reviewed']}>"
    yield "whom to write to (law, 13 §)", told["feedback"]["email"]
    if told["feedback"]["phone"]:
        yield "whom to call", told["feedback"]["phone"]
    form = f'action="{_thanks(language)}"' if told["feedback"]["form"] == "netlify" else "?subject="
    yield "a way to tell of a shortcoming (law, 13 §; MDFFS point 5)", f"[{form}]"
    yield "a way to ask for another form (law, 15 §; MDFFS point 5)", _OTHER_FORM[language]
    yield "who supervises (MDFFS point 6)", told["enforcement"]["authority"][language]
    yield "a link to complain by (MDFFS point 6)", f"[{told['enforcement']['address']}]"


_OTHER_FORM = {"sv": "Behöver du något i en annan form", "en": "Do you need something in another"}


def _thanks(language: str) -> str:
    swedish = language == "sv"
    return "/tillganglighetsredogorelse/tack/" if swedish else "/en/accessibility-statement/thanks/"


def unsaid(page: Document, told: Mapping[str, Any]) -> list[str]:
    """The demands that the page does not meet.

    A date is looked for as `<2026-11-22>` in `time`, an address as `[…]` in the markup, and all
    else in the text.
    """
    text = page.main.text
    days = {time.attributes["datetime"] for time in page.main.all("time")}
    links = {link.attributes.get("href", "") for link in page.main.all("a")}
    forms = {f'action="{form.attributes.get("action")}"' for form in page.main.all("form")}

    def is_said(what: str) -> bool:
        if what.startswith("<"):
            return what.strip("<>") in days
        if what.startswith("["):
            return any(what.strip("[]") in one for one in links | forms)
        return plain(what) in text

    return [
        f"{demand}: {what}" for demand, what in demands(told, page.language) if not is_said(what)
    ]


def statement_of(site: BuiltSite) -> dict[str, Any]:
    told: dict[str, Any] = json.loads(site.read("data/accessibility-statement.json"))
    return told


# --- the page ------------------------------------------------------------------------------------


@pytest.mark.row(40, tool=READING)
@pytest.mark.parametrize("path", PATHS)
def test_the_statement_says_all_that_the_law_demands(site: BuiltSite, path: str) -> None:
    assert unsaid(site.page(path), statement_of(site)) == []


CUT = (
    "who is responsible",
    "which service",
    "how compliant",
    "which standard",
    "which guidelines",
    "what is not accessible",
    "why",
    "what there is instead",
    "by when it is mended",
    "which exemption",
    "when it was assessed",
    "by which method",
    "how it was assessed",
    "when it was prepared",
    "when it was last reviewed",
    "whom to write to",
    "whom to call",
    "a way to tell of a shortcoming",
    "a way to ask for another form",
    "who supervises",
    "a link to complain by",
)


@pytest.mark.seeded(40, tool=READING)
@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize("cut", CUT)
def test_a_page_with_a_part_cut_out_is_noticed(corner_site: BuiltSite, path: str, cut: str) -> None:
    page, told = corner_site.page(path), statement_of(corner_site)
    what = next(what for demand, what in demands(told, page.language) if demand.startswith(cut))
    part = what.strip("<>[]")
    spaces = re.escape(part).replace(r"\ ", r"(?:\s|&nbsp;)+").replace("&", "&(?:amp;)?")
    spaces = spaces.replace("<", "(?:<|&lt;)").replace(">", "(?:>|&gt;)")
    assert re.search(spaces, page.html), part
    wrong = Document(page.file, page.path, re.sub(spaces, "…", page.html))
    assert any(one.startswith(cut) for one in unsaid(wrong, told))


@pytest.mark.row(40, tool=READING)
def test_every_page_leads_to_the_statement_at_the_same_place(
    site: BuiltSite, examined: Callable[[Iterable[str]], None]
) -> None:
    pages = [page for page in site.pages.values() if not page.is_redirect]
    examined(page.path for page in pages)
    assert [page.path for page in pages if led_astray(page)] == []
    places = {page.language: set[int]() for page in pages}
    for page in pages:
        places[page.language].add(_footer(page).index(_own(page)))
    assert all(len(found) == 1 for found in places.values())


def _footer(page: Document) -> list[str]:
    """Where the footer leads, in order; what is told of the page itself stands before it."""
    nav = page.tree.one("footer").one("nav")
    return [link.attributes.get("href", "") for link in nav.all("a")]


def _own(page: Document) -> str:
    return PATHS[page.language == "en"]


def led_astray(page: Document) -> list[str]:
    """What is wrong with a page that does not lead to the statement in its language."""
    return [] if _own(page) in _footer(page) else [f"{page.path} has no link to the statement"]


@pytest.mark.seeded(40, tool=READING)
def test_a_page_without_the_link_is_noticed(built_site: BuiltSite) -> None:
    page = built_site.page("/pengar/")
    wrong = page.html.replace(f'href="{PATHS[0]}"', 'href="/om/"')
    assert led_astray(Document(page.file, page.path, wrong))


# --- the content ---------------------------------------------------------------------------------


def whole() -> dict[str, Any]:
    """A statement with everything, as typed."""
    typed: dict[str, Any] = yaml.safe_load((CORNERS / FILE).read_text(encoding="utf-8"))
    del typed["assessment"]["evidence"]["report"]
    return typed


def site_with(statement: Mapping[str, Any], folder: Path) -> Path:
    """A small site with this statement."""
    shutil.copytree(BASE, folder / "site")
    file = folder / "site" / FILE
    file.write_text(yaml.safe_dump(dict(statement), allow_unicode=True), encoding="utf-8")
    return folder / "site"


def check(site: Path) -> tuple[int, str]:
    """What `insyn check` makes of a site: its exit code and its words."""
    told = CliRunner().invoke(main, ["check", "--site", str(site), "--date", "2026-01-31"])
    return told.exit_code, told.output


Steps = tuple[str, ...]


def mandatory(model: type[Fields] = StatementFields, path: Steps = ()) -> Iterator[Steps]:
    """Where every part is that a statement must have; of a list that of its first item."""
    for name, field in model.model_fields.items():
        inner = inner_model(field.annotation)
        if field.is_required():
            yield (*path, name)
        if inner is not None and name not in {"alternative", "covers", "other_forms"}:
            yield from mandatory(inner, (*path, name))
    if path and set(model.model_fields) == {"sv", "en"}:
        yield from ((*path, language) for language in ("sv", "en"))


PARTS = [path for path in mandatory() if path[-2:-1] not in {("assessed",), ("not_assessed",)}]


# What the law and the decision ask for, whatever the model says.
DEMANDED: tuple[Steps, ...] = (
    ("responsible",),
    ("service", "name"),
    ("service", "address"),
    ("standard", "en_301_549"),
    ("standard", "wcag"),
    ("standard", "level"),
    ("status",),
    ("not_compliant", "what"),
    ("not_compliant", "reason"),
    ("not_compliant", "mended_by"),
    ("disproportionate_burden", "what"),
    ("disproportionate_burden", "reason"),
    ("outside_the_law", "what"),
    ("outside_the_law", "reason"),
    ("assessment",),
    ("assessment", "method"),
    ("assessment", "date"),
    ("assessment", "how"),
    ("prepared",),
    ("reviewed",),
    ("feedback",),
    ("feedback", "email"),
    ("enforcement",),
    ("enforcement", "authority"),
    ("enforcement", "address"),
)


@pytest.mark.row(40, tool=CHECK)
def test_no_demand_is_left_to_choice() -> None:
    assert set(DEMANDED) - set(PARTS) == set()


def without(statement: dict[str, Any], path: Steps) -> dict[str, Any]:
    """The statement with one part taken out."""
    found = copy.deepcopy(statement)
    holder: Any = found
    for step in path[:-1]:
        holder = holder[step]
        holder = holder[0] if isinstance(holder, list) else holder
    del holder[path[-1]]
    return found


@pytest.mark.row(40, tool=CHECK)
def test_a_whole_statement_is_taken(tmp_path: Path) -> None:
    assert check(site_with(whole(), tmp_path)) == (0, "Inga problem.\n")


@pytest.mark.slow
@pytest.mark.seeded(40, tool=CHECK)
@pytest.mark.parametrize("path", PARTS, ids=".".join)
def test_a_statement_without_a_part_is_refused(path: Steps, tmp_path: Path) -> None:
    site = site_with(without(whole(), path), tmp_path)
    # The command shows these very problems; for one part it is asked to.
    _, problems = load(read_content(site))
    (told,) = (problem for problem in problems if problem.place.file == FILE)
    assert stops(told)
    assert path[-1] in dict(told.values).values() or path[-1] in dict(told.values)["field"]
    if path == ("status",):
        code, words = check(site)
        assert code == 1
        assert f"{FILE}:1:1: fel: " in words


# --- feedback ------------------------------------------------------------------------------------


@pytest.fixture
def form(browser: Browser, corners: str, request: pytest.FixtureRequest) -> Iterator[Page]:
    """The statement with a form, in a browser without JavaScript, under the published policy."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{corners}{request.param}")
    yield page
    context.close()


@pytest.mark.slow
@pytest.mark.row(40, tool=BROWSER)
@pytest.mark.parametrize(
    ("form", "thanks"),
    [(PATHS[0], _thanks("sv")), (PATHS[1], _thanks("en"))],
    indirect=["form"],
)
def test_a_message_is_sent_without_a_script(form: Page, thanks: str, corners: str) -> None:
    sent: list[str] = []

    def host(route: Route) -> None:
        # What Netlify does: it keeps the message, and shows the page that the form leads to.
        sent.append(route.request.post_data or "")
        route.fulfill(response=route.fetch(method="GET", post_data=None))

    form.context.route(f"{corners}{thanks}", host)
    message, send = form.locator("#message_field"), form.locator("#feedback_form button")
    send.press("Enter")
    # Nothing is sent: the browser says in words what is missing, and goes there.
    assert sent == []
    expect(message).to_be_focused()
    assert message.evaluate("field => field.validationMessage")
    message.fill("Filmen är inte textad.")
    sender = form.locator("#sender_field")
    sender.fill("anna")
    send.press("Enter")
    assert sent == []
    expect(sender).to_be_focused()
    assert "@" in sender.evaluate("field => field.validationMessage")
    sender.fill("anna@example.se")
    send.press("Enter")
    form.wait_for_url(f"{corners}{thanks}")
    assert form.locator("h1").inner_text()
    (posted,) = sent
    assert "form-name=accessibility" in posted
    assert "message=Filmen" in posted
    assert "email=anna%40example.se" in posted
    assert "subject=&" in f"{posted}&"
