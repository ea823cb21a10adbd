"""Pictures on the pages: sizes, formats and words, and nothing of the originals."""

from __future__ import annotations

import io
from urllib.parse import urlsplit

import pytest
from PIL import Image

from reading import BuiltSite, Document, Element

PICTURES = "/media/pictures/"
PROJECT = {"sv": "/projekt/allt-kant/", "en": "/en/projects/allt-kant/"}


def pictures(page: Document) -> list[Element]:
    return [one for one in page.main.all("img") if one.attributes["src"].startswith(PICTURES)]


def size(site: BuiltSite, address: str) -> tuple[int, int]:
    content = (site.folder / address.lstrip("/")).read_bytes()
    return Image.open(io.BytesIO(content)).size


def sources(image: Element) -> list[tuple[str, int]]:
    """The addresses and widths of the modern versions of a picture."""
    assert image.parent is not None
    return [
        (candidate.split()[0], int(candidate.split()[1].removesuffix("w")))
        for source in image.parent.all("source")
        for candidate in source.attributes["srcset"].split(",")
    ]


def test_every_picture_says_its_size_and_every_file_has_it(corner_site: BuiltSite) -> None:
    seen = 0
    for page in corner_site.pages.values():
        for image in pictures(page):
            seen += 1
            width, height = int(image.attributes["width"]), int(image.attributes["height"])
            if image.attributes["src"].endswith(".svg"):
                assert (width, height) == (120, 80)
                continue
            assert size(corner_site, image.attributes["src"]) == (width, height)
            assert sources(image)
            for address, told in sources(image):
                actual = size(corner_site, address)
                assert actual[0] == told
                assert abs(actual[1] / actual[0] - height / width) < 0.01
    assert seen >= 8


def test_only_the_picture_at_the_top_is_fetched_at_once(corner_site: BuiltSite) -> None:
    for path in PROJECT.values():
        lead, *others = pictures(corner_site.page(path))
        assert "loading" not in lead.attributes
        assert lead.attributes["fetchpriority"] == "high"
        assert len(others) >= 2
        assert all(image.attributes["loading"] == "lazy" for image in others)


def test_only_files_that_pages_name_are_published(corner_site: BuiltSite) -> None:
    published = {
        f"/{file.relative_to(corner_site.folder).as_posix()}"
        for file in (corner_site.folder / "media").rglob("*")
        if file.is_file()
    }
    named: set[str] = set()
    for page in corner_site.pages.values():
        for element in page.tree.all("a", "img", "source"):
            for attribute in ("href", "src"):
                named.add(urlsplit(element.attributes.get(attribute, "")).path)
            named |= {
                c.split()[0] for c in element.attributes.get("srcset", "").split(",") if c.strip()
            }
    assert published == {name for name in named if name.startswith("/media/")}
    assert not any(name.startswith("/media/images/") for name in published)


def test_no_file_tells_where_the_picture_was_taken(corner_site: BuiltSite) -> None:
    for file in (corner_site.folder / "media" / "pictures").iterdir():
        assert b"Kameran" not in file.read_bytes()
        if file.suffix != ".svg":
            assert not Image.open(io.BytesIO(file.read_bytes())).getexif()


@pytest.mark.parametrize(
    ("language", "alternative", "spoken"),
    [("sv", "Örebro en kväll", "sv"), ("en", "Örebro one evening", "en")],
)
def test_the_picture_at_the_top_has_its_words(
    corner_site: BuiltSite, language: str, alternative: str, spoken: str
) -> None:
    page = corner_site.page(PROJECT[language])
    [figure] = page.main.of_class("lead-picture")
    image = figure.one("img")
    assert (image.attributes["alt"], image.language) == (alternative, spoken)
    caption = figure.one("figcaption")
    assert caption.one("span").words == "Slottet, strax efter klockan nio."
    assert caption.one("span").language == "sv"
    assert caption.text.endswith({"sv": "Bild: Anna Ek", "en": "Picture: Anna Ek"}[language])
    # Upright, as the camera meant it.
    assert int(image.attributes["height"]) > int(image.attributes["width"])


def test_other_sites_show_the_picture_of_the_page(corner_site: BuiltSite) -> None:
    for path in PROJECT.values():
        page = corner_site.page(path)
        [address] = page.meta("og:image")
        assert address == corner_site.whole(pictures(page)[0].attributes["src"])
        assert address.endswith(".jpg")
    [own] = corner_site.page("/").meta("og:image")
    assert own.endswith("/assets/sharing.png")


def test_a_decoration_says_nothing(corner_site: BuiltSite) -> None:
    [figure] = corner_site.page("/berattelser/platsen/").main.of_class("lead-picture")
    assert figure.one("img").attributes["alt"] == ""
    assert list(figure.all("figcaption")) == []


def test_a_title_in_the_text_is_a_caption(corner_site: BuiltSite) -> None:
    for language, said in (
        ("sv", "Huset vid torget & ån"),
        ("en", "The house by the square & the river"),
    ):
        [figure] = corner_site.page(PROJECT[language]).main.of_class("picture")
        assert figure.one("figcaption").words == said
        assert figure.one("img").attributes["alt"] != said


def test_a_link_to_a_picture_leads_to_a_file_that_is_there(corner_site: BuiltSite) -> None:
    page = corner_site.page(PROJECT["sv"])
    [link] = [a for a in page.main.all("a") if a.words == "Huset som bild"]
    assert size(corner_site, link.attributes["href"])[0] == 960
