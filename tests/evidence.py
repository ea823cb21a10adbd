"""What the proof suite found: collected while the tests run, kept for the accessibility report.

`pytest --evidence NAME` keeps `.cache/evidence/NAME.json` and writes the report anew from all that
is kept: the browser tests and the tests with a real screen reader run apart.
"""

from __future__ import annotations

import json
from collections.abc import Generator, Iterable
from dataclasses import asdict, dataclass, field
from pathlib import Path

import pytest

from reading import ROOT

KEPT = ROOT / ".cache" / "evidence"
EXAMINED: pytest.StashKey[set[str]] = pytest.StashKey()
_PROPERTY = "accessibility"


@dataclass
class Proof:
    """What was found about one row with one tool.

    `checks` counts tests by their outcome ("passed", "failed", "skipped"), `pages` are addresses;
    `seeded` counts the tests on pages made wrong on purpose: caught is "passed".
    """

    row: int
    tool: str
    checks: dict[str, int] = field(default_factory=dict)
    seeded: dict[str, int] = field(default_factory=dict)
    pages: set[str] = field(default_factory=set)


@dataclass(frozen=True)
class Evidence:
    """All proofs of a run, and its day (UTC, `2026-01-31`)."""

    day: str
    proofs: tuple[Proof, ...]


def kept(folder: Path = KEPT) -> tuple[Evidence, ...]:
    """The evidence of the last run of each suite, by the suite's name."""
    found = []
    for file in sorted(folder.glob("*.json")):
        typed = json.loads(file.read_text(encoding="utf-8"))
        proofs = tuple(Proof(**{**one, "pages": set(one["pages"])}) for one in typed["proofs"])
        found.append(Evidence(typed["day"], proofs))
    return tuple(found)


def keep(name: str, evidence: Evidence, folder: Path = KEPT) -> None:
    """Keep a run's evidence as that of the suite `name`."""
    folder.mkdir(parents=True, exist_ok=True)
    proofs = [{**asdict(one), "pages": sorted(one.pages)} for one in evidence.proofs]
    text = json.dumps({"day": evidence.day, "proofs": proofs}, ensure_ascii=False, indent=1)
    (folder / f"{name}.json").write_text(text + "\n", encoding="utf-8")


class Collector:
    """Collects what marked tests find; on a worker it sends it on, with the test's report."""

    def __init__(self) -> None:
        self._proofs: dict[tuple[int, str], Proof] = {}

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_makereport(
        self, item: pytest.Item, call: pytest.CallInfo[None]
    ) -> Generator[None, pytest.TestReport, pytest.TestReport]:
        """Tell with the report which rows the test is about, and what pages it looked at."""
        report = yield
        if call.when == "call" or report.outcome != "passed":
            pages = item.stash.get(EXAMINED, set[str]()).copy()
            params = getattr(item, "callspec", None)
            if params and isinstance(params.params.get("path"), str):
                pages.add(params.params["path"])
            for kind in ("row", "seeded"):
                for mark in item.iter_markers(kind):
                    told = [kind, mark.args[0], mark.kwargs["tool"], sorted(pages)]
                    report.user_properties.append((_PROPERTY, told))
        return report

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Add a test's outcome to its rows."""
        for name, told in report.user_properties:
            if name == _PROPERTY and isinstance(told, list | tuple):
                self._add(report, *told)

    def _add(
        self, report: pytest.TestReport, kind: str, number: int, tool: str, pages: Iterable[str]
    ) -> None:
        proof = self._proofs.setdefault((number, tool), Proof(number, tool))
        counts = proof.seeded if kind == "seeded" else proof.checks
        counts[report.outcome] = counts.get(report.outcome, 0) + 1
        if kind == "row" and report.outcome == "passed":
            proof.pages.update(pages)

    def evidence(self, day: str) -> Evidence:
        """What was collected, by row and tool."""
        return Evidence(day, tuple(proof for _, proof in sorted(self._proofs.items())))
