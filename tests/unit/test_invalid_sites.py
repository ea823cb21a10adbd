"""What an editor is told: a site for each mistake, and the exact words for it.

`tests/invalid/base` is a small site without a mistake.  Each other folder there holds what is laid
over it, and the exact output of `insyn check`: `expected.txt` where Swedish is the site's first
language, `expected.en.txt` where English is.  `content.en` holds what must differ in the English
one.  After a change of wording: `INSYN_UPDATE=1 pytest tests/unit/test_invalid_sites.py`, and
read what has changed.
"""

from __future__ import annotations

import os
import re
import shutil
import tempfile
import unicodedata
from collections.abc import Callable, Mapping
from datetime import date
from functools import partial
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from hypothesis import given, settings
from hypothesis import strategies as st

from insyn.build import Memory, Website, make
from insyn.check import CheckedPage
from insyn.cli import main
from insyn.explanation import KINDS, explain
from insyn.model import load
from insyn.pages.views import Page
from insyn.problem import Problem
from insyn.render import PageMemory
from insyn.source import read_content

SITES = Path(__file__).parents[1] / "invalid"
EXPECTED = {"sv": "expected.txt", "en": "expected.en.txt"}
CARD = "projects/vagar-till-arbete.md"
TODAY = date(2026, 1, 31)

Change = Callable[[Path], None]


def _latin_1(content: Path) -> None:
    card = content / "projects" / "jobb-i-vivalla.md"
    card.write_bytes(card.read_text(encoding="utf-8").encode("latin-1"))


def _latin_1_overrides(content: Path) -> None:
    for path, text in {
        "pages/start.html": '{% extends "theme:pages/start.html" %}\n{# På svenska #}\n',
        "assets/css/10-tokens.css": "/* Färger */\n",
    }.items():
        own = content / "overrides" / path
        own.parent.mkdir(parents=True)
        own.write_bytes(text.encode("latin-1"))


def _utf_16(content: Path) -> None:
    card = content / "projects" / "jobb-i-vivalla.md"
    card.write_bytes(card.read_text(encoding="utf-8").encode("utf-16"))


def _too_large(content: Path) -> None:
    card = content / "projects" / "jobb-i-vivalla.md"
    card.write_bytes(card.read_bytes() + b"Mycket text. " * 90_000)


def _control_character(content: Path) -> None:
    card = content / "pages" / "om.md"
    text = card.read_text(encoding="utf-8")
    card.write_text(text.replace("projekt som får", "projekt\x0bsom får"), encoding="utf-8")


def _link_out(content: Path) -> None:
    secret = content.parent / "lösenord.md"
    secret.write_text("hemligt", encoding="utf-8")
    (content / CARD).symlink_to(secret)


def _linked_folder(content: Path) -> None:
    (content / "documents").symlink_to(content / "images")


def _no_site_file(content: Path) -> None:
    (content / "site.yaml").unlink()


def _half_saved(content: Path) -> None:
    card = content / "projects" / "jobb-i-vivalla.md"
    whole = card.read_bytes()
    card.write_bytes(whole + b"\0" * 512)
    story = content / "stories" / "forsta-jobbet.md"
    story.write_bytes(story.read_bytes() + "Vi så".encode()[:-1])


def _named_twice(content: Path) -> None:
    card = content / "projects" / "vägar.md"
    shutil.copyfile(content / "projects" / "jobb-i-vivalla.md", card)
    text = card.read_text(encoding="utf-8")
    card.write_text(text.replace("title: ", "title: Mer om "), encoding="utf-8")
    shutil.copyfile(card, card.with_name(unicodedata.normalize("NFD", card.name)))


# What a repository cannot hold, or should not.
MADE: Mapping[str, Change] = {
    "control-character": _control_character,
    "file-half-saved": _half_saved,
    "file-name-twice": _named_twice,
    "file-too-large": _too_large,
    "not-utf8": _latin_1,
    "not-utf8-override": _latin_1_overrides,
    "not-utf8-utf16": _utf_16,
    "site-file-missing": _no_site_file,
    "symlink-folder": _linked_folder,
    "symlink-outside": _link_out,
}
NAMES = sorted({path.name for path in SITES.iterdir() if path.name != "base"} | set(MADE))

# One mistake of each stage, and many at once.
AT_ONCE = frozenset(
    {
        *("many", "tab", "unquoted-colon", "field-missing", "date-impossible", "amount-unreadable"),
        *("municipality-unknown", "organisation-name-near", "link-broken", "image-without-alt"),
        *("override-shadows-nothing", "template-syntax", "symlink-outside"),
        *("translation-repeats-fact", "glossary-mistakes"),
    }
)
assert set(NAMES) >= AT_ONCE

# Kinds that no content alone can bring about, or that unit tests show in many forms.
ELSEWHERE = frozenset(
    {
        "content-missing",
        "file-unreadable",
        "form-without-repository",  # only of a build with the form
        "output-in-content",
        "output-not-a-folder",
        "output-not-ours",
        "output-unwritable",
        "page-language-missing",
        "passive",  # only in the report of insyn language
        "search-index-failed",
        "search-program-missing",
        "yaml-syntax",
    }
)


def lay(source: Path, content: Path) -> None:
    if source.is_dir():
        shutil.copytree(source, content, dirs_exist_ok=True)


def turn(content: Path) -> None:
    """Make English the first language: what was original is the translation."""
    other = {".en.md": ".sv.md", ".sv.md": ".en.md"}
    for card in sorted(content.glob("*/*.??.md")):
        ending = card.name[-6:]
        if ending in other:
            card.rename(card.with_name(card.name.removesuffix(ending) + other[ending]))
    settings = content / "site.yaml"
    if settings.exists():
        text = settings.read_text(encoding="utf-8")
        assert "languages: [sv, en" in text
        settings.write_text(text.replace("[sv, en", "[en, sv"), encoding="utf-8", newline="\n")


def site_of(folder: Path, name: str, language: str = "sv") -> Path:
    """The site `name` below `folder`, with `language` first."""
    content = folder / "site" / "content"
    lay(SITES / "base" / "content", content)
    lay(SITES / name / "content", content)
    if name in MADE:
        MADE[name](content)
    if language == "en":
        turn(content)
        lay(SITES / name / "content.en", content)
    return content.parent


def insyn(*arguments: str) -> Result:
    result = CliRunner().invoke(main, arguments)
    if not isinstance(result.exception, SystemExit | None):
        raise result.exception
    return result


def check(site: Path) -> Result:
    return insyn("check", "--site", str(site), "--date", "2026-01-31")


class EveryPage(PageMemory[CheckedPage]):
    """All pages that were ever made: most of a site with a mistake are like those of another."""

    def __init__(self) -> None:
        super().__init__()
        self._settings: list[object] = []
        self._made: dict[tuple[int, str], list[tuple[Page, CheckedPage]]] = {}

    def begin(self, setting: object) -> object:
        if setting not in self._settings:
            self._settings.append(setting)
        return self._settings[self._settings.index(setting)]

    def _like(self, setting: object, page: Page) -> list[tuple[Page, CheckedPage]]:
        return self._made.setdefault((id(setting), page.file), [])

    def find(self, setting: object, page: Page) -> CheckedPage | None:
        return next((made for one, made in self._like(setting, page) if one == page), None)

    def keep(self, setting: object, page: Page, made: CheckedPage) -> None:
        self._like(setting, page).append((page, made))


@pytest.fixture(scope="module")
def make_like_others() -> Callable[..., Website]:
    """To make a site whose pages are mostly those of others takes a third of the time so."""
    return partial(make, memory=Memory(pages=EveryPage()))


@pytest.mark.parametrize(
    ("name", "language"),
    # Each takes a while, and there are many: the quick tests look at some.
    [
        (name, language)
        if name in AT_ONCE and (language == "sv" or name == "many")
        else pytest.param(name, language, marks=pytest.mark.slow)
        for name in NAMES
        for language in EXPECTED
    ],
)
def test_the_editor_is_told(
    name: str,
    language: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    make_like_others: Callable[..., Website],
) -> None:
    monkeypatch.setattr("insyn.cli.checking.make", make_like_others)
    site = site_of(tmp_path, name, language)
    before = {path: path.read_bytes() for path in sorted(site.rglob("*")) if path.is_file()}

    result = check(site)
    # What can be mended is tested in test_mending.py.
    output = re.sub(r"\ninsyn fix (?:kan rätta|can mend) .*\n\Z", "\n", result.output)
    # How to read more is said last, the same of every code.
    said, _, more = output.removesuffix("\n").rpartition("\n")
    said += "\n"

    expected = SITES / name / EXPECTED[language]
    if os.environ.get("INSYN_UPDATE"):
        expected.parent.mkdir(exist_ok=True)
        expected.write_text(said, encoding="utf-8", newline="\n")
    assert said == expected.read_text(encoding="utf-8")
    assert re.fullmatch(r"(?:Mer om en kod|More on a code): insyn check --explain [a-z0-9-]+", more)
    has_error = any(word in result.output for word in (": fel: ", ": error: "))
    assert result.exit_code == (1 if has_error else 0)
    assert str(tmp_path) not in result.output
    assert "Traceback" not in result.output
    assert before == {path: path.read_bytes() for path in sorted(site.rglob("*")) if path.is_file()}


def test_the_base_has_no_mistake(tmp_path: Path) -> None:
    for language, said in (("sv", "Inga problem.\n"), ("en", "No problems.\n")):
        result = check(site_of(tmp_path / language, "base", language))
        assert (result.output, result.exit_code) == (said, 0)


def test_each_site_tells_of_one_file_at_least_and_in_order() -> None:
    place = re.compile(r"^([^ ][^:]*):(\d+):(\d+): (?:fel|varning|råd): ", re.MULTILINE)
    for name in NAMES:
        told = (SITES / name / "expected.txt").read_text(encoding="utf-8")
        places = [(file, int(line), int(column)) for file, line, column in place.findall(told)]
        assert places, name
        assert places == sorted(places), name


def test_many_mistakes_in_many_files_are_told_in_one_run() -> None:
    told = (SITES / "many" / "expected.txt").read_text(encoding="utf-8")
    files = re.findall(r"^(content[^:]*):", told, re.MULTILINE)
    assert len(files) >= 20
    assert len(set(files)) > 6


def test_every_kind_of_mistake_in_content_has_a_site() -> None:
    told = "".join(path.read_text(encoding="utf-8") for path in SITES.glob("*/expected.txt"))
    shown = set(re.findall(r"\[([a-z0-9-]+)\]$", told, re.MULTILINE))
    missing = set(KINDS) - shown - ELSEWHERE
    assert not missing
    assert not shown & ELSEWHERE


# --- harmless all the same ---


@pytest.mark.parametrize("name", ["raw-html", "script-link"])
def test_what_could_run_in_a_browser_never_gets_there(name: str, tmp_path: Path) -> None:
    website = make(site_of(tmp_path, name), today=TODAY)
    page = next(f for f in website.files if f.path == "projekt/vagar-till-arbete/index.html")
    text = page.content.decode()
    assert "ett första jobb" in text or "mer om projektet" in text
    for harm in ("javascript:", "data:text", "onclick", "alert("):
        assert harm not in text
    assert not website.stopped


# --- what is no mistake ---


def test_names_as_a_mac_writes_them_work(tmp_path: Path) -> None:
    site = site_of(tmp_path, "base")
    content = site / "content"
    apart = unicodedata.normalize("NFD", "höghus-på-våren")
    assert len(apart) > len("höghus-på-våren")
    (content / "images" / "huset.png").rename(content / "images" / f"{apart}.png")
    for card in sorted(content.glob("projects/*.md")):
        text = card.read_text(encoding="utf-8").replace("huset.png", "höghus-på-våren.png")
        card.write_text(text, encoding="utf-8")
    story = content / "stories" / "forsta-jobbet.md"
    story.with_name(unicodedata.normalize("NFD", "våren.md")).write_bytes(story.read_bytes())
    assert check(site).output == "Inga problem.\n"
    website = make(site, today=TODAY)
    assert "berattelser/varen/index.html" in {file.path for file in website.files}
    assert website.media == ()
    assert {version.path.partition("-6")[0] for version in website.pictures} == {
        "media/pictures/hoghus-pa-varen"
    }


def test_the_card_of_insyn_new_can_be_filled_in(tmp_path: Path) -> None:
    site = site_of(tmp_path, "base")
    assert insyn("new", "project", "Nytt: projekt", "--site", str(site)).exit_code == 0
    told = check(site).output
    assert told.count("[untouched-card]") == 1
    assert told.endswith("1 fel i 1 fil.\nMer om en kod: insyn check --explain untouched-card\n")
    assert "Traceback" not in told
    assert "yaml" not in told


FILLED = {
    "summary": "Bostadsbolaget hjälper människor i Vivalla att hitta ett jobb.",
    "programme_area": "Programområde 2 Ökat arbetskraftsutbud",
    "phase": "Genomförande",
    "owner": "ÖrebroBostäder AB",
    "  start": "2009-01-01",
    "region": "Östra Mellansverige",
    "  end": "2011-12-31",
    "  name": "Kim Prov",
    "  role": "Projektledare",
    "  email": "kim.prov@orebro.se",
    "  phone": "019-21 10 00",
    "  eu": "4 719 182 kr",
    "  total": "12 352 838 kr",
    "show_from": "2025-11-15",
    "show_until": "2025-12-03",
}
"""What must be filled in, in the cards of all kinds."""


@pytest.mark.parametrize("kind", ["project", "story", "organisation", "notice"])
def test_a_new_card_needs_no_more_than_what_is_required(kind: str, tmp_path: Path) -> None:
    site = site_of(tmp_path, "base")
    assert insyn("new", kind, "Nytt om jobb", "--site", str(site)).exit_code == 0
    [card] = site.rglob("nytt-om-jobb.md")
    lines = card.read_text(encoding="utf-8").split("\n")
    for number, line in enumerate(lines):
        name, _, typed = line.partition(":")
        if typed.startswith(" EXEMPEL"):
            lines[number] = f"{name}: {FILLED[name]}"
        elif line.startswith("  - EXEMPEL"):
            lines[number] = "  - Örebro"
    end = lines.index("---", 1)
    facts = "\n".join(lines[: end + 1])
    card.write_text(f"{facts}\n\nHär är svaret.\n", encoding="utf-8")
    assert "picture:" in facts or kind in {"organisation", "notice"}
    assert check(site).output == "Inga problem.\n"


def test_a_card_with_a_mistake_takes_its_easy_text_along_in_silence(tmp_path: Path) -> None:
    site = site_of(tmp_path, "base")
    content = site / "content"
    easy = "## Vad gör vi?\n\nVi hjälper till.\n"
    (content / "projects" / "jobb-i-vivalla.lattlast.md").write_text(easy, encoding="utf-8")
    about = content / "pages" / "om.md"
    link = "\nLäs [om jobb på ett lätt sätt](../projects/jobb-i-vivalla.lattlast.md).\n"
    about.write_text(about.read_text(encoding="utf-8") + link, encoding="utf-8")
    assert check(site).exit_code == 0
    card = content / "projects" / "jobb-i-vivalla.md"
    text = card.read_text(encoding="utf-8")
    card.write_text(text.replace("  start: 2", "  start: x2"), encoding="utf-8")
    told = check(site).output
    assert set(re.findall(r"^(content[^:]*):", told, re.MULTILINE)) == {
        "content/projects/jobb-i-vivalla.md"
    }


# --- a failed build ---


def everything_in(folder: Path) -> dict[str, tuple[bytes, int]]:
    return {
        path.relative_to(folder).as_posix(): (path.read_bytes(), path.stat().st_mtime_ns)
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def test_a_failed_build_leaves_the_old_site_to_the_byte(tmp_path: Path) -> None:
    site = site_of(tmp_path, "base")
    built = insyn("build", "--site", str(site), "--date", "2026-01-31")
    assert built.exit_code == 0, built.output
    before = everything_in(site / "public")
    assert "projekt/jobb-i-vivalla/index.html" in before

    lay(SITES / "phase-unknown" / "content", site / "content")
    failed = insyn("build", "--site", str(site), "--date", "2026-02-01")
    assert failed.exit_code == 1
    assert "Inget har skrivits." in failed.output
    assert "[phase-unknown]" in failed.output
    assert everything_in(site / "public") == before
    # The cache is of the first build, which made a picture.
    assert sorted(path.name for path in site.iterdir()) == [".cache", "content", "public"]


def test_a_failed_first_build_writes_nothing(tmp_path: Path) -> None:
    site = site_of(tmp_path, "tab", "en")
    failed = insyn("build", "--site", str(site))
    assert failed.exit_code == 1
    assert "Nothing was written." in failed.output
    assert [path.name for path in site.iterdir()] == ["content"]


# --- whatever is typed ---

NASTY = st.sampled_from(
    [
        *("[]", "{}", "[[[[[[[[[[", "{a: {b: {c: {d: {e: {f: {g: {h: {i: j}}}}}}}}}", "- - - a"),
        *('"', "'", "|", ">-", "&a", "*a", "!!python/object:os.system", "<<: *a", "? a", "%", "@"),
        *("\t", "\u00a0", "\u2028", "\ufeff", "\u0000", "\u202e", "e\u0301", "\U0001f600"),
        *("9" * 400, "-1", "1e309", "NaN", "2009-99-99", "0000-01-01", "9999-12-31", "--"),
        *("---", "...", "<<<<<<< a", "=======", ">>>>>>> b", "title: a", "a: b: c", ":", "#"),
        *("# a", "#" * 7, "[a](b", "![](", "[a]: b", "<script>", "`" * 9, "> " * 40, "- " * 40),
        *("|a|\n|-|", "* * *", "{{ page }}", "{% raw %}", "&amp;", "\\", "[](#)", "../" * 9),
    ]
)
FILES = sorted(
    path.relative_to(SITES / "base").as_posix()
    for path in (SITES / "base").rglob("*")
    if path.suffix in {".md", ".yaml"}
)


@st.composite
def mutated(draw: st.DrawFn) -> tuple[str, bytes]:
    """A file of the base with something typed into it, or cut out, or nothing but noise."""
    file = draw(st.sampled_from(FILES))
    if draw(st.integers(0, 9)) == 0:
        return file, draw(st.binary(max_size=300))
    content = (SITES / "base" / file).read_bytes()
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, len(content)))
        end = start + draw(st.integers(0, 40))
        typed = draw(NASTY.map(str.encode) | st.binary(max_size=8) | st.text().map(_encoded))
        content = content[:start] + typed + content[end:]
    return file, content


def _encoded(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")


def _told(problems: tuple[Problem, ...]) -> None:
    for problem in problems:
        assert problem.place.line >= 1
        assert problem.place.column >= 1
        for language in ("sv", "en"):
            explanation = explain(problem, language)
            assert explanation.message
            assert explanation.hint


@pytest.mark.slow
@given(mutated())
@settings(max_examples=60, deadline=None)
def test_no_card_is_so_strange_that_it_cannot_be_read(strange: tuple[str, bytes]) -> None:
    file, content = strange
    with tempfile.TemporaryDirectory() as folder:
        site = site_of(Path(folder), "base")
        (site / file).write_bytes(content)
        _, problems = load(read_content(site))
    _told(problems)
    assert list(problems) == sorted(problems)


@pytest.mark.slow
@given(mutated())
@settings(max_examples=10, deadline=None)
def test_no_card_is_so_strange_that_no_page_can_be_made(strange: tuple[str, bytes]) -> None:
    file, content = strange
    with tempfile.TemporaryDirectory() as folder:
        site = site_of(Path(folder), "base")
        (site / file).write_bytes(content)
        website = make(site, today=TODAY)
    _told(website.problems)
