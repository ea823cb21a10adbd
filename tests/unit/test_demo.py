"""Made-up portfolios: believable, awkward in every way that real ones are, and always the same."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import phonenumbers
import pytest
from click.testing import CliRunner

from insyn.cli import main
from insyn.demo import demo_files
from insyn.demo.dice import Dice
from insyn.model import Portfolio
from reading import BUILD_DAY

Portfolios = Callable[[int], Portfolio]


def digest(count: int) -> str:
    found = hashlib.sha256()
    for file in demo_files(count):
        found.update(file.path.encode() + b"\0" + file.content + b"\0")
    return found.hexdigest()


def test_the_same_number_gives_the_same_bytes() -> None:
    assert digest(40) == digest(40)
    assert demo_files(5, seed="a") != demo_files(5, seed="b")


def test_a_larger_portfolio_has_all_projects_of_a_smaller_one() -> None:
    few, many = ({file.path: file.content for file in demo_files(count)} for count in (30, 60))
    assert few.items() <= many.items()


def test_paths_are_unique_and_in_order() -> None:
    paths = [file.path for file in demo_files(300)]
    assert paths == sorted(set(paths))


@pytest.mark.parametrize("count", [0, 1, 5, pytest.param(300, marks=pytest.mark.slow)])
def test_it_has_as_many_projects_as_asked_for_and_no_problem(
    count: int, demo_portfolio: Portfolios
) -> None:
    assert len(demo_portfolio(count).projects) == count


@pytest.mark.slow
def test_it_has_all_that_makes_portfolios_awkward(demo_portfolio: Portfolios) -> None:
    portfolio = demo_portfolio(300)
    projects = portfolio.projects.values()
    fundings = {(p.funding.eu is None, p.funding.total is None) for p in projects}
    assert fundings == {(a, b) for a in (True, False) for b in (True, False)}
    assert any(p.funding.eu == 0 for p in projects)
    assert any(p.funding.total == 0 for p in projects)
    assert any(p.funding.eu == p.funding.total and p.funding.eu for p in projects)
    assert any(p.period.end is None for p in projects)
    assert {p.period.status(BUILD_DAY) for p in projects} == {"planned", "running", "ended"}
    years = [p.period.start.year for p in projects]
    assert max(years) - min(years) >= 15
    assert {p.phase for p in projects} == set(portfolio.site.phases)
    assert {p.programme_area for p in projects} == set(portfolio.site.programme_areas)
    assert {len(p.municipalities) for p in projects} >= {0, 1, 2}
    assert len({p.region for p in projects}) == 8
    for name in ("co_funders", "partners", "targets", "accessibility", "documents", "aliases"):
        found = [len(getattr(p, name)) for p in projects]
        assert 0 in found, name
        assert max(found) > 0, name
    results = [target.result for p in projects for target in p.targets]
    assert None in results
    assert any(results)
    lengths = [len(p.title.versions[0][1]) for p in projects]
    assert min(lengths) < 8
    assert max(lengths) > 120
    versions = Counter(code for p in projects for code, _ in p.title.versions)
    assert versions.keys() == {"sv", "en", "fi"}
    assert versions["fi"] < versions["en"] < versions["sv"]


@pytest.mark.slow
def test_about_five_projects_share_an_owner(demo_portfolio: Portfolios) -> None:
    portfolio = demo_portfolio(300)
    owners = {project.owner for project in portfolio.projects.values()}
    assert 50 <= len(owners) <= 70
    kinds = {organisation.kind for organisation in portfolio.organisations.values()}
    assert len(kinds) > 10
    assert None in kinds
    assert any(not organisation.file for organisation in portfolio.organisations.values())


def test_every_phone_number_and_address_is_kept_free_for_fiction() -> None:
    text = "\n".join(file.content.decode() for file in demo_files(300))
    phones = set(re.findall(r"phone: (.+)", text))
    assert len(phones) > 50
    assert all(re.fullmatch(r"(08-465 004|031-390 06|040-628 04) \d\d", p) for p in phones)
    assert all(phonenumbers.is_valid_number(phonenumbers.parse(p, "SE")) for p in phones)
    assert {address.rpartition("@")[2] for address in re.findall(r"email: (.+)", text)} == {
        "example.se"
    }
    assert {
        re.match(r"https://[^/\s)]+", address)[0]  # type: ignore[index]
        for address in re.findall(r"https?://\S+", text)
    } <= {"https://www.example.se", "https://demo.example.se"}


def test_no_sentence_is_left_unfilled() -> None:
    text = "\n".join(file.content.decode() for file in demo_files(300))
    assert not re.search(r"[{}]", text)
    assert "!" not in text


def test_dice_answer_each_question_for_itself() -> None:
    dice = Dice("a")
    assert dice.below("one", 1000) == Dice("a").below("one", 1000)
    assert len({dice.of(n).below("one", 1000) for n in range(50)}) > 40
    assert sorted(dice.some("all", range(9), 20)) == list(range(9))
    assert {dice.of(n).between("number", 2, 4) for n in range(50)} == {2, 3, 4}


def test_the_command_writes_a_site_that_can_be_checked(tmp_path: Path) -> None:
    folder = tmp_path / "new" / "site"
    done = CliRunner().invoke(main, ["demo", "5", str(folder)])
    assert done.exit_code == 0, done.output
    assert "5 påhittade projekt" in done.output
    written = {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }
    assert written == {file.path: file.content for file in demo_files(5)}


def test_the_command_changes_nothing_in_a_folder_with_something_in_it(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine")
    refused = CliRunner().invoke(main, ["demo", "5", str(tmp_path)], env={"INSYN_LANGUAGE": "en"})
    assert refused.exit_code == 2
    assert "is not empty. Nothing was changed." in refused.output
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]


@pytest.mark.parametrize("count", ["-1", "many"])
def test_the_command_wants_a_count(count: str, tmp_path: Path) -> None:
    assert CliRunner().invoke(main, ["demo", count, str(tmp_path / "new")]).exit_code == 2
    assert not (tmp_path / "new").exists()
