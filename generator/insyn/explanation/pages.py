"""The wording of problems with the finished pages."""

from __future__ import annotations

from insyn.explanation.kinds import Kind, error, warning

KINDS: dict[str, Kind] = {
    "link-broken": error(
        (
            "Länken ”{target}” leder ingenstans.",
            "Rätta adressen. Till ett annat kort skriver du filens namn, "
            "till exempel ../projects/egenmakt-trelleborg.md",
        ),
        (
            "The link “{target}” leads nowhere.",
            "Correct the address. For another card write the file's name, "
            "such as ../projects/egenmakt-trelleborg.md",
        ),
    ),
    "anchor-broken": error(
        (
            "Länken ”{target}” leder till en rubrik som inte finns på sidan.",
            "Rätta det som står efter #. Det är rubriken med små bokstäver och "
            "bindestreck mellan orden.",
        ),
        (
            "The link “{target}” leads to a heading that is not on the page.",
            "Correct what stands after #. It is the heading in small letters with hyphens "
            "between the words.",
        ),
    ),
    "page-id-twice": error(
        (
            "Sidan har två delar med samma id, ”{id}”.",
            "Ändra ett av dem i mallen under content/overrides.",
        ),
        (
            "The page has two parts with the same id, “{id}”.",
            "Change one of them in the template in content/overrides.",
        ),
    ),
    "page-id-missing": error(
        (
            "{attribute} hänvisar till id ”{id}”, som inte finns på sidan.",
            "Det är ett fel i mallen. Rätta hänvisningen i content/overrides eller i temat.",
        ),
        (
            "{attribute} refers to the id “{id}”, which is not on the page.",
            "The mistake is in a template. Mend the reference in content/overrides or the theme.",
        ),
    ),
    "page-main-heading": error(
        (
            "Sidan ska ha en huvudrubrik (h1), men har {count}.",
            "Rätta mallen under content/overrides.",
        ),
        (
            "A page has one main heading (h1), but this one has {count}.",
            "Correct the template in content/overrides.",
        ),
    ),
    "page-heading-skipped": error(
        (
            "Efter en rubrik på nivå {above} kommer en på nivå {below}.",
            "Rätta mallen under content/overrides. Hoppa inte över någon nivå.",
        ),
        (
            "A heading of level {above} is followed by one of level {below}.",
            "Correct the template in content/overrides. Skip no level.",
        ),
    ),
    "page-language-missing": error(
        (
            "Sidan säger inte vilket språk den är på.",
            "Skriv lang på elementet html i mallen under content/overrides.",
        ),
        (
            "The page does not say which language it is in.",
            "Put lang on the element html in the template in content/overrides.",
        ),
    ),
    "page-image-alt": error(
        (
            "Bilden ”{source}” saknar alternativ text.",
            "Skriv alt på bilden i mallen under content/overrides. "
            'Är bilden bara till prydnad: alt="".',
        ),
        (
            "The picture “{source}” has no alternative text.",
            "Put alt on the picture in the template in content/overrides. "
            'If it only decorates: alt="".',
        ),
    ),
    "page-inline": error(
        (
            "Sidan har skript eller stil mitt i sidan ({what}). Det stoppas av säkerhetsregeln.",
            "Flytta det till en fil i content/overrides/assets.",
        ),
        (
            "The page has script or style within itself ({what}). The security policy stops it.",
            "Move it to a file in content/overrides/assets.",
        ),
    ),
    "page-third-party": error(
        (
            "Sidan hämtar något från en annan webbplats: {target}",
            "Spara filen i content/overrides/assets i stället. "
            "Då lämnar läsaren inga spår hos andra.",
        ),
        (
            "The page fetches something from another site: {target}",
            "Keep the file in content/overrides/assets instead. "
            "Then the reader leaves no traces with others.",
        ),
    ),
    "page-title-missing": error(
        (
            "Sidan har ingen titel. Den är det första som en skärmläsare säger.",
            "Låt mallen skriva elementet title, som i temats layouts/base.html.",
        ),
        (
            "The page has no title. It is the first thing that a screen reader says.",
            "Let the template write the element title, as the theme's layouts/base.html does.",
        ),
    ),
    "page-main": error(
        (
            "Sidan ska ha ett huvudinnehåll (main), men har {count}.",
            "Lägg det som är sidans eget i ett enda element main, som i temats layouts/base.html.",
        ),
        (
            "A page has one main part (main), but this one has {count}.",
            "Put what is the page's own into a single element main, "
            "as the theme's layouts/base.html does.",
        ),
    ),
    "page-landmark": error(
        (
            "Sidan ska ha {what} ({element}) utanför main, men har {count}.",
            "Lägg det i mallen, som i temats layouts/base.html. "
            "Skärmläsare hoppar mellan sidans delar.",
        ),
        (
            "A page has {what} ({element}) outside main, but this one has {count}.",
            "Put it into the template, as the theme's layouts/base.html does. "
            "Screen readers jump from part to part.",
        ),
    ),
    "page-navigation-missing": error(
        (
            "Sidan har ingen meny (nav).",
            "Lägg menyn i elementet nav, som i temats layouts/base.html.",
        ),
        (
            "The page has no menu (nav).",
            "Put the menu into the element nav, as the theme's layouts/base.html does.",
        ),
    ),
    "page-navigation-name": error(
        (
            "Sidan har flera menyer (nav) som inte går att skilja åt.",
            "Ge var och en ett eget namn med aria-label.",
        ),
        (
            "The page has several menus (nav) that cannot be told apart.",
            "Give each a name of its own with aria-label.",
        ),
    ),
    "page-skip-link": error(
        (
            "Sidans första länk leder inte till huvudinnehållet. "
            "Den som använder tangentbord måste då gå igenom hela menyn på varje sida.",
            'Skriv först i body: <a class="skip" href="#main_content">, och id="main_content" '
            "på main.",
        ),
        (
            "The first link of the page does not lead to the main part. "
            "Whoever uses a keyboard must then go through the whole menu on every page.",
            'Write first in body: <a class="skip" href="#main_content">, and id="main_content" '
            "on main.",
        ),
    ),
    "page-heading-empty": error(
        (
            "Sidan har en rubrik utan text.",
            "Ge rubriken en text i mallen, eller ta bort den.",
        ),
        (
            "The page has a heading without text.",
            "Give the heading a text in the template, or take it away.",
        ),
    ),
    "page-link-name": error(
        (
            "Länken till {target} har ingen text.",
            "Skriv i mallen vart länken leder. Är den en bild gäller bildens alternativtext.",
        ),
        (
            "The link to {target} has no text.",
            "Write in the template where it leads. "
            "If it is a picture, its alternative text counts.",
        ),
    ),
    "page-link-vague": error(
        (
            "Länktexten ”{text}” på sidan säger inte vart länken leder: {target}",
            "Skriv i mallen vart den leder. Den som hoppar mellan länkar hör bara länktexten.",
        ),
        (
            "The link text “{text}” on the page does not say where the link leads: {target}",
            "Write in the template where it leads. "
            "Whoever jumps from link to link hears nothing else.",
        ),
    ),
    "page-link-twice": warning(
        (
            "På samma sida leder länktexten ”{text}” både till {target} och till {other}.",
            "Skriv vad som skiljer länkarna åt.",
        ),
        (
            "On the same page, the link text “{text}” leads both to {target} and to {other}.",
            "Say what tells the links apart.",
        ),
    ),
    "page-table-header": error(
        (
            "Sidan har en tabell utan rubrikceller (th).",
            "Skriv i mallen kolumnernas rubriker som th med scope.",
        ),
        (
            "The page has a table without header cells (th).",
            "In the template, write the headings of the columns as th with scope.",
        ),
    ),
    "page-language-unknown": error(
        (
            "Elementet {element} säger att dess språk är ”{value}”, som inte finns.",
            "Skriv i mallen språkets kod, till exempel sv eller en.",
        ),
        (
            "The element {element} says that its language is “{value}”, which does not exist.",
            "Write the code of the language in the template, such as sv or en.",
        ),
    ),
    "page-zoom": error(
        (
            "Sidan hindrar läsaren från att förstora ({content}).",
            "Ta bort user-scalable och maximum-scale i mallen.",
        ),
        (
            "The page keeps the reader from enlarging it ({content}).",
            "Take user-scalable and maximum-scale out of the template.",
        ),
    ),
    "page-refresh": error(
        (
            "Sidan byts mot en annan efter en stund ({content}). Alla hinner inte läsa klart.",
            "Ta bort http-equiv=refresh i mallen, eller låt bytet ske genast (0).",
        ),
        (
            "The page is replaced by another after a while ({content}). "
            "Not everybody has read it by then.",
            "Take http-equiv=refresh out of the template, or let it happen at once (0).",
        ),
    ),
}
