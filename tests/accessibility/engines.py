"""The engines that judge a page, each as a probe: what is wrong, a sentence each; [] is good.

What an engine cannot decide is signed off here by name, with the reason why it is right.
"""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

import tools

# Rules that are off until one asks for their tag: AAA, best practice and experimental ones.
AXE_TAGS = (
    *("wcag2a", "wcag2aa", "wcag2aaa", "wcag21a", "wcag21aa", "wcag22aa"),
    *("best-practice", "experimental"),
)
# What another colour scheme can change.
COLOUR_TAGS = ("cat.color",)

Named = tuple[str, str]
"""A rule of an engine, and the elements or a part of their place."""


class SignedOff:
    """What is let pass by name, and why.  It knows what of it has been needed."""

    def __init__(self, reasons: Mapping[Named, str]) -> None:
        self._reasons = reasons
        self._needed: set[Named] = set()

    def __iter__(self) -> Iterator[Named]:
        return iter(self._reasons)

    def need(self, named: Named) -> None:
        """Note that something has been let pass for this."""
        self._needed.add(named)

    @property
    def needless(self) -> list[Named]:
        """What nothing was let pass for."""
        return [named for named in self if named not in self._needed]


# What axe-core cannot decide: the rule and the elements.
AXE_SIGNED_OFF = SignedOff(
    {
        ("color-contrast", ".place-map text"): (
            "it cannot tell what is behind a text in a drawing: test_maps.py measures it"
        ),
        ("color-contrast", ".bars text"): (
            "it cannot tell what is behind a text in a drawing: test_money.py says that no bar is"
        ),
        ("hidden-content", "[data-part], .without-script"): (
            "parts of the search page that wait for a search: test_search.py judges them when shown"
        ),
        ("hidden-content", ".feedback p[hidden]"): (
            "a field that is a trap for robots: nobody is to meet it, and its label says so"
        ),
        ("hidden-content", ".short-name, .whole-name"): (
            "a long name in a drawing stands there twice, for narrow and for wide windows; "
            "the drawing is one picture to assistive technology, and the table has the name"
        ),
        ("p-as-heading", ".lead"): "the summary is a paragraph in large type, however short it is",
    }
)

# What Alfa fails or cannot decide, and is right all the same: the rule, and a part of the place.
ALFA_SIGNED_OFF = SignedOff(
    {
        ("sia-r66", "button.notice-away"): (
            "it cannot tell colours beside words for listeners alone: axe-core measures the "
            "contrast"
        ),
        ("sia-r69", "button.notice-away"): "the same, for the contrast of level AA",
        ("sia-r111", ".place-map"): (
            "a place can't be larger than it is; WCAG 2.5.5 excepts it, for the list beside the "
            "map has the same link at full size"
        ),
        ("sia-r113", ".place-map"): "the same, for the smaller targets of WCAG 2.5.8",
        ("sia-r111", ".prose"): (
            "a link in an author's text, though it happens to be alone in its paragraph or item: "
            "WCAG 2.5.5 excepts text, and test_controls.py measures all that is none"
        ),
        ("sia-r57", "a.skip"): (
            "skip links come before every landmark; Alfa knows that of the first, and of the one "
            "to the results not"
        ),
        ("sia-r41", "nav.contents"): (
            "an author's heading may be called like one of the page's own; on every page but that "
            "of such a card test_words.py refuses it"
        ),
    }
)

_RUN_AXE = """async ([tags, signedOff]) => {
    const told = await axe.run({
        runOnly: {type: "tag", values: tags}, resultTypes: ["violations", "incomplete"],
    });
    const needed = [];
    const judged = (node, rule) => {
        const named = signedOff.find(([id, selector]) =>
            id === rule.id && document.querySelector(node.target.join(" ")).matches(selector));
        if (named) needed.push(named);
        return Boolean(named);
    };
    const said = (rule, nodes) => nodes.map((node) => [
        rule.id, node.target.join(" "),
        [...node.any, ...node.all, ...node.none].map((check) => check.message).join(" "),
    ].join(": "));
    return {
        faults: [
            ...told.violations.flatMap((rule) => said(rule, rule.nodes)),
            ...told.incomplete.flatMap((rule) =>
                said(rule, rule.nodes.filter((node) => !judged(node, rule)))),
        ],
        passed: told.passes.length,
        needed,
    };
}"""


def axe_faults(page: Page, source: str, tags: tuple[str, ...] = AXE_TAGS) -> list[str]:
    """What axe-core (`source`) finds on a page as it is shown now, or cannot decide."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(f"{source}; null")
    told = page.evaluate(_RUN_AXE, [list(tags), [list(key) for key in AXE_SIGNED_OFF]])
    if not told["passed"]:
        return ["axe-core passed no rule: it cannot have looked"]
    for rule, selector in told["needed"]:
        AXE_SIGNED_OFF.need((rule, selector))
    found: list[str] = told["faults"]
    return found


# Alfa's scripts are modules; the page's policy would refuse to import them.
# Alfa doesn't know `light-dark()` and would take such a colour for none, black on white: it is
# given the one that holds.
_READ = """async (colours) => {{
    const document = await (async () => {{ {dom}
        return Native.fromNode(); }})();
    const device = (() => {{ {device}
        return Native.fromWindow(); }})();
    const mode = getComputedStyle(window.document.documentElement).colorScheme;
    const dark = mode === "light dark" ? matchMedia("(prefers-color-scheme: dark)").matches
        : mode === "dark";
    return JSON.stringify({{ address: location.href, document, device, colours }})
        .replace(/light-dark\\(\\s*([^,()]+),\\s*([^,()]+)\\)/g, dark ? "$2" : "$1");
}}"""


@dataclass(frozen=True)
class Alfa:
    """Siteimprove Alfa, waiting for pages to judge in a process of its own."""

    process: subprocess.Popen[str]
    reader: str

    def faults(self, page: Page, *, colours_alone: bool = False) -> list[str]:
        """What fails on a page as it is shown now, or cannot be decided: all, or in its colours."""
        if self.process.stdin is None or self.process.stdout is None:
            raise RuntimeError("Alfa was started without pipes")
        print(page.evaluate(self.reader, colours_alone), file=self.process.stdin, flush=True)
        told: dict[str, Any] = json.loads(self.process.stdout.readline())
        if not told["passed"]:
            # Versions of its packages that don't fit each other find no rule applicable.
            return ["Alfa passed no rule: it cannot have looked"]
        found = []
        for one in (*told["failed"], *told["undecided"]):
            named = [
                (rule, place)
                for rule, place in ALFA_SIGNED_OFF
                if rule == one["rule"] and place in one["place"]
            ]
            for each in named:
                ALFA_SIGNED_OFF.need(each)
            if not named:
                found.append(f"{one['rule']}: {one['place']}: {one['reason']}")
        return found


@contextmanager
def started_alfa(scripts: Mapping[str, str]) -> Iterator[Alfa]:
    """Alfa, for as long as one needs it: it starts slowly, and the more it judges the faster.

    `scripts` are those by which it reads a page, of `tools.alfa_scripts`.
    """
    reader = _READ.format(**scripts)
    program = Path(__file__).with_name("alfa.mjs")
    with subprocess.Popen(
        [str(tools.NODE), str(program)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        encoding="utf-8",
    ) as process:
        yield Alfa(process, reader)
