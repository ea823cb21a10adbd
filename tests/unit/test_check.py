"""The finished pages' own check: every mistake is seen, and a good page has none."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from insyn.check import check_files
from insyn.explanation import explain
from insyn.files import File
from insyn.problem import Origin, Place, Problem

GOOD = """<!doctype html>
<html lang="sv"><head><meta charset="utf-8"><title>A</title>
<link rel="stylesheet" href="/assets/site.css"><link rel="canonical" href="https://example.org/">
<script src="/assets/search.js" defer></script>
<script type="application/ld+json">{"@context": "https://schema.org"}</script></head>
<body><a href="#main">Till innehållet</a><header><nav><a href="/">Start</a></nav></header>
<main id="main" aria-labelledby="title">
<h1 id="title">A</h1><h2>B</h2><h3>C</h3><h2>D</h2>
<p><a href="/projekt/">Alla</a> <a href='/projekt/a/#mål'>Mål</a> <a href="/?q=1">Sök</a>
<a href="https://example.org/">Andra</a> <a href="//example.org/">Fler</a>
<a href="mailto:a@example.org">Post</a> <a href="tel:+4619">Ring</a></p>
<label for="q">Sök</label><input id="q" name="q"><img src="/media/a.jpg" alt="">
<form action="/projekt/"></form>
</main><footer>Om oss</footer></body></html>
"""
SITE = {
    "index.html": GOOD,
    "404.html": GOOD,
    "projekt/index.html": GOOD,
    "projekt/a/index.html": GOOD.replace("<h2>B", '<h2 id="mål">B'),
    "assets/site.css": "@font-face{src:url(/assets/a.woff2)} a{background:url('data:image/x,')}",
    "assets/search.js": "",
    "assets/a.woff2": "",
    "media/a.jpg": "",
}


def files(changes: dict[str, str] | None = None) -> list[File]:
    return [File(path, text.encode()) for path, text in (SITE | (changes or {})).items()]


def found(old: str, new: str) -> list[tuple[str, dict[str, str]]]:
    """The problems of a page in which `old` has become `new`."""
    assert old in GOOD
    problems = check_files(files({"projekt/index.html": GOOD.replace(old, new, 1)}))
    for problem in problems:
        assert problem.place == Place("projekt/index.html")
        assert explain(problem, "sv").message
        assert explain(problem, "en").message
    return [(problem.code, dict(problem.values)) for problem in problems]


def test_a_good_site_has_no_problem() -> None:
    assert check_files(files()) == ()


def test_no_file_has_no_problem() -> None:
    assert check_files([]) == ()


LINK = 'href="/projekt/"'


@pytest.mark.parametrize(
    ("target", "nearest"),
    [
        ("/projekt/b/", "/projekt/a/"),
        ("/projek/", "/projekt/"),
        ("b/", "/projekt/a/"),
        ("../../../x/y/z/", ""),
        ("/projekt/a", "/projekt/a/"),
        ("/media/b.jpg", ""),
    ],
)
def test_a_broken_link_is_told_with_the_nearest_page(target: str, nearest: str) -> None:
    assert found(LINK, f'href="{target}"') == [
        ("link-broken", {"target": target, "nearest": nearest})
    ]


@pytest.mark.parametrize("target", ["", "a/", "./a/", "../projekt/a/", "/media/a.jpg", "?sida=2"])
def test_every_way_to_write_an_address_is_followed(target: str) -> None:
    assert found(LINK, f'href="{target}"') == []


@pytest.mark.parametrize(
    ("target", "nearest"),
    [
        ("/projekt/a/#medel", ""),
        ("/projekt/a/#mal", "/projekt/a/#mål"),
        ("a/#målen", "a/#mål"),
        ("#min", "#main"),
    ],
)
def test_a_broken_anchor_is_told_with_the_nearest(target: str, nearest: str) -> None:
    assert found(LINK, f'href="{target}"') == [
        ("anchor-broken", {"target": target, "nearest": nearest})
    ]


@pytest.mark.parametrize("target", ["/projekt/a/#m%C3%A5l", "a/#main", "#main", "/media/a.jpg#x"])
def test_an_anchor_that_is_there_is_fine(target: str) -> None:
    assert found(LINK, f'href="{target}"') == []


def test_sources_and_forms_are_followed_too() -> None:
    assert [code for code, _ in found("/media/a.jpg", "/media/b.jpg")] == ["link-broken"]
    assert [code for code, _ in found("/assets/search.js", "/assets/b.js")] == ["link-broken"]
    assert [code for code, _ in found('action="/projekt/"', 'action="/b/"')] == ["link-broken"]


@pytest.mark.parametrize(
    ("old", "new", "code", "values"),
    [
        ("<h2>B", '<h2 id="main">B', "page-id-twice", {"id": "main"}),
        ('for="q"', 'for="p"', "page-id-missing", {"id": "p", "attribute": "for"}),
        (
            'aria-labelledby="title"',
            'aria-labelledby="title titel"',
            "page-id-missing",
            {"id": "titel", "attribute": "aria-labelledby"},
        ),
        ('<h1 id="title">A</h1>', '<p id="title">A</p>', "page-main-heading", {"count": "0"}),
        ("<h2>D</h2>", "<h1>D</h1>", "page-main-heading", {"count": "2"}),
        ("<h2>B</h2>", "", "page-heading-skipped", {"above": "1", "below": "3"}),
        ("<h3>C</h3>", "<h4>C</h4>", "page-heading-skipped", {"above": "2", "below": "4"}),
        ('<html lang="sv">', "<html>", "page-language-missing", {}),
        ('<html lang="sv">', '<html lang="">', "page-language-missing", {}),
        (' alt=""', "", "page-image-alt", {"source": "/media/a.jpg"}),
        ("<p>", '<p style="color:red">', "page-inline", {"what": "style"}),
        ("<p>", "<p STYLE='color:red'>", "page-inline", {"what": "style"}),
        ("<p>", '<p onclick="x()">', "page-inline", {"what": "onclick"}),
        ("<p>", "<p\nonclick=x()>", "page-inline", {"what": "onclick"}),
        ("<p>", "<style>p{}</style><p>", "page-inline", {"what": "<style>"}),
        ("<p>", "<script>x()</script><p>", "page-inline", {"what": "<script>"}),
        ("<p>", '<script type="module">x()</script><p>', "page-inline", {"what": "<script>"}),
    ],
)
def test_a_mistake_in_a_page_is_seen(old: str, new: str, code: str, values: dict[str, str]) -> None:
    assert (code, values) in found(old, new)
    assert {other for other, _ in found(old, new)} == {code}


@pytest.mark.parametrize(
    "tag",
    [
        '<script src="{}"></script>',
        '<img src="{}" alt="">',
        '<img src="/media/a.jpg" srcset="{} 2x" alt="">',
        '<iframe src="{}"></iframe>',
        '<video poster="{}"></video>',
        '<object data="{}"></object>',
        '<link rel="stylesheet" href="{}">',
        '<link rel="preconnect" href="{}">',
        '<link rel="apple-touch-icon" href="{}">',
        '<svg><use href="{}"></use></svg>',
        '<svg><image xlink:href="{}"></image></svg>',
    ],
)
@pytest.mark.parametrize("target", ["https://example.org/a", "//example.org/a"])
def test_what_is_fetched_from_others_is_seen(tag: str, target: str) -> None:
    codes = [code for code, _ in found("<p>", f"{tag.format(target)}<p>")]
    assert codes == ["page-third-party"]


@pytest.mark.parametrize(
    ("style", "target"),
    [
        ("a{background:url(https://example.org/a.png)}", "https://example.org/a.png"),
        ("a{background:url( '//example.org/a.png')}", "//example.org/a.png"),
        ('@import "https://example.org/a.css";', "https://example.org/a.css"),
    ],
)
def test_what_a_stylesheet_fetches_from_others_is_seen(style: str, target: str) -> None:
    problems = check_files(files({"assets/site.css": style}))
    assert problems == (Problem.at(Place("assets/site.css"), "page-third-party", target=target),)


def test_a_site_below_a_path_is_followed_there() -> None:
    below = {path: text.replace('"/', '"/kommun/') for path, text in SITE.items()}
    below = {path: text.replace("'/projekt", "'/kommun/projekt") for path, text in below.items()}
    made = [File(path, text.encode()) for path, text in below.items()]
    whole = [File(file.path, file.content.replace(b'"/kommun//', b'"//')) for file in made]
    assert check_files(whole, root="/kommun/") == ()
    outside = check_files(files(), root="/kommun/")
    assert {problem.code for problem in outside} == {"link-broken"}


def test_a_link_from_a_card_is_told_as_it_is_typed_there() -> None:
    place = Place("content/projects/a.md", 12, 5)
    changed = files(
        {
            "projekt/index.html": GOOD.replace(LINK, 'href="/projekt/a/#målen"').replace(
                "/?q=1", "b/"
            )
        }
    )
    origins = {("projekt/index.html", "/projekt/a/#målen"): Origin("../a.md#målen", place)}
    problems = check_files(changed, origins=origins)
    assert problems == (
        Problem.at(place, "anchor-broken", target="../a.md#målen", nearest="../a.md#mål"),
        Problem.at(Place("projekt/index.html"), "link-broken", target="b/", nearest="/projekt/a/"),
    )


@pytest.mark.parametrize(
    ("typed", "places"),
    [
        # its own card is judged for itself, and has told it
        ((("content/projects/a.md", "Obo"), ("content/projects/a.md", "obo")), []),
        # the page puts together what no card can see
        ((("content/projects/a.md", "Obo"), ("content/notices/b.md", "Obo")), ["b.md"]),
        ((("content/projects/a.md", "Obo"), None), ["a.md"]),
        ((None, None), ["index.html"]),
        # the address is typed in the card, but this link to it is not
        ((("content/projects/a.md", "Obo"), ("content/projects/a.md", "Bolaget")), ["a.md"]),
    ],
)
def test_what_a_card_has_told_is_not_told_of_its_page(
    typed: Sequence[tuple[str, str] | None], places: list[str]
) -> None:
    targets = ("/projekt/a/", "/projekt/")
    origins = {
        ("projekt/index.html", target): Origin(target, Place(found[0], 9), found[1])
        for target, found in zip(targets, typed, strict=True)
        if found
    }
    links = "".join(f'<p><a href="{target}">Obo</a></p>' for target in targets)
    changed = files({"projekt/index.html": GOOD.replace("</main>", f"{links}</main>", 1)})
    problems = [
        problem
        for problem in check_files(changed, origins=origins)
        if problem.code == "page-link-twice"
    ]
    assert [problem.place.file.rpartition("/")[2] for problem in problems] == places


def test_what_is_known_to_come_is_not_missing() -> None:
    changed = files({"projekt/index.html": GOOD.replace(LINK, 'href="/gammal/"')})
    assert [problem.code for problem in check_files(changed)] == ["link-broken"]
    assert check_files(changed, known=frozenset({"gammal/index.html"})) == ()


def test_the_order_of_the_files_does_not_matter() -> None:
    changed = files({"projekt/index.html": "<html><h3>x</h3>", "index.html": '<a href="/y/">'})
    assert check_files(changed) == check_files(changed[::-1])
    codes = {problem.code for problem in check_files(changed)}
    assert {"link-broken", "page-main-heading", "page-main"} <= codes
