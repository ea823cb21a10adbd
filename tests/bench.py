"""How long a site of N made-up projects takes, how much memory, and what its pages weigh.

    make bench N=300
    make bench N=300 PREVIEW=yes

With PREVIEW: how long it takes from saving a card until a browser shows what is new on its page.

A measurement, no test: what it says depends on the machine and on what else the machine does.
"""

from __future__ import annotations

import argparse
import gzip
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from pathlib import Path

from playwright.sync_api import sync_playwright

import serving
import tools
from insyn.demo import demo_files
from serving import previewed

PROGRAM = "from insyn.cli import main; main()"
# A fixed day, so that two measurements are of the same pages.
DAY = "2026-01-31"


def write_site(folder: Path, count: int) -> None:
    """Write a site of `count` made-up projects."""
    for file in demo_files(count):
        path = folder / file.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(file.content)


def run(*arguments: str) -> tuple[float, float, float]:
    """Run a command of Insyn's; seconds by the clock, seconds of processor, megabytes at most."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    begun = time.perf_counter()
    subprocess.run([sys.executable, "-c", PROGRAM, *arguments], check=True)
    took = time.perf_counter() - begun
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    processor = used.ru_utime + used.ru_stime - before.ru_utime - before.ru_stime
    return took, processor, used.ru_maxrss / 1024


def weigh(folder: Path) -> None:
    """Tell what the pages weigh: all, and the heaviest of each area as it is sent."""
    pages = sorted(folder.rglob("*.html"))
    files = [path for path in folder.rglob("*") if path.is_file()]
    size = sum(path.stat().st_size for path in files)
    print(f"{len(pages)} pages in {len(files)} files, {size / 1e6:.0f} MB")
    areas: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for path in pages:
        place = path.relative_to(folder).as_posix()
        area = place.partition("/")[0]
        if len(area) > 2:  # the other languages' pages weigh as much
            areas[area].append((len(gzip.compress(path.read_bytes(), 6)), place))
    for found in sorted(areas.values(), key=max, reverse=True)[:12]:
        sent, place = max(found)
        middle = sorted(found)[len(found) // 2][0]
        print(f"  {sent / 1000:6.1f} kB gzip at most, {middle / 1000:5.1f} kB mostly: {place}")


def follow(site: Path, saves: int = 10) -> None:
    """Tell how long it takes from a save to the new page in Chromium, at rest and in a row."""
    originals = (site / "content" / "projects").glob("[!.]*.md")
    card = max(path for path in originals if path.name.count(".") == 1)
    text = card.read_text(encoding="utf-8")
    serving.PATIENCE = 600
    begun = time.perf_counter()
    with previewed(site) as running, sync_playwright() as playwright:
        chromium = tools.chromium()
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        page = browser.new_page()
        page.set_default_timeout(120_000)
        page.goto(f"{running.address}projekt/{card.stem}/")
        print(f"preview: {time.perf_counter() - begun:.1f} s from the start to the first page")
        running.hear("klara")
        print(f"preview: {time.perf_counter() - begun:.1f} s from the start until all is checked")
        for name, rest in (("at rest", True), ("in a row", False)):
            took: list[float] = []
            for number in range(saves):
                words = f"Mening {number} {name} är ny."
                saved = time.perf_counter()
                card.write_text(f"{text}\n{words}\n", encoding="utf-8")
                page.get_by_text(words).first.wait_for()
                took.append(time.perf_counter() - saved)
                if rest:
                    running.hear("klara")
            print(
                f"preview, {saves} saves {name}: {statistics.median(took):.2f} s to the page in "
                f"the middle, {max(took):.2f} s at most"
            )
        browser.close()


def main() -> None:
    """Measure a build, a check, and a build of the same again; or a preview."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("count", type=int)
    parser.add_argument("--preview", action="store_true")
    options = parser.parse_args()
    count: int = options.count
    with tempfile.TemporaryDirectory(prefix="insyn-bench-") as place:
        site = Path(place) / "site"
        write_site(site, count)
        cards = sum(1 for _ in site.rglob("*.md"))
        processors = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else 1
        print(f"{count} projects, {cards} cards, {processors} processors")
        if options.preview:
            follow(site)
            return
        for name in ("check", "build"):
            took, processor, most = run(name, "--site", str(site), "--date", DAY)
            print(
                f"{name}: {took:.1f} s by the clock, {processor:.1f} s of processor, {most:.0f} MB"
            )
        weigh(site / "public")


if __name__ == "__main__":
    main()
