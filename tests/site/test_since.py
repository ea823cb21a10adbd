"""`insyn check --since` and `--staged`: what a change has brought, as a real git tells it."""

from __future__ import annotations

import os
import shutil
import unicodedata
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from insyn.build import Memory, make
from insyn.changes import Change, Tree, caused
from insyn.cli import main
from insyn.difference import compare
from repositories import BASE, NEEDS_GIT, begin, commit, git, swap

pytestmark = [NEEDS_GIT, pytest.mark.slow]

DAY = ("--date", "2026-01-31")
CARD = "content/projects/jobb-i-vivalla.md"
ENGLISH = "content/projects/jobb-i-vivalla.en.md"
STORY = "content/stories/forsta-jobbet.md"
ABOUT = "content/pages/om.md"
ORGANISATION = "content/organisations/coompanion.md"
MISSPELT = {f"{CARD} municipality-unknown"}


def check(site: Path, *arguments: str) -> Result:
    result = CliRunner().invoke(main, ("check", "--site", str(site), *DAY, *arguments))
    if not isinstance(result.exception, SystemExit | None):
        raise result.exception
    return result


def misspell(site: Path) -> None:
    swap(site / CARD, "  - Örebro\n", "  - Örebroo\n")


def add_below(card: Path) -> None:
    """Change a card without moving its mistake."""
    with card.open("a", encoding="utf-8") as stream:
        stream.write("\nMer text kommer snart.\n")


def told(site: Path, *arguments: str) -> set[str]:
    """The files and codes of the problems."""
    lines = check(site, *arguments).stdout.splitlines()
    files = [line.partition(":")[0] for line in lines if line.startswith("content/")]
    codes = [line.rpartition("[")[2].rstrip("]") for line in lines if line.startswith("    ")]
    return {f"{file} {code}" for file, code in zip(files, codes, strict=True)}


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A site in a repository; one page has an old problem that nobody has mended yet."""
    site = begin(tmp_path / "webb å")
    swap(site / ABOUT, "[projekt som får offentliga pengar]", "[läs mer]")
    commit(site)
    return site


def test_an_old_problem_elsewhere_is_counted_and_no_more(site: Path) -> None:
    unchanged = check(site, "--since", "HEAD")
    assert (unchanged.stdout, unchanged.exit_code) == ("Inga problem.\n", 0)
    misspell(site)
    found = check(site, "--since", "HEAD")
    assert found.exit_code == 1
    assert told(site, "--since", "HEAD") == MISSPELT
    assert found.stdout.endswith(
        "Problem som ändringarna inte har med att göra: 1. Se alla: insyn check\n"
    )
    assert check(site).exit_code == 1


def test_every_problem_of_a_changed_file_is_told_also_an_old_one(site: Path) -> None:
    misspell(site)
    commit(site)
    add_below(site / ABOUT)
    assert told(site, "--since", "HEAD") == {f"{ABOUT} link-text-vague"}


def test_a_renamed_organisation_is_seen_on_the_cards_that_name_it(site: Path) -> None:
    card = site / "content/organisations/orebrobostader.md"
    swap(card, "title: ÖrebroBostäder AB", "title: ÖrebroBostäder A B")
    commit(site)
    assert told(site, "--since", "HEAD~1") == {f"{CARD} organisation-name-near"}


def test_a_deleted_card_is_missed_where_others_link_to_it(site: Path) -> None:
    (site / STORY).unlink()
    found = told(site, "--since", "HEAD")
    assert f"{CARD} link-broken" in found
    assert f"{ENGLISH} link-broken" in found
    assert f"{CARD} related-unknown" in found
    assert not any(entry.startswith(ABOUT) for entry in found)


def test_a_renamed_card_is_missed_under_its_old_name(site: Path) -> None:
    git(site, "mv", STORY, "content/stories/jobbet.md")
    commit(site)
    assert f"{CARD} link-broken" in told(site, "--since", "HEAD~1")


def test_a_deleted_picture_is_missed_on_the_page_that_shows_it(site: Path) -> None:
    (site / "content/images/huset.png").unlink()
    assert told(site, "--since", "HEAD") == {f"{CARD} image-missing", f"{ENGLISH} image-missing"}


def test_a_changed_site_file_is_seen_wherever_it_matters(site: Path) -> None:
    swap(site / "content/site.yaml", "Genomförande", "Projektet pågår")
    assert told(site, "--since", "HEAD") == {f"{CARD} phase-unknown"}


def test_a_site_file_that_cannot_be_read_is_told_in_every_format(site: Path) -> None:
    swap(site / "content/site.yaml", "name:", "name: [\nx:")
    for form in ("text", "github", "gitlab", "sarif", "json"):
        found = check(site, "--since", "HEAD", "--format", form)
        assert found.exit_code == 1
        assert "content/site.yaml" in found.stdout


def test_a_new_file_counts_before_git_knows_of_it_also_with_odd_letters(site: Path) -> None:
    git(site, "config", "core.quotePath", "true")
    odd = site / unicodedata.normalize("NFD", "content/pages/vår-å.md")
    shutil.copy(site / ABOUT, odd)
    found = told(site, "--since", "HEAD")
    assert "content/pages/vår-å.md link-text-vague" in found
    assert not any(entry.startswith(ABOUT) for entry in found)
    # Once git has it, it is known under the name that problems have.
    commit(site)
    add_below(odd)
    assert told(site, "--since", "HEAD") == found


def test_a_site_in_a_folder_of_its_repository(tmp_path: Path) -> None:
    top = tmp_path / "allt"
    site = begin(top, "sajter/projekt")
    (top / "content").mkdir()
    (top / "content" / "annat.md").write_text("Inte vårt", encoding="utf-8")
    misspell(site)
    commit(site)
    (site / STORY).unlink()
    swap(site / CARD, "Bakgrund", "Bakgrunden")
    assert {f"{CARD} link-broken", *MISSPELT} <= told(site, "--since", "HEAD")
    found = check(site, "--since", "HEAD", "--format", "github").stdout
    assert f"::error file=sajter/projekt/{CARD},line=" in found


def test_what_others_did_on_the_main_branch_meanwhile_is_not_told(site: Path) -> None:
    git(site, "switch", "-q", "-c", "min-gren")
    git(site, "switch", "-q", "main")
    misspell(site)
    swap(site / ABOUT, "[läs mer]", "[projekten]")
    commit(site)
    git(site, "switch", "-q", "min-gren")
    swap(site / STORY, "---\n\n", "---\n\n# Mitt\n\n")
    commit(site)
    assert told(site, "--since", "main") == {f"{STORY} heading-level-1"}
    # As a git host merges it for a check.
    git(site, "switch", "-q", "main")
    git(site, "merge", "-q", "--no-edit", "min-gren")
    assert told(site, "--since", "HEAD^1") == {f"{STORY} heading-level-1"}


def test_only_what_is_put_aside_for_the_commit_counts(site: Path) -> None:
    misspell(site)
    git(site, "add", CARD)
    swap(site / CARD, "- Örebroo", "- Örebro")
    swap(site / STORY, "---\n\n", "---\n\n# Inte med\n\n")
    assert told(site, "--staged") == MISSPELT
    git(site, "restore", "--staged", CARD)
    assert check(site, "--staged").stdout == "Inga problem.\n"
    git(site, "rm", "-q", "--cached", STORY)
    assert f"{CARD} link-broken" in told(site, "--staged")
    # Nothing of the site or of the repository was touched by looking.
    assert (site / STORY).is_file()
    assert git(site, "stash", "list") == ""


def test_before_the_first_commit_all_that_is_put_aside_is_new(tmp_path: Path) -> None:
    site = begin(tmp_path / "ny")
    shutil.rmtree(site / ".git")
    git(site, "init", "-q")
    misspell(site)
    git(site, "add", "-A")
    assert told(site, "--staged") == MISSPELT


def test_links_are_never_followed_out_of_the_content(site: Path) -> None:
    (site.parent / "hemligt.md").write_text("hemligt", encoding="utf-8")
    (site / "content" / "pages" / "ut.md").symlink_to("../../../hemligt.md")
    git(site, "add", "-A")
    for option in (("--staged",), ("--since", "HEAD")):
        assert told(site, *option) == {"content/pages/ut.md symlink-outside"}
    commit(site)
    swap(site / CARD, "Många", "Rätt många")
    assert told(site, "--since", "HEAD") == set()


# --- only what a change has to do with is made, and nothing is missed ---

TWIN = "content/projects/jobb-i-norr.md"
OVERRIDES = "content/overrides/pages"
TEMPLATE = """\
{% extends "theme:pages/PAGE.html" %}
{% block main %}<p id="tva">1</p><p id="tva">2</p>{{ super() }}{% endblock %}
"""


def override(site: Path, page: str) -> None:
    path = site / OVERRIDES / f"{page}.html"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(TEMPLATE.replace("PAGE", page), encoding="utf-8")


CHANGES: dict[str, tuple[Callable[[Path], object], tuple[str, ...], set[str]]] = {
    "nothing that is wrong": (
        lambda site: swap(site / CARD, "Många", "Rätt många"),
        (CARD,),
        set(),
    ),
    "a heading that others lead to": (
        lambda site: swap(site / CARD, "## Mål", "## Syfte"),
        (CARD,),
        {f"{TWIN} anchor-broken"},
    ),
    "a title that another project has": (
        lambda site: swap(site / TWIN, "title: Jobb i norr", "title: Jobb i vivalla"),
        (TWIN,),
        {f"{CARD} title-twice", "projekt/tabell/index.html page-link-twice"},
    ),
    "a mistake where there are old ones": (
        lambda site: swap(site / ABOUT, "[läs mer](", "[läs mer](#borta) och [läs mer]("),
        (ABOUT,),
        {f"{ABOUT} link-text-vague", f"{ABOUT} anchor-broken"},
    ),
    "a card that is gone": (
        lambda site: (site / STORY).unlink(),
        (STORY,),
        {f"{CARD} link-broken"},
    ),
    "a new phase": (
        lambda site: swap(site / "content/site.yaml", "Genomförande", "Projektet pågår"),
        ("content/site.yaml",),
        {f"{CARD} phase-unknown"},
    ),
    "a template": (
        lambda site: override(site, "story"),
        (f"{OVERRIDES}/story.html",),
        {f"{OVERRIDES}/story.html page-id-twice"},
    ),
    "settings that cannot be read": (
        lambda site: swap(site / "content/site.yaml", "name:", "nam:"),
        ("content/site.yaml",),
        {"content/site.yaml field-misspelt"},
    ),
}


@pytest.fixture(scope="module")
def remembered() -> Memory:
    return Memory()


@pytest.mark.parametrize(
    ("change", "overridden"),
    [*((change, False) for change in CHANGES), ("a title that another project has", True)],
)
def test_what_is_told_is_what_making_every_page_tells(
    change: str, tmp_path: Path, remembered: Memory, *, overridden: bool
) -> None:
    before, now = tmp_path / "before", tmp_path / "now"
    shutil.copytree(BASE, before / "content")
    shutil.copy(before / CARD, before / TWIN)
    swap(before / TWIN, "title: Jobb i Vivalla", "title: Jobb i norr")
    swap(before / TWIN, "(#bakgrund)", "(jobb-i-vivalla.md#mal)")
    swap(before / ABOUT, "[projekt som får offentliga pengar]", "[läs mer]")
    swap(
        Path(shutil.copy(before / ORGANISATION, before / "content/organisations/annan.md")),
        "title: Coompanion",
        "title: Annan",
    )
    if overridden:  # then a mistake on all pages of a kind is the template's
        override(before, "organisation")
        (before / ENGLISH).unlink()
    shutil.copytree(before, now)
    apply, files, expected = CHANGES[change]
    apply(now)
    told_of, day = Change(frozenset(files), Tree({}, {})), date(2026, 1, 31)
    website, old = compare(now, before, told_of.files, today=day)
    found = caused(website.problems, told_of, old)
    wholly, earlier = (make(it, today=day, memory=remembered).problems for it in (now, before))
    assert found == caused(wholly, told_of, earlier)
    assert expected <= {f"{problem.place.file} {problem.code}" for problem in found}


# --- what cannot be compared ---


def test_a_revision_that_git_does_not_know(site: Path) -> None:
    for revision in ("huvudgrenen", "--output=x", ""):
        found = check(site, "--since", revision)
        assert found.exit_code == 2
        assert f"Git hittar inte ”{revision}”. Skriv en gren" in found.output
    assert not (site / "x").exists()


def test_outside_a_repository(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(site.parent))
    shutil.rmtree(site / ".git")
    for option in (("--staged",), ("--since", "HEAD")):
        found = check(site, "--language", "en", *option)
        assert found.exit_code == 2
        assert f"is in no git repository that can be read. Run without {option[0]}." in found.output


def test_a_computer_without_git(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", os.devnull)
    for option in (("--since", "HEAD"), ("--staged",)):
        told = check(site, *option)
        assert told.exit_code == 2
        assert "Git är inte installerat på datorn. Hämta det: git-scm.com" in told.output
    told = CliRunner().invoke(main, ("hook", "--site", str(site)))
    assert told.exit_code == 2
    assert "Git är inte installerat" in told.output
    assert check(site, "--format", "github").exit_code == 1


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root can give")
def test_a_repository_of_somebody_else_is_told_with_the_cure(site: Path) -> None:
    for path in (site, site / ".git"):
        os.chown(path, 12345, 12345)
    for command in (("check", "--since", "HEAD"), ("check", "--staged"), ("hook",)):
        told = CliRunner().invoke(main, (*command, "--site", str(site)))
        assert told.exit_code == 2
        assert f"Git läser inte {site}, för mappen ägs av någon annan." in told.output
        assert "git config --global --add safe.directory" in told.output


def test_a_shallow_clone_says_how_to_get_the_rest(site: Path) -> None:
    first = git(site, "rev-parse", "HEAD~1")
    clone = site.parent / "grund"
    git(site.parent, "clone", "-q", "--depth", "1", f"file://{site}", str(clone))
    found = check(clone, "--since", first)
    assert found.exit_code == 2
    assert "git fetch --unshallow" in found.output
    misspell(clone)
    assert told(clone, "--since", "HEAD") == MISSPELT


def test_a_repository_that_is_damaged(site: Path) -> None:
    tree = git(site, "rev-parse", "HEAD^{tree}")
    (site / ".git" / "objects" / tree[:2] / tree[2:]).unlink()
    for option in (("--staged",), ("--since", "HEAD")):
        found = check(site, *option)
        assert found.exit_code == 2
        assert f"Git kunde inte svara. Kör utan {option[0]}. (git: " in found.output


def test_two_ways_of_choosing_clash(site: Path) -> None:
    assert check(site, "--since", "HEAD", "--staged").exit_code == 2
