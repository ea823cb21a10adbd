"""The form for editors, in a real browser: what is loaded, changed and saved, and what is kept.

The cards lie in the browser (Sveltia's `test-repo`), under the headers that are published.
"""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Dialog, Locator, Page, expect

import tools
from insyn.admin import bundle_files, form_files
from insyn.admin.configuration import configuration
from insyn.build import make
from insyn.files import File
from insyn.model import Portfolio, load
from insyn.model.portfolio import Repository
from insyn.source import read_content
from reading import CONTENT_DAY, ROOT
from server import hosting

pytestmark = pytest.mark.slow

Files = dict[str, str]

PUT = """async (files) => {
  const disk = await navigator.storage.getDirectory();
  const root = await disk.getDirectoryHandle('sveltia-cms-test', { create: true });
  for (const [path, text] of Object.entries(files)) {
    const parts = path.split('/');
    let folder = root;
    for (const part of parts.slice(0, -1))
      folder = await folder.getDirectoryHandle(part, { create: true });
    const file = await folder.getFileHandle(parts.at(-1), { create: true });
    const writable = await file.createWritable();
    await writable.write(text);
    await writable.close();
  }
}"""
TAKE = """async () => {
  const disk = await navigator.storage.getDirectory();
  const files = {};
  const walk = async (folder, path) => {
    for await (const [name, handle] of folder.entries()) {
      if (handle.kind === 'directory') await walk(handle, `${path}${name}/`);
      else files[path + name] = await (await handle.getFile()).text();
    }
  };
  await walk(await disk.getDirectoryHandle('sveltia-cms-test'), '');
  return files;
}"""
# Runs what the form itself runs when it reads and writes a file.
WITH_FORMAT = """async ([path, text]) => {
  const { fileFormat } = await import('./card.js');
  const { cms, spellings } = await (await fetch('config.json')).json();
  const easy = path.includes('.lattlast.') ? 'lattlast-' : '';
  const kind = path.split('/')[1];
  const found =
    cms.singletons.find(({ file }) => file === path) ??
    cms.collections.find(({ name }) => name === easy + kind);
  const format = fileFormat({ ...found, whole: path.endsWith('.yaml') }, spellings[found.name]);
  const values = format.fromFile(text.trim());
  CHANGE;
  return `${format.toFile(values).trim()}\\n`;
}"""


def written_by_the_form(page: Page, path: str, text: str, change: str = "") -> str:
    """The file as the form writes it, after a change of the values that it has read."""
    return str(page.evaluate(WITH_FORMAT.replace("CHANGE", change), [path, text]))


# What axe finds in Sveltia itself, signed off by name; ours must not add to it.
KNOWN = {
    "list": {"meta-viewport", "page-has-heading-one", "region"},
    "editor": {
        "landmark-one-main",
        "meta-viewport",
        "page-has-heading-one",
        "region",
        # Ours are the hints that fields are described by. Their names, which Sveltia gives them and
        # browsers hear, axe takes for hidden: the journey with the keyboard asks for every one.
        "label-title-only",
    },
}


def cards() -> Files:
    """Every text that the form may change, by its path in the repository."""
    return {
        path.relative_to(ROOT).as_posix(): path.read_text(encoding="utf-8")
        for path in sorted((ROOT / "content").rglob("*"))
        if path.suffix == ".md" or path.name in {"glossary.yaml", "accessibility-statement.yaml"}
    }


def put_form(folder: Path, own: Sequence[File], bundle: Path) -> None:
    """Put a form into `folder`, as a build does."""
    for file in own:
        path = folder / file.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(file.content)
    for place, source in bundle_files(bundle):
        (folder / place).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source, folder / place)


@pytest.fixture(scope="module")
def form_address(form_bundle: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where a form for trying is served, with the headers that are published."""
    portfolio, _ = load(read_content(ROOT))
    assert portfolio is not None
    folder = tmp_path_factory.mktemp("form")
    put_form(folder, form_files(portfolio, trial=True, cards=cards()), form_bundle)
    with hosting(folder) as found:
        yield f"{found}/admin/"


@pytest.fixture
def opened(browser: Browser, form_address: str) -> Iterator[Callable[..., Page]]:
    """Opens the form on some cards; in the end, no other site has been asked for anything."""
    context = browser.new_context(locale="sv-SE", viewport={"width": 1400, "height": 1000})
    asked: list[str] = []
    refused: list[str] = []
    context.on("request", lambda request: asked.append(request.url))

    def open_form(files: Files, place: str = "") -> Page:
        page = context.new_page()
        page.set_default_timeout(15_000)
        page.on(
            "console",
            lambda said: refused.append(said.text) if "Content Security" in said.text else None,
        )
        page.goto(f"{form_address}config.json")
        page.evaluate(PUT, files)
        page.goto(form_address)
        page.get_by_role("button", name="Prova formuläret").click()
        expect(page.get_by_role("treeitem").first).to_be_visible()
        if place:
            page.goto(f"{form_address}#/collections/{place}")
        return page

    yield open_form
    here = form_address.removesuffix("admin/")
    assert [url for url in asked if not url.startswith((here, "blob:", "data:"))] == []
    assert refused == []
    context.close()


def go_to(page: Page, field: Locator) -> Locator:
    """Go down to a field: each is made as it comes into view."""
    expect(page.get_by_role("textbox").first).to_be_visible()
    page.mouse.move(300, 600)
    for _ in range(60):
        if field.count():
            break
        page.mouse.wheel(0, 900)
        page.wait_for_timeout(50)
    field.first.scroll_into_view_if_needed()
    return field.first


def save(page: Page) -> Files:
    """Save, and return the cards as they lie in the repository then."""
    page.get_by_role("button", name="Spara", exact=True).click()
    expect(page.get_by_role("button", name="Spara", exact=True)).to_have_count(0)
    found: Files = page.evaluate(TAKE)
    return found


def changed(before: Files, after: Files) -> dict[str, list[str]]:
    """The lines of each file that are new."""
    return {
        path: [line for line in text.splitlines() if line not in before.get(path, "").splitlines()]
        for path, text in after.items()
        if text != before.get(path)
    }


# --- the configuration ---


ON_GITHUB = Repository("main", "", "", "", address="https://github.com/ekby/cards", host="github")


def on(repository: Repository, *languages: str) -> Portfolio:
    """The portfolio of this repository, kept elsewhere and perhaps in other languages."""
    portfolio, _ = load(read_content(ROOT))
    assert portfolio is not None
    site = replace(
        portfolio.site,
        repository=repository,
        languages=languages or portfolio.site.languages,
    )
    return replace(portfolio, site=site)


def test_the_configuration_is_what_sveltia_says_it_must_be(
    form_bundle: Path, tmp_path: Path
) -> None:
    elsewhere = replace(ON_GITHUB, address="https://git.ekby.se/a/b", app_id="x", folder="webb")
    all_told = [
        configuration(on(ON_GITHUB), trial=True)["cms"],
        configuration(on(ON_GITHUB, "en"))["cms"],
        configuration(on(replace(elsewhere, host="gitlab")))["cms"],
        configuration(on(replace(elsewhere, host="gitea", app_id="")))["cms"],
        configuration(on(replace(elsewhere, host="github", sign_in="https://in.ekby.se")))["cms"],
    ]
    told = tmp_path / "config.json"
    told.write_text(json.dumps(all_told), encoding="utf-8")
    program = """
const Ajv = require(process.argv[1] + '/ajv');
const schema = JSON.parse(require('fs').readFileSync(process.argv[2]));
const fits = new Ajv({ strict: false, validateFormats: false }).compile(schema);
for (const told of JSON.parse(require('fs').readFileSync(process.argv[3])))
  if (!fits(told)) console.log(JSON.stringify(fits.errors.slice(0, 5)));
"""
    command = [str(tools.NODE), "-e", program, str(tools.MODULES)]
    command += [str(form_bundle / "schema.json"), str(told)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert done.stdout == ""


@pytest.mark.parametrize(
    ("host", "address", "button"),
    [
        ("github", "https://github.com/ekby/cards", "Logga in med .GitHub"),
        ("gitlab", "https://gitlab.com/ekby/cards", "Logga in med .GitLab"),
        ("gitea", "https://codeberg.org/ekby/cards", "Logga in .*Token"),
    ],
)
def test_each_git_host_may_be_signed_in_to(  # noqa: PLR0913, PLR0917 - where, and with what
    browser: Browser, form_bundle: Path, tmp_path: Path, host: str, address: str, button: str
) -> None:
    repository = replace(ON_GITHUB, host=host, address=address, app_id="x" * (host == "gitlab"))
    put_form(tmp_path, form_files(on(repository)), form_bundle)
    context = browser.new_context(locale="sv-SE")
    asked: list[str] = []
    with hosting(tmp_path) as found:
        page = context.new_page()
        page.on("request", lambda request: asked.append(request.url))
        page.goto(f"{found}/admin/")
        expect(page.get_by_role("button", name=re.compile(button)).first).to_be_visible()
        assert [url for url in asked if not url.startswith((found, "blob:", "data:"))] == []
    context.close()


# --- what was not changed is kept ---


def test_every_file_that_is_read_and_written_keeps_every_byte(
    browser: Browser, form_address: str
) -> None:
    page = browser.new_page()
    page.goto(f"{form_address}config.json")
    files = cards()
    for path, text in files.items():
        assert written_by_the_form(page, path, text) == text, path
    assert len(files) > 100
    page.close()


AWKWARD = """\
---
# Behåll den här raden.
owner: ÖBO  # kortnamnet
title: "Jobb: fas 2"
phase: genomförande
summary: no
municipalities: örebro
contact:
  # växeln
  phone: 0451267000
  role: ~
obsolete: [a, b]
targets:
  - what: Deltagare # alla
    target: 0594
    minimum: yes
  - what: "40"
---

## Rubrik

Här är *betonat*, **starkt** och [in English]{lang=en}.

* en
* två

| A | B |
|---|---|
| 1 | 2 |
"""


# As a rich-text editor does to all of a text when one word is changed.
SPELLED_ANEW = r"""values.body = values.body
  .replace('*betonat*', '_betonat_')
  .replace('[in English]{', '\\[in English\\]{')
  .replace(/^\* /gm, '- ') + '\n\nNytt.'"""


@pytest.mark.parametrize(
    ("change", "old", "new"),
    [
        ("", "", ""),
        ("values.title = 'Annat'", 'title: "Jobb: fas 2"', 'title: "Annat"'),
        ("values.phase = 'Förprojektering'", "phase: genomförande", "phase: Förprojektering"),
        ("values.contact.phone = '112'", "phone: 0451267000", "phone: 112"),
        ("values.targets[0].target = '600'", "target: 0594", "target: 600"),
        ("values.summary = 'Kort.'", "summary: no", "summary: Kort."),
        ("values.summary = ''", "summary: no\n", ""),
        (
            "values.region = 'Sydsverige'",
            "obsolete:",
            "region: Sydsverige\nobsolete:",
        ),
        ("values.targets.pop()", '  - what: "40"\n', ""),
        ("values.body += '\\n\\nNytt.'", "| 1 | 2 |\n", "| 1 | 2 |\n\nNytt.\n"),
        (
            SPELLED_ANEW,
            "| 1 | 2 |\n",
            "| 1 | 2 |\n\nNytt.\n",
        ),
    ],
)
def test_a_change_touches_what_was_changed_and_nothing_else(
    browser: Browser, form_address: str, change: str, old: str, new: str
) -> None:
    page = browser.new_page()
    page.goto(f"{form_address}config.json")
    path = "content/projects/jobb.md"
    written = written_by_the_form(page, path, AWKWARD, change)
    page.close()
    assert old in AWKWARD
    assert written == (AWKWARD.replace(old, new, 1) if old else AWKWARD)


# --- the journeys of an editor ---


def test_a_sentence_more_in_the_text_changes_its_paragraph(opened: Callable[..., Page]) -> None:
    files = cards()
    page = opened(files, "organisations/entries/mariestads-kommun")
    go_to(page, page.locator("[contenteditable=true]")).click()
    page.keyboard.press("Control+End")
    page.keyboard.type(" Kommunen ligger vid Vänern.")
    after = save(page)
    path = "content/organisations/mariestads-kommun.md"
    assert set(changed(files, after)) == {path}
    assert after[path].endswith("Mötesplats MTG. Kommunen ligger vid Vänern.\n")
    assert after[path].startswith(files[path].partition("\n\n")[0])


def test_what_is_no_amount_is_not_saved_and_what_is_one_changes_its_line(
    opened: Callable[..., Page],
) -> None:
    files = cards()
    page = opened(files, "projects/entries/projects/jobbpunkt-vast-orebro")
    amount = go_to(page, page.get_by_role("textbox", name="Total budget"))
    amount.fill("mycket pengar")
    page.get_by_role("button", name="Spara", exact=True).click()
    expect(page.get_by_text("Skriv beloppet i hela kronor").first).to_be_visible()
    assert page.evaluate(TAKE) == files
    amount.fill("12 400 000 kr")
    path = "content/projects/jobbpunkt-vast-orebro.md"
    assert changed(files, save(page)) == {path: ["  total: 12 400 000 kr"]}


def test_a_picture_without_alternative_text_is_not_saved(opened: Callable[..., Page]) -> None:
    files = cards()
    path = "content/organisations/dhr.md"
    text = "![](../images/hus.jpg)"
    page = opened(files | {path: files[path] + f"\n{text}\n"}, "organisations/entries/dhr")
    told: list[str] = []

    def answer(dialog: Dialog) -> None:
        told.append(dialog.message)
        dialog.accept()

    page.on("dialog", answer)
    page.get_by_role("textbox", name="Namn").first.fill("DHR")
    page.get_by_role("button", name="Spara", exact=True).click()
    expect(page.get_by_role("alertdialog")).to_be_visible()
    after: Files = page.evaluate(TAKE)
    assert after[path] == files[path] + f"\n{text}\n"
    assert told == ["En bild saknar alternativtext. Skriv vad bilden visar, och spara igen."]


def test_an_easy_to_read_text_is_named_after_its_card(opened: Callable[..., Page]) -> None:
    files = cards()
    path = "content/projects/egenmakt-trelleborg.lattlast.md"
    del files[path], files[path.replace(".md", ".en.md")]
    page = opened(files, "lattlast-projects/new")
    page.get_by_role("radio", name="Egenmakt", exact=True).click()
    page.get_by_role("textbox", name="Titel").first.fill("Att bestämma själv")
    after = save(page)
    assert changed(files, after).keys() == {path}
    assert after[path] == "---\ntitle: Att bestämma själv\n---\n"


def test_a_translation_is_begun_as_a_file_of_texts_alone(opened: Callable[..., Page]) -> None:
    files = cards()
    path = "content/organisations/dhr.en.md"
    del files[path]
    page = opened(files, "organisations/entries/dhr")
    page.get_by_role("button", name="Lägg till text").click()
    page.get_by_role("textbox", name="Namn").last.fill("Disability Rights")
    after = save(page)
    assert changed(files, after).keys() == {path}
    assert after[path] == "---\ntitle: Disability Rights\n---\n"


# --- who cannot use a mouse, or does not see ---


def faults(page: Page, axe_source: str) -> set[str]:
    """The rules that axe finds broken."""
    page.evaluate(axe_source)
    found: dict[str, Any] = page.evaluate("axe.run(document, { resultTypes: ['violations'] })")
    return {fault["id"] for fault in found["violations"]}


def test_the_lists_are_whole_and_axe_finds_nothing_but_what_is_known_of_sveltia(
    opened: Callable[..., Page], axe_source: str
) -> None:
    page = opened(cards())
    expect(page.get_by_role("grid", name="Poster").get_by_role("row").first).to_be_visible()
    assert faults(page, axe_source) <= KNOWN["list"]
    # An easy-to-read text, which lies beside its project, is no project.
    for name, count in (("Lättläst: projekt", 4), ("Berättelser", 1), ("Projekt", 4)):
        page.get_by_role("treeitem", name=name, exact=True).click()
        rows = page.get_by_role("grid", name="Poster").get_by_role("row")
        expect(rows).to_have_count(count)
    page.get_by_role("gridcell", name="Jobbpunkt Väst Örebro").last.click()
    expect(page.get_by_role("textbox", name="Titel").first).to_be_visible()
    assert faults(page, axe_source) <= KNOWN["editor"]


FOCUSED = """() => {
  const on = document.activeElement;
  const texts = (ids) => (ids ?? '').split(' ')
    .map((id) => document.getElementById(id)?.textContent ?? '').join(' ').trim();
  const label =
    texts(on.getAttribute('aria-labelledby')) || on.ariaLabel || on.labels?.[0]?.textContent;
  return {
    name: (label ?? on.textContent.slice(0, 60)).replace(/[\u2066-\u2069]/g, '').trim(),
    told: texts(on.getAttribute('aria-describedby')),
  };
}"""


def tab_to(page: Page, name: str) -> str:
    """Press Tab until what is so called has the focus; returns what is said of it beside that."""
    passed = []
    for _ in range(150):
        page.keyboard.press("Tab")
        found: dict[str, str] = page.evaluate(FOCUSED)
        passed.append(found["name"])
        if found["name"] == name:
            return found["told"]
    pytest.fail(f"Tab never comes to {name}, but to {passed}")


KEYS = {"ArrowDown", "ArrowRight", "Enter", "Escape", "Space"}
# What is gone to with Tab, and what is typed and pressed there. Escape closes nothing.
JOURNEY = (
    ("Titel", "Väg till jobb i Åmål", "Escape"),
    ("Sammanfattning", "Kommunen hjälper unga i Åmål att hitta ett jobb."),
    ("Programområde 1 Kompetensförsörjning", "ArrowDown"),
    ("Förprojektering", "ArrowRight"),
    ("Människor med försörjningsstöd", "Space"),
    ("Projektägare", "örebro kommun", "Enter"),
    ("Lägg till Pengar", "Space"),
    ("EU-stöd", "900 000 kr"),
    ("Total budget", "1 200 000 kr"),
    ("Start", "2026-01-01"),
    ("Västsverige", "Space"),
    # One is taken with Enter, another is ticked, a third is written in full.
    ("Kommuner", "åm", "Enter", "skö"),
    ("Skövde", "Space"),
    ("Medfinansiärer", "arbetsförmedlingen", "ArrowDown", "ArrowDown", "Enter", "Escape"),
    ("Samarbetspartner", "Åmåls nya bolag AB", "Enter"),
    ("Text", "## Så gör vi", "Enter", "En coach hjälper var och en."),
)


def test_a_whole_project_is_written_and_saved_with_the_keyboard_alone(
    browser: Browser, form_address: str, tmp_path: Path
) -> None:
    context = browser.new_context(locale="sv-SE", viewport={"width": 1400, "height": 1000})
    page = context.new_page()
    asked: list[str] = []

    def dismiss(dialog: Dialog) -> None:
        asked.append(dialog.message)
        dialog.dismiss()

    page.on("dialog", dismiss)
    page.goto(form_address)
    expect(page.get_by_role("button", name="Prova formuläret")).to_be_visible()
    tab_to(page, "Prova formuläret")
    page.keyboard.press("Enter")
    # A trial begins with the cards of the site.
    expect(page.get_by_role("row", name="Jobbpunkt Väst Örebro")).to_be_visible()
    assert page.evaluate(TAKE) == cards()
    tab_to(page, "Skapa ny post")
    page.keyboard.press("Enter")
    expect(page.get_by_role("textbox", name="Titel").first).to_be_visible()
    # Every field is there to come to, also those that are out of sight.
    expect(
        page.locator(".content-editor .placeholder:not([data-field-type=list] *)")
    ).to_have_count(0)
    # Saved too early: from the list of what is missing one comes to the field.
    tab_to(page, "Spara")
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Visa felen")).to_be_visible()
    tab_to(page, "Visa felen")
    page.keyboard.press("Enter")
    expect(page.locator("#entry-sidebar-content button", has_text="Titel")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_role("textbox", name="Titel").first).to_be_focused()
    page.keyboard.press("Shift+Tab")
    told = {}
    for name, *keys in JOURNEY:
        told[name] = tab_to(page, name)
        for key in keys:
            (page.keyboard.press if key in KEYS else page.keyboard.type)(key)
    expect(page.get_by_role("status").filter(has_text="Valt: Åmål; Skövde.")).to_be_visible()
    tab_to(page, "Spara")
    page.keyboard.press("Enter")
    expect(page.get_by_role("row", name="Väg till jobb i Åmål")).to_be_visible()
    after: Files = page.evaluate(TAKE)
    context.close()

    assert asked == []
    assert told["Titel"].endswith("Fyll i fältet. Sidans rubrik. Exempel: Jobbpunkt Väst Örebro")
    assert told["Kommuner"].startswith("Inget är valt. Var det händer. Skriv början av ett namn")
    path = "content/projects/vag-till-jobb-i-amal.md"
    assert changed(cards(), after).keys() == {path}
    assert after[path] == BY_KEYBOARD
    page_of_it = built(after, path, tmp_path)
    for shown in ("Väg till jobb i Åmål", "Åmåls nya bolag AB", "Så gör vi"):
        assert shown in page_of_it


BY_KEYBOARD = """\
---
title: Väg till jobb i Åmål
summary: Kommunen hjälper unga i Åmål att hitta ett jobb.
programme_area: Programområde 2 Ökat arbetskraftsutbud
phase: Genomförande
target_groups:
  - Människor med försörjningsstöd
owner: Örebro kommun
funding:
  eu: 900 000 kr
  total: 1 200 000 kr
period:
  start: 2026-01-01
region: Västsverige
municipalities:
  - Åmål
  - Skövde
co_funders:
  - Arbetsförmedlingen Skövde
partners:
  - Åmåls nya bolag AB
---

## Så gör vi

En coach hjälper var och en.
"""


def built(files: Files, path: str, folder: Path) -> str:
    """The page that one of `files` becomes, and nothing is wrong with it."""
    needed = {path, "content/organisations/orebro-kommun.md"}
    for name, text in files.items():
        if name in needed or name.endswith(".yaml"):
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_text(text, encoding="utf-8")
    shutil.copyfile(ROOT / "content" / "site.yaml", folder / "content" / "site.yaml")
    website = make(folder, today=CONTENT_DAY)
    assert not website.stopped
    assert [problem for problem in website.problems if problem.place.file == path] == []
    made = {file.path: file.content for file in website.files}
    return made[f"projekt/{Path(path).stem}/index.html"].decode()


def test_whoever_leaves_a_card_that_she_has_not_saved_is_asked(
    opened: Callable[..., Page],
) -> None:
    page = opened(cards(), "organisations")
    page.get_by_role("gridcell", name="Coompanion", exact=True).click()
    name = page.get_by_role("textbox", name="Namn").first
    expect(name).to_be_visible()
    card = page.url
    asked: list[str] = []
    leave = False

    def answer(dialog: Dialog) -> None:
        asked.append(dialog.type)
        dialog.accept() if leave else dialog.dismiss()

    page.on("dialog", answer)
    name.press("End")
    page.keyboard.type(" i Örebro")
    close = page.get_by_role("button", name="Stäng kortet")
    reload = partial(page.evaluate, "setTimeout(() => location.reload())")
    for go in (page.go_back, close.click, reload):
        with page.expect_event("dialog"):
            go()
        expect(name).to_have_value("Coompanion i Örebro")
        assert page.url == card
    assert asked == ["confirm", "confirm", "beforeunload"]
    leave = True
    close.click()
    expect(name).to_have_count(0)
    assert page.evaluate(TAKE) == cards()


def test_without_script_the_page_says_how_to_do_without(
    browser: Browser, form_address: str
) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(form_address)
    expect(page.get_by_role("heading", level=1)).to_have_text("Redigera – Insyn")
    expect(page.get_by_text("Det behöver JavaScript.")).to_be_visible()
    expect(page.get_by_role("link", name="Till webbplatsen")).to_be_visible()
    context.close()
