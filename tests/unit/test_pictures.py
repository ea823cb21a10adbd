"""Pictures: what is made of them, what is left out, and that no file can do harm."""

from __future__ import annotations

import io
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageDraw

from insyn.pictures import (
    WIDTHS,
    Pictures,
    Version,
    content_of,
    default_cache,
    forget_others,
    is_picture,
    made,
    read_pictures,
)
from insyn.problem import Problem

RED, PINE = (220, 20, 20), (10, 82, 56)
SVG = '<svg xmlns="http://www.w3.org/2000/svg" {}>{}</svg>'


def photo(width: int, height: int, **saved: object) -> bytes:
    """A JPEG of one colour with a red corner at the top left, as the file has it."""
    image = Image.new("RGB", (width, height), PINE)
    ImageDraw.Draw(image).rectangle((0, 0, width // 4, height // 4), fill=RED)
    out = io.BytesIO()
    image.save(out, "JPEG", quality=95, **saved)
    return out.getvalue()


def with_place() -> Image.Exif:
    """What a phone tells of a picture taken upright: a turn, and where it was."""
    told = Image.Exif()
    told[0x0112], told[0x010F] = 6, "Kameran"
    place = told.get_ifd(0x8825)
    place[1], place[2] = "N", (59.0, 16.0, 30.0)
    return told


Reader = Callable[..., Pictures]


@pytest.fixture
def read(tmp_path: Path) -> Reader:
    """Lays files in a folder of pictures and looks at them."""

    def look(**files: bytes) -> Pictures:
        media: dict[str, Path] = {}
        for name, content in files.items():
            file = tmp_path / name.replace("__", ".")
            file.write_bytes(content)
            media[f"images/{file.name}"] = file
        return read_pictures(media)

    return look


def codes(problems: tuple[Problem, ...]) -> list[str]:
    return [problem.code for problem in problems]


def opened(version: Version, cache: Path) -> Image.Image:
    image = Image.open(io.BytesIO(content_of(version, cache)))
    image.load()
    return image


# --- which versions there are ---


@pytest.mark.parametrize(
    ("width", "modern", "fallback"),
    [
        (4000, [480, 960, 1440], 960),
        (1440, [480, 960, 1440], 960),
        (1000, [480, 960, 1000], 960),
        (700, [480, 700], 700),
        (40, [40], 40),
    ],
)
def test_no_picture_is_made_wider_than_it_is(
    read: Reader, width: int, modern: list[int], fallback: int
) -> None:
    pictures = read(a__jpg=photo(width, width // 2))
    picture = pictures.known["images/a.jpg"]
    assert [version.width for version in picture.modern] == modern
    assert [version.height for version in picture.modern] == [each // 2 for each in modern]
    assert (picture.fallback.width, picture.fallback.height) == (fallback, fallback // 2)
    assert max(modern) <= max(WIDTHS)
    assert len(pictures.versions) == len(modern) + 1


def test_names_are_plain_and_change_with_the_content(tmp_path: Path) -> None:
    file = tmp_path / "Bageriet & ån (1).jpg"
    names: list[str] = []
    for width in (60, 61):
        file.write_bytes(photo(width, 40))
        pictures = read_pictures({"images/Bageriet & ån (1).jpg": file})
        names += pictures.versions
    assert all(name.startswith("media/pictures/bageriet-an-1-6") for name in names)
    assert all(name.isascii() and " " not in name for name in names)
    assert len(set(names)) == len(names) == 4


def test_only_what_pages_name_is_used(read: Reader) -> None:
    from insyn.files import File

    pictures = read(a__jpg=photo(600, 300), b__jpg=photo(601, 300))
    one = pictures.known["images/a.jpg"].fallback.path
    page = File("index.html", f'<img src="/sub/{one}"> media/pictures/none.jpg'.encode())
    assert [version.path for version in pictures.used_in([page])] == [one]


# --- what is made ---


def test_a_picture_stands_upright_and_tells_nothing_of_its_place(
    read: Reader, tmp_path: Path
) -> None:
    content = photo(800, 400, exif=with_place(), comment="Hemma hos Kameran")
    assert b"Kameran" in content  # else this test shows nothing
    pictures = read(a__jpg=content)
    picture = pictures.known["images/a.jpg"]
    assert (picture.width, picture.height) == (400, 800)
    for version in pictures.versions.values():
        image = opened(version, tmp_path / "cache")
        assert image.size == (version.width, version.height) == (400, 800)
        # Turned clockwise, the corner at the top left is at the top right.
        red, _, blue = image.convert("RGB").getpixel((395, 5))  # type: ignore[misc]
        assert red > 180
        assert blue < 90
        assert not image.getexif()
        assert not {"exif", "xmp", "comment", "icc_profile"} & image.info.keys()
        assert b"Kameran" not in content_of(version, tmp_path / "cache")


def test_what_can_be_seen_through_stays_so(read: Reader, tmp_path: Path) -> None:
    drawing = Image.new("RGBA", (100, 60), (0, 0, 0, 0))
    ImageDraw.Draw(drawing).rectangle((20, 20, 80, 50), fill=(*PINE, 255))
    out = io.BytesIO()
    drawing.save(out, "PNG")
    pictures = read(a__png=out.getvalue())
    assert pictures.known["images/a.png"].fallback.path.endswith(".png")
    for version in pictures.versions.values():
        image = opened(version, tmp_path / "cache").convert("RGBA")
        assert image.getpixel((5, 5))[3] < 10  # type: ignore[index]
        assert image.getpixel((50, 35))[3] > 245  # type: ignore[index]


@pytest.mark.parametrize(
    ("mode", "kind"),
    [("CMYK", "JPEG"), ("L", "JPEG"), ("I;16", "PNG"), ("P", "GIF"), ("1", "PNG"), ("LA", "PNG")],
)
def test_pictures_of_every_colour_mode_are_shown(
    read: Reader, tmp_path: Path, mode: str, kind: str
) -> None:
    out = io.BytesIO()
    Image.new(mode, (50, 30), 0 if mode == "I;16" else None).save(out, kind)
    ending = {"JPEG": "jpg", "PNG": "png", "GIF": "gif"}[kind]
    pictures = read(**{f"a__{ending}": out.getvalue()})
    assert pictures.problems == ()
    for version in pictures.versions.values():
        assert opened(version, tmp_path / "cache").size == (50, 30)


def test_grey_of_sixteen_bits_keeps_its_shades(read: Reader, tmp_path: Path) -> None:
    grey = Image.new("I;16", (50, 30), 0x8000)
    out = io.BytesIO()
    grey.save(out, "PNG")
    [version] = [v for v in read(a__png=out.getvalue()).versions.values() if v.format == "PNG"]
    shade = opened(version, tmp_path / "cache").convert("L").getpixel((25, 15))
    assert isinstance(shade, int | float)
    assert 120 <= shade <= 135


def test_the_same_picture_gives_the_same_bytes(read: Reader, tmp_path: Path) -> None:
    versions = read(a__jpg=photo(1000, 700)).versions.values()
    one, other = tmp_path / "one", tmp_path / "other"
    assert [content_of(v, one) for v in versions] == [content_of(v, other) for v in versions]


def test_what_is_made_once_is_kept(read: Reader, tmp_path: Path) -> None:
    [version, *_] = read(a__jpg=photo(60, 40)).versions.values()
    cache = tmp_path / "cache"
    content = content_of(version, cache)
    [kept] = cache.iterdir()
    assert kept.read_bytes() == content
    kept.write_bytes(b"from the cache")
    assert content_of(version, cache) == b"from the cache"
    shutil.rmtree(cache)
    assert content_of(version, cache) == content


def test_the_site_is_made_without_a_cache_as_well(read: Reader, tmp_path: Path) -> None:
    versions = tuple(read(a__jpg=photo(60, 40)).versions.values())
    (tmp_path / "taken").write_text("no folder")
    with made(versions, tmp_path / "taken" / "cache") as files:
        assert [path for path, _ in files] == sorted(version.path for version in versions)
        assert all(file.read_bytes() for _, file in files)
    assert not any(file.exists() for _, file in files)


def test_what_is_no_longer_used_leaves_the_cache_and_nothing_else_does(
    read: Reader, tmp_path: Path
) -> None:
    cache = tmp_path / "cache"
    old = tuple(read(**{"gammal.jpg": photo(50, 30)}).versions.values())
    new = tuple(read(**{"ny.jpg": photo(40, 30)}).versions.values())
    with made((*old, *new), cache):
        pass
    (cache / "anteckning.txt").write_text("inte vår")
    forget_others(new, cache)
    assert {file.name for file in cache.iterdir()} == {
        "anteckning.txt",
        *(Path(version.path).name for version in new),
    }
    forget_others(new, tmp_path / "none")


@pytest.mark.parametrize(
    ("tags", "told"),
    [
        ({}, False),
        ({0x0112: 6}, False),  # turned
        ({0x010F: "Kameran"}, True),
        ({0x013B: "Fotografen"}, True),
        ({0x0132: "2009:01-01 12:00:00"}, True),
    ],
)
def test_a_picture_that_is_published_as_it_is_must_not_tell_more_than_it_shows(
    tmp_path: Path,
    tags: dict[int, object],
    told: bool,  # noqa: FBT001
) -> None:
    exif = Image.Exif()
    for tag, value in tags.items():
        exif[tag] = value
    file = tmp_path / "foto.jpg"
    Image.new("RGB", (40, 30)).save(file, "JPEG", exif=exif)
    in_documents = read_pictures({"documents/foto.jpg": file}).problems
    assert codes(in_documents) == (["picture-tells"] if told else [])
    assert read_pictures({"images/foto.jpg": file}).problems == ()


def test_the_cache_lies_beside_the_content_and_only_where_there_are_pictures(
    tmp_path: Path,
) -> None:
    assert default_cache(tmp_path / "site") == tmp_path / "site" / ".cache" / "pictures"
    with made((), tmp_path / "cache") as files:
        assert files == ()
    assert not (tmp_path / "cache").exists()


# --- what can't be shown: tests/invalid/picture-* has the words ---


@pytest.mark.parametrize("kept", range(0, 1400, 100))
def test_a_file_that_is_cut_off_is_told_of(read: Reader, kept: int) -> None:
    whole = photo(200, 150)
    assert kept < len(whole) - 2
    assert codes(read(a__jpg=whole[:kept]).problems) == ["picture-unreadable"]


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=300), st.sampled_from(["jpg", "png", "gif", "webp", "avif", "svg"]))
def test_no_file_breaks_the_program(
    tmp_path_factory: pytest.TempPathFactory, junk: bytes, ending: str
) -> None:
    starts = {
        "jpg": b"\xff\xd8\xff",
        "png": b"\x89PNG\r\n\x1a\n",
        "gif": b"GIF89a",
        "svg": b"<svg ",
    }
    file = tmp_path_factory.mktemp("junk") / f"a.{ending}"
    file.write_bytes(starts.get(ending, b"") + junk)
    pictures = read_pictures({f"images/a.{ending}": file})
    assert len(pictures.problems) + len(pictures.known) == 1


def test_a_picture_that_is_gone_is_told_of(tmp_path: Path) -> None:
    assert codes(read_pictures({"images/a.jpg": tmp_path / "a.jpg"}).problems) == [
        "picture-unreadable"
    ]


def test_a_file_of_more_than_forty_megabytes_is_not_read(tmp_path: Path) -> None:
    file = tmp_path / "a.jpg"
    with file.open("wb") as opened_file:
        opened_file.truncate(40_000_001)
    [problem] = read_pictures({"images/a.jpg": file}).problems
    assert (problem.code, dict(problem.values)["size"]) == ("picture-too-large", "40 MB")


def test_a_phone_s_second_picture_is_no_animation(read: Reader) -> None:
    first, second = Image.new("RGB", (60, 40), PINE), Image.new("RGB", (60, 40), RED)
    out = io.BytesIO()
    first.save(out, "MPO", save_all=True, append_images=[second])
    pictures = read(a__jpg=out.getvalue())
    assert pictures.problems == ()
    assert pictures.known["images/a.jpg"].fallback.path.endswith(".jpg")


def test_pictures_among_the_documents_are_documents(tmp_path: Path) -> None:
    file = tmp_path / "karta.tif"
    file.write_bytes(b"II*\0")
    assert read_pictures({"documents/karta.tif": file}).problems == ()
    assert is_picture("documents/karta.tif")
    assert not is_picture("documents/karta.pdf")


# --- drawings ---


@pytest.mark.parametrize(
    "drawing",
    [
        SVG.format('width="120" height="80.4px"', '<path d="M0 0h9z"/>'),
        SVG.format('viewBox="0 0 120 80"', '<defs><g id="a"/></defs><use href="#a"/>'),
        SVG.format('viewBox="0,0,120,80"', "<style>rect { fill: url(#a) }</style><rect/>"),
        (
            '<?xml version="1.0" encoding="UTF-8"?><!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" '
            '"http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">'
            + SVG.format('viewBox="0 0 120 80"', "<title>Karta: å</title>")
        ),
        (
            '<svg xmlns="http://www.w3.org/2000/svg" xmlns:i="http://www.inkscape.org/ns" '
            'viewBox="0 0 120 80" i:version="1"><i:view i:zoom="2"/></svg>'
        ),
    ],
)  # fmt: skip
def test_a_drawing_that_only_draws_is_shown_as_it_is(
    read: Reader, tmp_path: Path, drawing: str
) -> None:
    pictures = read(a__svg=drawing.encode())
    assert pictures.problems == ()
    picture = pictures.known["images/a.svg"]
    assert (picture.width, picture.height, picture.modern) == (120, 80, ())
    [version] = pictures.versions.values()
    assert content_of(version, tmp_path / "cache") == drawing.encode()


@pytest.mark.parametrize(
    "inside",
    [
        "<script/>",
        "<a href='https://example.com/'><path/></a>",
        "<animate attributeName='x'/>",
        "<image href='data:image/png;base64,AAAA'/>",
        "<rect style='fill: url(//example.com/a)'/>",
        "<rect style='fill: u\\72l(//example.com/a)'/>",
        "<style>@im<!-- -->port 'https://example.com/';</style>",
        "<style>a { fill: URL( 'https://example.com/' ) }</style>",
        "<g ONCLICK='a()'/>",
        "<use xmlns:x='http://www.w3.org/1999/xlink' x:href='https://example.com/#a'/>",
        "<script xmlns='http://www.w3.org/1999/xhtml'/>",
        "<script xmlns=''/>",
        "<?xml-stylesheet href='https://example.com/'?>",
    ],
)
def test_a_drawing_that_does_more_is_refused(read: Reader, inside: str) -> None:
    pictures = read(a__svg=SVG.format('viewBox="0 0 9 9"', inside).encode())
    assert codes(pictures.problems) == ["picture-svg-active"]


@pytest.mark.parametrize("size", ["", 'width="0" height="9"', 'viewBox="0 0 x 9"', 'width="9"'])
def test_a_drawing_must_say_how_large_it_is(read: Reader, size: str) -> None:
    assert codes(read(a__svg=SVG.format(size, "").encode()).problems) == ["picture-svg-size"]
