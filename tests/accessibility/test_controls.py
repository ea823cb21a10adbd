"""What is hit, named and moved on every kind of page, and what the fields of forms say."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, ViewportSize

from accessibility.conftest import WIDE, Faulty

pytestmark = pytest.mark.slow

BROWSER = "own measurement in Chromium"
NARROW: ViewportSize = {"width": 320, "height": 640}
PROJECT = "/projekt/jobbpunkt-vast-orebro/"


def probe(page: Page, script: str) -> list[str]:
    """What a script that looks at the page has to say."""
    found: list[str] = page.evaluate(script)
    return found


# --- 2.5.5, 2.5.8: targets ---------------------------------------------------------------------

# Links and controls of less than 44 pixels; those in a sentence, of less than 24 from line to line.
# The places of a map have a test of their own (test_maps.py), and each is in the list beside it.
SMALL = """() => [...document.querySelectorAll(
    "a[href], button, input, select, textarea, summary, label:has(input)")]
    .flatMap((element) => {
        const boxes = [...element.getClientRects()];
        const box = element.getBoundingClientRect();
        if (box.width <= 1 || box.height <= 1 || element.closest("svg")) return [];
        if (element.matches("label input, .skip") || !element.checkVisibility()) return [];
        const size = `${Math.round(box.width)}×${Math.round(box.height)}`;
        const told = [`${element.outerHTML.slice(0, 90)} ${size}`];
        // In a sentence: there is other text beside it in its block.
        let block = element.parentElement;
        while (getComputedStyle(block).display === "inline") block = block.parentElement;
        const rest = block.innerText.replace(element.innerText, "").replace(/[\\s(),.:–-]/g, "");
        const inline = getComputedStyle(element).display === "inline";
        if (inline && (element.closest(".prose") || (rest && !block.matches("td, th")))) {
            // A line is as high as it is apart from the next one.
            const line = parseFloat(getComputedStyle(block).lineHeight);
            return boxes.some((one) => Math.max(one.height, line) < 24) ? told : [];
        }
        return box.height < 43.5 || box.width < 43.5 ? told : [];
    })"""


@pytest.mark.row(25, tool=BROWSER)
@pytest.mark.parametrize("window", [WIDE, NARROW], ids=["wide", "narrow"])
def test_targets_are_large_enough_to_hit(visit: Page, path: str, window: ViewportSize) -> None:
    del path
    visit.set_viewport_size(window)
    assert probe(visit, SMALL) == []


@pytest.mark.seeded(25, tool=BROWSER)
@pytest.mark.parametrize(
    "style",
    [
        ".site-nav a { min-height: 0 !important; padding: 0 !important }",
        ".prose * { font-size: 12px !important; line-height: 1 !important }",
    ],
    ids=["alone", "in a sentence"],
)
def test_small_targets_are_noticed(faulty: Faulty, style: str) -> None:
    page = faulty("/om/", "</head>", f"<style>{style}</style></head>")
    assert probe(page, SMALL)


# --- 2.5.3: names ------------------------------------------------------------------------------

# Names that do not have the words that are seen, and things without a name.
MISNAMED = """() => {
    const plain = (text) => text.replace(/[\\s\\u00ad]+/g, " ").trim().toLowerCase();
    const seen = (element) => {
        if (element.labels && element.labels.length) return element.labels[0].innerText;
        if (element.matches("input, select, textarea")) return element.value || "";
        const copy = [...element.childNodes].map((node) => {
            if (node.nodeType === Node.TEXT_NODE) return node.data;
            if (node.nodeType !== Node.ELEMENT_NODE || !node.checkVisibility()) return "";
            if (node.localName === "svg" || node.closest("[aria-hidden=true]")) return "";
            if (node.localName === "wbr") return "";
            const box = node.getBoundingClientRect();
            return box.width <= 1 ? "" : ` ${seen(node)} `;
        });
        return copy.join("");
    };
    const faults = [];
    for (const element of document.querySelectorAll(
            "a[href], button, input:not([type=hidden]), select, textarea, summary")) {
        if (!element.checkVisibility()) continue;
        const by = (element.getAttribute("aria-labelledby") || "").split(/\\s+/).filter(Boolean)
            .map((id) => document.getElementById(id)?.textContent ?? "").join(" ");
        const name = by || element.getAttribute("aria-label");
        const words = plain(seen(element));
        if (name !== null && !plain(name).includes(words)) {
            faults.push(`“${words}” is named “${plain(name)}”`);
        }
        const image = element.querySelector("img[alt]:not([alt='']), svg [role=img], svg title");
        if (!words && !name && !image) faults.push(`no name: ${element.outerHTML.slice(0, 90)}`);
    }
    return faults;
}"""


@pytest.mark.row(26, tool=BROWSER)
def test_a_name_has_the_words_that_are_seen(visit: Page, path: str) -> None:
    del path
    assert probe(visit, MISNAMED) == []


@pytest.mark.seeded(26, tool=BROWSER)
@pytest.mark.parametrize(
    "put", ['<a aria-label="Pengar" href="/om/"', '<a aria-label="" href="/om/"']
)
def test_a_name_without_the_words_is_noticed(faulty: Faulty, put: str) -> None:
    link = put.replace('aria-label=""', 'aria-label=" "')
    assert probe(faulty("/projekt/", '<a href="/om/"', link), MISNAMED)


# --- 2.3.3, 2.2.2: motion ----------------------------------------------------------------------

# What moves, or would: transitions, animations, smooth scrolling, moving pictures and films.
MOVING = """() => [...document.querySelectorAll("*")].flatMap((element) => {
    const styles = [null, "::before", "::after"].map((part) => getComputedStyle(element, part));
    const times = (text) => text.split(",").some((time) => parseFloat(time) > 0.01);
    const moves = styles.some((style) =>
        (style.animationName !== "none" && times(style.animationDuration))
        || (times(style.transitionDuration) && style.transitionProperty !== "none")
        || style.scrollBehavior === "smooth");
    const plays = element.matches("[autoplay], marquee, blink, svg animate, img[src$='.gif']");
    return moves || plays ? [element.outerHTML.slice(0, 90)] : [];
})"""
# Also where nobody asks for less motion nothing goes on by itself for more than five seconds.
RESTLESS = """() => [...document.querySelectorAll("*")].filter((element) => {
    const style = getComputedStyle(element);
    return (style.animationName !== "none" && (style.animationIterationCount === "infinite"
        || parseFloat(style.animationDuration) * parseFloat(style.animationIterationCount) > 5))
        || element.matches("[autoplay], marquee, blink, svg animate, img[src$='.gif']");
}).map((element) => element.outerHTML.slice(0, 90))"""


@pytest.mark.row(29, tool=BROWSER)
def test_nothing_moves_where_less_motion_is_wanted(visit: Page, path: str) -> None:
    del path
    assert probe(visit, RESTLESS) == []
    visit.emulate_media(reduced_motion="reduce")
    assert probe(visit, MOVING) == []


@pytest.mark.seeded(29, tool=BROWSER)
def test_what_moves_all_the_same_is_noticed(faulty: Faulty) -> None:
    rule = "h1 { transition: color 1s !important }"
    page = faulty("/om/", "</head>", f"<style>{rule}</style></head>", reduced_motion="reduce")
    assert probe(page, MOVING)


@pytest.mark.seeded(29, tool=BROWSER)
def test_what_goes_on_for_ever_is_noticed(faulty: Faulty) -> None:
    rule = "@keyframes x { to { opacity: .5 } } h1 { animation: x 1s infinite }"
    assert probe(faulty("/om/", "</head>", f"<style>{rule}</style></head>"), RESTLESS)


# --- 3.3.1, 3.3.2: fields ----------------------------------------------------------------------

# Fields whose label is not seen or not tied to them, groups without a name, required fields that do
# not say so in words, and fields that claim an error without saying which.
UNLABELLED = """() => {
    const faults = [];
    const seen = (e) => e && e.checkVisibility() && e.innerText.trim()
        && e.getBoundingClientRect().width > 1;
    for (const field of document.querySelectorAll(
            "input:not([type=hidden], [type=submit]), select, textarea")) {
        if (!field.checkVisibility()) continue;
        if (![...field.labels].some(seen)) {
            faults.push(`no label is seen: ${field.outerHTML.slice(0, 90)}`);
        }
        const described = (field.getAttribute("aria-describedby") || "").split(" ")
            .filter(Boolean).map((id) => document.getElementById(id));
        if (described.includes(null)) faults.push(`described by nothing: ${field.id}`);
        const error = document.getElementById(field.getAttribute("aria-errormessage") || "-");
        if (field.getAttribute("aria-invalid") === "true"
                && !described.some((e) => e && e.matches(".error") && seen(e)) && !seen(error)) {
            faults.push(`the error is not said: ${field.id}`);
        }
        const words = [...field.labels, ...described].map((e) => e && e.innerText).join(" ");
        if (field.required && field.form && !/måste|obligatorisk|required|must/i.test(words)
                && !field.form.dataset.allRequired) {
            faults.push(`required without a word: ${field.id}`);
        }
    }
    for (const group of document.querySelectorAll("fieldset")) {
        if (group.checkVisibility() && !seen(group.querySelector("legend"))) {
            faults.push(`a group without a name: ${group.outerHTML.slice(0, 90)}`);
        }
    }
    return faults;
}"""


@pytest.mark.row(37, tool=BROWSER)
def test_every_field_has_a_label_that_is_seen(visit: Page, path: str) -> None:
    del path
    assert probe(visit, UNLABELLED) == []


@pytest.mark.seeded(37, tool=BROWSER)
@pytest.mark.parametrize(
    ("find", "put"),
    [
        ('for="q_field"', 'for="elsewhere"'),
        ('id="q_field"', 'id="q_field" aria-invalid="true"'),
        ('id="q_field"', 'id="q_field" aria-describedby="nowhere"'),
        ("</main>", "<fieldset><input id=x><label for=x>x</label></fieldset></main>"),
    ],
    ids=["no label", "an error unsaid", "described by nothing", "a nameless group"],
)
def test_a_field_without_its_words_is_noticed(faulty: Faulty, find: str, put: str) -> None:
    assert probe(faulty("/sok/", find, put), UNLABELLED)
