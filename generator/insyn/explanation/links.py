"""The wording of problems with links and pictures in a text."""

from __future__ import annotations

from insyn.explanation.kinds import Kind, error, warning

KINDS: dict[str, Kind] = {
    "image-missing": error(
        (
            "Bilden ”{target}” finns inte.",
            "Lägg bilden i content/images och skriv till exempel ../images/bild.jpg.",
        ),
        (
            "There is no picture “{target}”.",
            "Put the picture into content/images and write, for example, ../images/picture.jpg.",
        ),
    ),
    "picture-missing": error(
        (
            "Bilden ”{value}” finns inte.",
            "Lägg bilden i content/images och skriv till exempel file: images/bild.jpg",
        ),
        (
            "There is no picture “{value}”.",
            "Put the picture into content/images and write, for example, file: images/picture.jpg",
        ),
    ),
    "picture-alt-missing": error(
        (
            "Bilden {value} saknar alternativtext. Den som inte ser bilden får inget veta.",
            "Lägg till alt: och vad bilden visar. "
            "Är bilden bara utsmyckning skriver du decorative: ja.",
        ),
        (
            "The picture {value} has no alternative text. Whoever cannot see it learns nothing.",
            "Add alt: and what it shows. If the picture is decoration only, write decorative: yes.",
        ),
    ),
    "picture-alt-and-decorative": error(
        (
            "Bilden har en alternativtext, men sägs också vara bara utsmyckning.",
            "Ta bort decorative om bilden säger något, annars alt.",
        ),
        (
            "The picture has an alternative text, but is said to be decoration only as well.",
            "Delete decorative if the picture tells something, else delete alt.",
        ),
    ),
    "picture-unreadable": error(
        (
            "Bilden går inte att läsa. Filen är trasig eller är ingen bild.",
            "Öppna bilden i ett bildprogram och spara den igen som JPEG eller PNG.",
        ),
        (
            "The picture cannot be read. The file is broken or is no picture.",
            "Open it in an image program and save it again as JPEG or PNG.",
        ),
    ),
    "picture-format": error(
        (
            "Bilder av slaget {format} går inte att visa på en webbsida.",
            "Öppna bilden i ett bildprogram och spara den som JPEG eller PNG.",
        ),
        (
            "Pictures of the kind {format} cannot be shown on a web page.",
            "Open it in an image program and save it as JPEG or PNG.",
        ),
    ),
    "picture-wrong-ending": error(
        (
            "Filens namn säger en sak och innehållet en annan: bilden är av slaget {format}.",
            "Byt ändelsen till {proper}, också där bilden används.",
        ),
        (
            "The file's name says one thing and its content another: "
            "the picture is of the kind {format}.",
            "Change the ending to {proper}, also where the picture is used.",
        ),
    ),
    "picture-animated": error(
        (
            "Bilden rör sig. Det stör den som läser, och den går inte att stanna.",
            "Spara en av bilderna i den som en vanlig bild.",
        ),
        (
            "The picture moves. That disturbs whoever reads, and nobody can stop it.",
            "Save one of the pictures in it as an ordinary picture.",
        ),
    ),
    "picture-too-large": error(
        (
            "Bilden är för stor: {size}. Gränsen är 40 MB och 60 miljoner bildpunkter.",
            "Gör bilden mindre i ett bildprogram. 2000 bildpunkter på bredden räcker.",
        ),
        (
            "The picture is too large: {size}. The limit is 40 MB and 60 million pixels.",
            "Make it smaller in an image program. 2,000 pixels across are enough.",
        ),
    ),
    "picture-svg-active": error(
        (
            "Bilden innehåller ”{what}”. En SVG-bild får bara rita, inte köra program, "
            "röra sig eller hämta något.",
            "Spara bilden som PNG, eller som enkel SVG utan länkar, skript och bilder inuti.",
        ),
        (
            "The picture contains “{what}”. An SVG may only draw, not run, move or fetch anything.",
            "Save it as PNG, or as plain SVG without links, scripts and pictures in it.",
        ),
    ),
    "picture-tells": warning(
        (
            "Bilden läggs ut som den är, med det som kameran har sparat i filen, "
            "till exempel plats, tid och namn.",
            "Ta bort uppgifterna i ett bildprogram. Eller lägg bilden i content/images: då tar "
            "Insyn bort dem.",
        ),
        (
            "The picture is published as it is, with what the camera has kept in the file, "
            "such as place, time and name.",
            "Remove the details in an image program. Or put the picture in content/images: there "
            "Insyn removes them.",
        ),
    ),
    "picture-svg-size": error(
        (
            "SVG-bilden säger inte hur stor den är.",
            "Lägg till width och height, eller viewBox, i bildens första rad. "
            "Eller spara den som PNG.",
        ),
        (
            "The SVG does not say how large it is.",
            "Add width and height, or viewBox, to its first line. Or save it as PNG.",
        ),
    ),
    "image-elsewhere": error(
        (
            "Bilden hämtas från en annan webbplats: {target}",
            "Spara bilden i content/images. Då lämnar läsaren inga spår hos andra.",
        ),
        (
            "The picture is fetched from another site: {target}",
            "Save it in content/images. Then the reader leaves no traces with others.",
        ),
    ),
}
