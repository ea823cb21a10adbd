"""The commands: what they take, what they say, and how they end."""

from __future__ import annotations

import re
import shutil
import unicodedata
from datetime import date
from pathlib import Path
from threading import Event

import click
import pytest
from click.testing import CliRunner, Result

from insyn import __version__
from insyn.cli import main
from insyn.cli.speaking import with_make
from insyn.model import load
from insyn.serve import serve
from insyn.source import parse_card, read_content

BASE = Path(__file__).parents[1] / "invalid" / "base" / "content"
DAY = ("--date", "2026-01-31")


def run(*arguments: str, **environment: str) -> Result:
    result = CliRunner().invoke(main, arguments, env=environment)
    if not isinstance(result.exception, SystemExit | None):
        raise result.exception
    assert "Traceback" not in result.output
    return result


@pytest.fixture
def site(tmp_path: Path) -> Path:
    shutil.copytree(BASE, tmp_path / "site" / "content")
    return tmp_path / "site"


def break_card(site: Path, name: str = "stories/forsta-jobbet.md") -> None:
    card = site / "content" / name
    text = card.read_text(encoding="utf-8")
    card.write_text(text.replace("---\n\n", "---\n\n# Fel\n\n", 1), encoding="utf-8")


def in_english(site: Path) -> None:
    settings = site / "content" / "site.yaml"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(text.replace("[sv, en]", "[en]"), encoding="utf-8")
    for card in (site / "content").glob("*/*.en.md"):
        card.unlink()


# --- help ---


@pytest.mark.parametrize("name", sorted(main.commands))
def test_the_help_of_every_command_has_an_example(name: str) -> None:
    told = run(name, "--help")
    assert told.exit_code == 0
    assert told.output == run(name, "-h").output
    _, _, examples = told.output.partition("Examples:")
    lines = [line for line in examples.splitlines() if line.strip()]
    assert lines
    assert all(line.strip().startswith(f"insyn {name}") for line in lines)


def test_every_example_in_the_help_names_options_that_there_are() -> None:
    for name, command in main.commands.items():
        known = {option for parameter in command.params for option in parameter.opts}
        _, _, examples = run(name, "--help").output.partition("Examples:")
        assert {word for word in examples.split() if word.startswith("--")} <= known


@pytest.mark.parametrize("name", sorted(main.commands))
def test_every_option_is_explained(name: str) -> None:
    for parameter in main.commands[name].params:
        if isinstance(parameter, click.Option):
            assert parameter.help


def test_the_whole_tells_of_every_command_and_its_version() -> None:
    told = run("--help").output
    for name in main.commands:
        assert f"insyn {name}" in told or name == "serve"
    assert run("--version").output == f"insyn, version {__version__}\n"


# --- wrong use ---


@pytest.mark.parametrize(
    "arguments",
    [
        ("nonsense",),
        ("check", "--nonsense"),
        ("check", "no-such-file.md"),
        ("check", "--date", "2026-02-30"),
        ("check", "--date", "today"),
        ("build", "--base-url", "example.org"),
        ("build", "--base-url", "javascript:alert(1)"),
        ("build", "--base-url", "https://"),
        ("build", "--base-url", "https://example.org/?a"),
        ("build", "--date", "31/1 2026"),
        ("new",),
        ("new", "project"),
        ("new", "nonsense", "Title"),
        ("new", "project", "---"),
        ("new", "project", "  "),
        ("serve", "--port", "0"),
        ("serve", "--port", "70000"),
        ("serve", "--port", "many"),
    ],
)
def test_wrong_use_ends_with_2_and_a_reason(arguments: tuple[str, ...], site: Path) -> None:
    before = sorted(site.rglob("*"))
    wrong = run(*arguments, *(("--site", str(site)) if len(arguments) > 1 else ()))
    assert wrong.exit_code == 2
    assert "Fel: " in wrong.output
    assert not re.search("Error|Usage|Invalid|Try ", wrong.output)
    assert sorted(site.rglob("*")) == before


@pytest.mark.parametrize("name", sorted(main.commands.keys() - {"demo", "doctor", "init"}))
def test_a_folder_without_content_is_wrong_use(name: str, tmp_path: Path) -> None:
    more = ("project", "Title") if name == "new" else ()
    wrong = run(name, *more, "--site", str(tmp_path), INSYN_LANGUAGE="en")
    assert wrong.exit_code == 2
    assert "has no folder called content" in wrong.output
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("epoch", ["9" * 30, "²", "soon", "-1", ""])
@pytest.mark.slow
def test_an_odd_build_date_in_the_environment_is_no_crash(epoch: str, site: Path) -> None:
    assert run("check", "--site", str(site), SOURCE_DATE_EPOCH=epoch).exit_code in (0, 2)


# --- check ---


def test_a_good_site_has_no_problems(site: Path) -> None:
    good = run("check", "--site", str(site), *DAY)
    assert (good.exit_code, good.stdout, good.stderr) == (0, "Inga problem.\n", "")


def test_problems_of_a_check_are_its_output(site: Path) -> None:
    break_card(site)
    bad = run("check", "--site", str(site), *DAY)
    assert bad.exit_code == 1
    assert bad.stdout.startswith("content/stories/forsta-jobbet.md:20:1: fel: ")
    assert bad.stdout.endswith(
        "\n1 fel i 1 fil.\nMer om en kod: insyn check --explain heading-level-1\n"
    )
    assert bad.stderr == ""


def test_a_warning_is_no_failure(site: Path) -> None:
    story = site / "content" / "stories" / "forsta-jobbet.md"
    story.write_text(story.read_text(encoding="utf-8") + "\n<hr>\n", encoding="utf-8")
    told = run("check", "--site", str(site), *DAY)
    assert told.exit_code == 0
    assert told.stdout.endswith(
        "\n1 varning i 1 fil.\nMer om en kod: insyn check --explain raw-html\n"
    )


@pytest.mark.parametrize(
    ("below", "count"),
    [
        ("content/stories/forsta-jobbet.md", 1),
        ("content/projects", 0),
        *(
            pytest.param(*found, marks=pytest.mark.slow)  # each makes the whole site
            for found in (
                ("content/stories", 1),
                ("content/pages/om.md", 1),
                ("content", 2),
                ("", 2),
                ("content/pages/om.en.md", 0),
            )
        ),
    ],
)
def test_with_a_path_only_its_mistakes_are_told(below: str, count: int, site: Path) -> None:
    break_card(site)
    break_card(site, "pages/om.md")
    told = run("check", str(site / below), "--site", str(site), *DAY)
    assert told.stdout.count(": fel: ") == count
    assert told.exit_code == (1 if count else 0)


def test_several_paths_are_told_together(site: Path) -> None:
    break_card(site)
    break_card(site, "pages/om.md")
    paths = [str(site / "content" / name) for name in ("stories", "pages")]
    assert run("check", *paths, "--site", str(site), *DAY).stdout.count(": fel: ") == 2


def test_a_path_as_a_mac_writes_it_is_the_same(site: Path) -> None:
    apart = unicodedata.normalize("NFD", "första.md")
    story = site / "content" / "stories" / apart
    story.write_text("Ingenting\n", encoding="utf-8")
    told = run("check", str(story), "--site", str(site), *DAY)
    assert told.stdout.startswith("content/stories/första.md:1:1: fel: ")


def test_a_path_outside_the_site_is_wrong_use(site: Path, tmp_path: Path) -> None:
    wrong = run("check", str(tmp_path), "--site", str(site), *DAY)
    assert wrong.exit_code == 2
    assert f"PATH: {tmp_path} ligger inte i webbplatsens mapp {site}." in wrong.output
    wrong = run("check", str(tmp_path), "--site", str(site), "--language", "en", *DAY)
    assert f"{tmp_path} is not in the site folder {site}." in wrong.output


def test_the_language_of_the_site_is_that_of_the_command(site: Path) -> None:
    in_english(site)
    assert run("check", "--site", str(site), *DAY).stdout == "No problems.\n"
    break_card(site)
    told = run("check", "--site", str(site), *DAY).stdout
    assert ": error: " in told
    assert told.endswith(
        "\n1 error in 1 file.\nMore on a code: insyn check --explain heading-level-1\n"
    )


def test_the_language_is_that_of_a_site_that_cannot_be_read(site: Path) -> None:
    in_english(site)
    settings = site / "content" / "site.yaml"
    settings.write_text("x: [\n" + settings.read_text(encoding="utf-8"), encoding="utf-8")
    told = run("check", "--site", str(site), *DAY)
    assert told.exit_code == 1
    assert ": error: " in told.stdout
    assert ": fel: " not in told.stdout


@pytest.mark.slow
@pytest.mark.parametrize("spoken", ["", "en"])
def test_a_preview_speaks_the_language_that_is_asked_for(site: Path, spoken: str) -> None:
    told: list[str] = []
    stop = Event()

    def tell(text: str) -> None:
        told.append(text)
        stop.set()

    serve(site, port=0, today=date(2026, 1, 31), tell=tell, stop=stop, spoken=spoken)
    assert ("The preview is at" in told[0]) == (spoken == "en")


# --- new ---


@pytest.mark.slow
def test_a_command_says_what_to_run_next_as_the_editor_runs_it(site: Path) -> None:
    break_card(site)
    told = run("check", "--site", str(site), *DAY, INSYN_COMMAND="make").stdout
    assert told.endswith("Mer om en kod: make explain CODE=heading-level-1\n")
    made = run("new", "notice", "Stängt", "--site", str(site))
    assert made.stdout.endswith("Fyll i fälten och kör: insyn check\n")
    made = run("new", "notice", "Stängt igen", "--site", str(site), INSYN_COMMAND="make")
    assert made.stdout.endswith("Fyll i fälten och kör: make check\n")


def test_make_says_that_it_is_what_one_runs() -> None:
    recipe = (Path(__file__).parents[2] / "Makefile").read_text(encoding="utf-8")
    spoken = re.search(r"^(.*): export INSYN_COMMAND := make$", recipe, re.MULTILINE)
    assert spoken
    assert {"site", "serve", "check", "explain", "new", "hook"} <= set(spoken[1].split())


def test_a_mended_name_of_a_command_is_that_of_make() -> None:
    said = 'skapa den med: insyn new organisation "Örebro universitet"'
    assert with_make(said) == 'skapa den med: make new KIND=organisation TITLE="Örebro universitet"'
    assert with_make("”insyn new” gör ett kort, insynen nytt") == (
        "”make new” gör ett kort, insynen nytt"
    )


@pytest.mark.slow
def test_an_editor_may_be_spoken_to_in_another_language(site: Path) -> None:
    break_card(site)
    told = run("check", "--site", str(site), "--language", "en", *DAY).stdout
    assert ": error: " in told
    assert "\n1 error in 1 file.\n" in told
    for command in ("check", "build"):
        both = run(command, "--site", str(site), *DAY, INSYN_LANGUAGE="en")
        assert ": error: " in both.output
        assert ": fel: " not in both.output
    # The option is nearer than the surroundings, and nonsense there is passed over.
    sv = run("check", "--site", str(site), "--language", "sv", *DAY, INSYN_LANGUAGE="en").stdout
    assert ": fel: " in sv
    assert ": fel: " in run("check", "--site", str(site), *DAY, INSYN_LANGUAGE="klingon").stdout


@pytest.mark.parametrize(
    ("kind", "title", "file"),
    [
        ("project", "Jobb i Vivalla – del 2", "projects/jobb-i-vivalla-del-2.md"),
        ("project", 'Nytt: "projekt" # 1', "projects/nytt-projekt-1.md"),
        ("story", "Åsa fick jobb", "stories/asa-fick-jobb.md"),
        ("organisation", "Örebro universitet", "organisations/orebro-universitet.md"),
        ("project", "../../etc/passwd", "projects/etc-passwd.md"),
        ("project", "# lista", "projects/lista.md"),
        ("project", "@svar\n  ja", "projects/svar-ja.md"),
    ],
)
def test_a_new_card_has_its_title_and_address(kind: str, title: str, file: str, site: Path) -> None:
    before = set(site.rglob("*"))
    made = run("new", kind, title, "--site", str(site))
    card = site / "content" / file
    assert made.exit_code == 0
    assert made.stdout == f"{card} är skapad. Fyll i fälten och kör: insyn check\n"
    assert set(site.rglob("*")) - before == {card}
    read, problems = parse_card(f"content/{file}", card.read_bytes())
    assert problems == ()
    assert read is not None
    assert read.fields["title"] == " ".join(title.split())


def test_a_new_card_lacks_only_what_is_to_be_filled_in(site: Path) -> None:
    for kind in ("project", "story", "organisation"):
        assert run("new", kind, "Ett nytt kort", "--site", str(site)).exit_code == 0
    _, problems = load(read_content(site))
    assert {problem.code for problem in problems} <= {
        "field-missing",
        "field-missing-choice",
        "field-missing-group",
        "untouched-card",
    }
    assert problems


def test_a_new_card_explains_its_fields_in_the_language_of_the_site(site: Path) -> None:
    run("new", "project", "Swedish", "--site", str(site))
    in_english(site)
    made = run("new", "project", "English", "--site", str(site))
    assert "was made. Fill in the fields" in made.stdout
    swedish, english = (
        (site / "content" / "projects" / f"{name}.md").read_text(encoding="utf-8")
        for name in ("swedish", "english")
    )
    assert "# Sammanfattning: " in swedish
    assert "# Summary: " in english
    assert "Sammanfattning" not in english


def test_a_new_card_never_takes_the_place_of_another(site: Path) -> None:
    card = site / "content" / "projects" / "jobb-i-vivalla.md"
    before = card.read_bytes()
    refused = run("new", "project", "Jobb i  Vivalla!", "--site", str(site))
    assert refused.exit_code == 1
    assert "finns redan. Inget har ändrats." in refused.stderr
    assert card.read_bytes() == before


def test_a_new_card_makes_its_folder(site: Path) -> None:
    shutil.rmtree(site / "content" / "stories")
    assert run("new", "story", "Ny", "--site", str(site)).exit_code == 0
    assert (site / "content" / "stories" / "ny.md").is_file()
