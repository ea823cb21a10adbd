"""What a site owes search engines, feed readers, sharing and its visitors' bookmarks."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from xml.etree import ElementTree as ET

import pytest

from insyn.build import build, make
from reading import BUILD_DAY, CONTENT_DAY, PAGE_KINDS, ROOT, BuiltSite, Document, plain

ATOM = "{http://www.w3.org/2005/Atom}"
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
XHTML = "{http://www.w3.org/1999/xhtml}"


@pytest.fixture(scope="session")
def preview(tmp_path_factory: pytest.TempPathFactory) -> BuiltSite:
    """The site as a preview, as `netlify.toml` builds one."""
    output = tmp_path_factory.mktemp("preview") / "public"
    base = "https://deploy-preview-1.example.net"
    assert build(make(ROOT, base=base, today=CONTENT_DAY, preview=True), output) == ()
    return BuiltSite(output, base)


@pytest.fixture(scope="session")
def below(tmp_path_factory: pytest.TempPathFactory) -> BuiltSite:
    """The site of corner cases below a path."""
    output = tmp_path_factory.mktemp("below") / "public"
    base = "https://example.org/sub"
    corners = ROOT / "tests" / "sites" / "corners"
    assert build(make(corners, base=base, today=BUILD_DAY), output) == ()
    return BuiltSite(output, base)


def lasting(site: BuiltSite) -> list[Document]:
    """Every page that is not a mere redirect."""
    return [page for page in site.pages.values() if not page.is_redirect]


# --- which pages there are -----------------------------------------------------------------------


def test_there_is_a_page_of_every_kind_in_both_languages(built_site: BuiltSite) -> None:
    templates = {file.stem for file in (ROOT / "theme" / "pages").glob("*.html")}
    # The sums of every owner are a page of their own only where there are many: see test_money.py.
    # A message is thanked for where there is a form: see test_statement.py.
    assert set(PAGE_KINDS) | {"redirect", "money-owners", "statement-thanks"} == templates
    for addresses in PAGE_KINDS.values():
        for path, language in zip(addresses, ("sv", "en"), strict=True):
            assert built_site.page(path).language == language


def test_there_are_as_many_pages_in_one_language_as_in_the_other(site: BuiltSite) -> None:
    counts = Counter(page.language for page in lasting(site))
    assert counts["sv"] == counts["en"] > 20
    assert set(counts) == {"sv", "en"}


# --- languages -----------------------------------------------------------------------------------


def alternates(page: Document) -> dict[str, str]:
    return {
        link["hreflang"]: link["href"] for link in page.links("alternate") if "hreflang" in link
    }


def test_a_page_names_itself_and_its_translation_and_they_agree(site: BuiltSite) -> None:
    by_address = {site.whole(page.path): page for page in lasting(site)}
    for page in by_address.values():
        found = alternates(page)
        assert set(found) == {"sv", "en", "x-default"}, page.path
        assert found[page.language] == site.whole(page.path)
        assert found["x-default"] == found["sv"]
        for language in ("sv", "en"):
            other = by_address[found[language]]
            assert other.language == language
            assert alternates(other) == found, (page.path, other.path)


def test_the_switch_leads_to_the_same_page(site: BuiltSite) -> None:
    names = {"sv": "På svenska", "en": "In English"}
    for page in lasting(site):
        (switch,) = (ul for ul in page.tree.all("ul") if ul.attributes.get("class") == "languages")
        (link,) = (link for link in switch.all("a") if "hreflang" in link.attributes)
        language = "en" if page.language == "sv" else "sv"
        assert site.whole(link.attributes["href"]) == alternates(page)[language]
        assert (link.attributes["lang"], link.attributes["hreflang"]) == (language, language)
        assert link.words == names[language]


# --- the head of a page --------------------------------------------------------------------------


def test_a_page_s_canonical_address_is_its_own(site: BuiltSite) -> None:
    for page in site.pages.values():
        assert [link["href"] for link in page.links("canonical")] == [site.whole(page.path)]
        assert page.meta("og:url") == [site.whole(page.path)]


def test_descriptions_are_there_and_tell_pages_apart(site: BuiltSite) -> None:
    kinds = {path for pair in PAGE_KINDS.values() for path in pair}
    described = {page.path: page.meta("description") for page in lasting(site)}
    assert all(len(found) == 1 and len(found[0]) > 15 for found in described.values())
    of_kinds = [found[0] for path, found in described.items() if path in kinds]
    assert len(set(of_kinds)) == len(of_kinds)


def test_sharing_has_a_title_a_text_and_a_picture_that_exists(site: BuiltSite) -> None:
    for page in lasting(site):
        assert page.meta("og:type") == ["website"]
        assert page.title.startswith(plain(page.meta("og:title")[0]))
        assert page.meta("og:description") == page.meta("description")
        (picture,) = page.meta("og:image")
        file = site.folder / picture.removeprefix(site.address).lstrip("/")
        assert file.read_bytes().startswith((b"\x89PNG", b"\xff\xd8\xff")), picture


def test_the_icon_and_the_style_exist(site: BuiltSite) -> None:
    for page in site.pages.values():
        for relation in ("icon", "stylesheet", "preload"):
            (link,) = page.links(relation)
            file = site.folder / link["href"].removeprefix(site.root)
            assert file.is_file(), link
    assert (site.folder / "favicon.ico").is_file()


def test_the_trail_begins_at_the_start_and_does_not_name_the_page_itself(site: BuiltSite) -> None:
    for page in lasting(site):
        trails = [nav for nav in page.tree.all("nav") if "breadcrumbs" in str(nav.attributes)]
        start = site.root if page.language == "sv" else f"{site.root}en/"
        if page.path == start or page.path.endswith("404.html"):
            assert trails == [], page.path
            continue
        (trail,) = trails
        links = [link.attributes["href"] for link in trail.all("a")]
        assert links[0] == start
        assert page.path not in links
        assert all(link in site.pages for link in links)


# --- JSON-LD -------------------------------------------------------------------------------------


def json_ld(page: Document) -> dict[str, Any]:
    (script,) = (
        script
        for script in page.tree.all("script")
        if script.attributes.get("type", "").endswith("ld+json")
    )
    found: dict[str, Any] = json.loads(str(script.children[0]))
    return found


@pytest.mark.parametrize("language", ["sv", "en"])
def test_a_project_is_told_to_machines_with_its_grant(site: BuiltSite, language: str) -> None:
    area = {"sv": "projekt", "en": "en/projects"}[language]
    projects = json.loads(site.read("data/projects.json"))["projects"]
    assert projects
    for project in projects:
        page = site.page(f"{site.root}{area}/{project['id']}/")
        thing = json_ld(page)
        assert thing["@context"] == "https://schema.org"
        assert thing["@type"] == "Project"
        assert thing["url"] == site.whole(page.path)
        assert thing["name"] == page.main.one("h1").words
        assert thing["foundingDate"] == project["period"]["start"]
        assert thing.get("dissolutionDate") == project["period"]["end"]
        if project["funding"]["eu"] is None:
            assert "funding" not in thing
        else:
            grant = thing["funding"]
            assert grant["@type"] == "MonetaryGrant"
            assert grant["amount"]["value"] == project["funding"]["eu"]
            assert grant["amount"]["currency"] == "SEK"
        assert "null" not in json.dumps(thing)


def test_the_site_tells_how_it_is_searched(built_site: BuiltSite) -> None:
    for start, search in (("/", "/sok/"), ("/en/", "/en/search/")):
        thing = json_ld(built_site.page(start))
        assert thing["@type"] == "WebSite"
        target = thing["potentialAction"]["target"]
        assert target == built_site.whole(f"{search}?q={{search_term_string}}")
        (field,) = (
            field
            for field in built_site.page(search).tree.all("input")
            if field.attributes.get("type") == "search"
        )
        assert field.attributes["name"] == "q"


# --- files for machines --------------------------------------------------------------------------


def test_the_site_map_lists_exactly_the_pages_that_may_be_found(site: BuiltSite) -> None:
    tree = ET.fromstring(site.read("sitemap.xml"))  # noqa: S314 - our own file
    listed = {
        url.findtext(f"{SITEMAP}loc"): {
            link.attrib["hreflang"]: link.attrib["href"] for link in url.iter(f"{XHTML}link")
        }
        for url in tree
    }
    wanted = {
        site.whole(page.path): {
            language: address
            for language, address in alternates(page).items()
            if language != "x-default"
        }
        for page in site.pages.values()
        if not page.meta("robots")
    }
    assert listed == wanted
    left_out = {page.file for page in lasting(site) if site.whole(page.path) not in listed}
    always = {"404.html", "en/404.html", "sok/index.html", "en/search/index.html"}
    always |= {"installningar/index.html", "en/settings/index.html"}
    thanks = {
        "tillganglighetsredogorelse/tack/index.html",
        "en/accessibility-statement/thanks/index.html",
    }
    assert left_out - thanks == always


def test_robots_are_welcome_and_shown_the_site_map(site: BuiltSite) -> None:
    lines = site.read("robots.txt").splitlines()
    assert lines == [
        "User-agent: *",
        "Allow: /",
        "",
        f"Sitemap: {site.address}/sitemap.xml",
    ]


@pytest.mark.slow
def test_a_preview_asks_search_engines_to_stay_away(preview: BuiltSite) -> None:
    assert preview.read("robots.txt") == "User-agent: *\nDisallow: /\n"
    assert all(page.meta("robots") == ["noindex"] for page in preview.pages.values())
    assert "<loc>" not in preview.read("sitemap.xml")


@pytest.mark.parametrize(("feed", "language"), [("feed.xml", "sv"), ("en/feed.xml", "en")])
def test_the_feed_is_valid_atom(site: BuiltSite, feed: str, language: str) -> None:
    tree = ET.fromstring(site.read(feed))  # noqa: S314 - our own file
    assert tree.tag == f"{ATOM}feed"
    assert tree.attrib["{http://www.w3.org/XML/1998/namespace}lang"] == language
    moment = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")
    for part in (tree, *tree.iter(f"{ATOM}entry")):
        for name in ("id", "title", "updated"):
            assert len(part.findall(f"{ATOM}{name}")) == 1, name
            assert (part.findtext(f"{ATOM}{name}") or "").strip()
        assert urlsplit(part.findtext(f"{ATOM}id") or "").scheme == "https"
        assert moment.fullmatch(part.findtext(f"{ATOM}updated") or "")
    assert (tree.findtext(f"{ATOM}author/{ATOM}name") or "").strip()
    links = {
        link.attrib.get("rel", "alternate"): link.attrib["href"]
        for link in tree.findall(f"{ATOM}link")
    }
    start = site.root if language == "sv" else f"{site.root}en/"
    assert links == {"self": f"{site.address}/{feed}", "alternate": site.whole(start)}
    entries = tree.findall(f"{ATOM}entry")
    updated = [entry.findtext(f"{ATOM}updated") or "" for entry in entries]
    assert updated == sorted(updated, reverse=True)
    assert tree.findtext(f"{ATOM}updated") == updated[0]
    projects = json.loads(site.read("data/projects.json"))["projects"]
    ids = {entry.findtext(f"{ATOM}id") for entry in entries}
    assert len(ids) == len(entries) == len(projects)
    for entry in entries:
        (link,) = entry.findall(f"{ATOM}link")
        page = site.page(site.root + link.attrib["href"].removeprefix(f"{site.address}/"))
        assert page.main.one("h1").words == entry.findtext(f"{ATOM}title")
        assert page.meta("description") == [entry.findtext(f"{ATOM}summary")]


def test_every_page_names_the_feed_of_its_language_and_a_list_its_own(site: BuiltSite) -> None:
    lists = 0
    for page in site.pages.values():
        feed, *own = (
            link for link in page.links("alternate") if link.get("type") == "application/atom+xml"
        )
        prefix = site.root if page.language == "sv" else f"{site.root}en/"
        assert feed["href"] == f"{prefix}feed.xml"
        assert (site.folder / feed["href"].removeprefix(site.root)).is_file()
        for link in own:
            assert link["href"] == f"{page.path}feed.xml"
            assert (site.folder / link["href"].removeprefix(site.root)).is_file()
            lists += 1
    assert lists > 20


# --- not found and moved -------------------------------------------------------------------------


@pytest.mark.parametrize(("path", "home"), [("/404.html", "/"), ("/en/404.html", "/en/")])
def test_a_wrong_address_gets_a_page_that_helps(
    built_site: BuiltSite, path: str, home: str
) -> None:
    page = built_site.page(path)
    links = {link.attributes["href"] for link in page.main.all("a")}
    projects = {"/": "/projekt/", "/en/": "/en/projects/"}[home]
    assert projects in links
    assert page.meta("robots") == ["noindex"]
    rules = built_site.read("_redirects").splitlines()
    assert "/en/* /en/404.html 404" in rules


MOVED = {
    "/gammal/adress/": "/projekt/allt-okant/",
    "/gammal.html": "/projekt/allt-okant/",
    "/projekt/gammalt-namn/": "/projekt/allt-kant/",
    "/berattelsen/": "/berattelser/ensam/",
    "/om/": "/om-oss/",
}


def test_old_addresses_lead_to_the_page(corner_site: BuiltSite) -> None:
    rules = dict(
        line.split()[:2]
        for line in corner_site.read("_redirects").splitlines()
        if line.endswith(" 301!")
    )
    assert rules == MOVED
    for old, new in MOVED.items():
        page = corner_site.page(old)
        metas = page.tree.all("meta")
        (refresh,) = (m for m in metas if m.attributes.get("http-equiv") == "refresh")
        assert refresh.attributes["content"] == f"0; url={new}"
        assert new in [link.attributes["href"] for link in page.main.all("a")]
        assert page.meta("robots") == ["noindex"]
        assert new in corner_site.pages


def test_nothing_else_redirects(built_site: BuiltSite) -> None:
    assert not any(page.is_redirect for page in built_site.pages.values())
    assert " 301" not in built_site.read("_redirects")


# --- below a path --------------------------------------------------------------------------------


def addresses(page: Document) -> Iterator[str]:
    for element in page.tree.all():
        for name in ("href", "src", "action"):
            if name in element.attributes:
                yield element.attributes[name]
        if element.attributes.get("http-equiv") == "refresh":
            yield element.attributes["content"].partition("url=")[2]


@pytest.mark.slow
def test_below_a_path_every_address_is_below_it(below: BuiltSite) -> None:
    outside = re.compile(r"#|mailto:|tel:|https://example\.org/sub(?:/|$)|https://www\.")
    astray = {
        address
        for page in below.pages.values()
        for address in addresses(page)
        if not address.startswith("/sub/") and not outside.match(address)
    }
    assert astray == set()
    everything = "".join(page.html for page in below.pages.values())
    assert "horn.example.se" not in everything.replace("@horn.example.se", "")
    assert "//sub" not in everything.replace("example.org/sub", "")


@pytest.mark.slow
def test_below_a_path_the_files_for_machines_are_too(below: BuiltSite) -> None:
    for name in ("sitemap.xml", "robots.txt", "feed.xml", "en/feed.xml", "data/projects.json"):
        found = re.findall(r"https://[^\s\"<]*example\.(?:org|se)[^\s\"<]*", below.read(name))
        assert found, name
        assert all(address.startswith("https://example.org/sub/") for address in found), name
    for rule in below.read("_redirects").splitlines():
        assert all(part.startswith("/sub/") for part in rule.split()[:2]), rule


@pytest.mark.slow
def test_a_site_below_a_path_has_the_same_files(below: BuiltSite, corner_site: BuiltSite) -> None:
    def files(folder: Path) -> set[str]:
        return {
            file.relative_to(folder).as_posix()
            for file in folder.rglob("*")
            if file.is_file() and "pagefind" not in file.parts
        }

    assert files(below.folder) == files(corner_site.folder)
