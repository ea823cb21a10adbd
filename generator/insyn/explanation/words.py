"""The wording of problems with the words of a text: what makes it hard to take in."""

from __future__ import annotations

from insyn.explanation.kinds import Kind, advice, error, warning

KINDS: dict[str, Kind] = {
    "image-alt-file-name": error(
        (
            "Bildens alternativtext är ”{text}”. Det säger inget om vad bilden visar.",
            "Skriv vad bilden visar, som du skulle berätta det i telefon.",
        ),
        (
            "The picture's alternative text is “{text}”. That tells nothing of what it shows.",
            "Write what the picture shows, as you would tell it over the phone.",
        ),
    ),
    "image-alt-begins": warning(
        (
            "Alternativtexten börjar med ”{text}”. Skärmläsaren säger redan att det är en bild.",
            "Börja med det som bilden visar: {mended}",
        ),
        (
            "The alternative text begins with “{text}”. "
            "The screen reader says already that it is a picture.",
            "Begin with what the picture shows: {mended}",
        ),
    ),
    "image-alt-long": warning(
        (
            "Alternativtexten har {length} tecken. Den läses upp utan paus, "
            "och den som lyssnar kan inte bläddra i den.",
            "Skriv det viktigaste med högst {most} tecken. Resten får plats i texten.",
        ),
        (
            "The alternative text has {length} characters. It is read out without a pause, "
            "and whoever listens cannot go back within it.",
            "Say what matters most in at most {most} characters. The text has room for the rest.",
        ),
    ),
    "image-alt-caption": warning(
        (
            "Alternativtexten är densamma som bildtexten. Den som lyssnar hör den två gånger.",
            "Låt bildtexten stå. Skriv i alternativtexten vad bilden visar.",
        ),
        (
            "The alternative text is the same as the caption. Whoever listens hears it twice.",
            "Keep the caption. In the alternative text, write what the picture shows.",
        ),
    ),
    "picture-of-text": advice(
        (
            "Bilden {file} är kanske text som bild ({word}). Sådan text går inte att läsa upp, "
            "söka i eller förstora utan att bli suddig.",
            "Skriv texten på sidan i stället. Står allt redan där kan bilden vara kvar.",
        ),
        (
            "The picture {file} may be text saved as a picture ({word}). Such text cannot be read "
            "out, searched or enlarged without getting blurred.",
            "Write the text on the page instead. If all of it is there already, keep the picture.",
        ),
    ),
    "heading-missing": advice(
        (
            "Här kommer {count} ord utan någon rubrik.",
            "Sätt in en rubrik, till exempel ## Så arbetar projektet. "
            "Med en minst var {most}:e ord hittar den som letar efter något i texten.",
        ),
        (
            "Here come {count} words without a heading.",
            "Put in a heading, such as ## How the project works. With one at least every {most} "
            "words, whoever looks for something in the text finds it.",
        ),
    ),
    "heading-twice": warning(
        (
            "Rubriken ”{text}” finns redan på rad {line}, under samma rubrik.",
            "Låt rubrikerna säga vad som skiljer styckena åt. "
            "Den som hoppar mellan rubriker hör bara dem.",
        ),
        (
            "The heading “{text}” is already on line {line}, below the same heading.",
            "Let the headings say what tells the parts from each other. "
            "Whoever jumps from heading to heading hears nothing else.",
        ),
    ),
    "link-text-vague": error(
        (
            "Länktexten ”{text}” säger inte vart länken leder. "
            "Den som hoppar mellan länkar hör bara den.",
            "Skriv sidans namn som länktext, till exempel [Rapporten om Vivalla]({target})",
        ),
        (
            "The link text “{text}” does not say where the link leads. "
            "Whoever jumps from link to link hears nothing else.",
            "Use the name of the page as link text, such as [The report on Vivalla]({target})",
        ),
    ),
    "link-text-address": warning(
        (
            "Länktexten är en lång adress: {text}. En skärmläsare läser upp varje tecken.",
            "Skriv vad som finns där som länktext. Räcker webbplatsens namn skriver du {host}.",
        ),
        (
            "The link text is a long address: {text}. A screen reader reads out every sign.",
            "Let the link text say what is there. If the site's name is enough, write {host}.",
        ),
    ),
    "address-bare": warning(
        (
            "Adressen {address} står i texten, men blir ingen länk.",
            "Skriv en länk som säger vad som finns där: [Projektets webbplats]({target})",
        ),
        (
            "The address {address} stands in the text, but does not become a link.",
            "Write a link that says what is there: [The project's website]({target})",
        ),
    ),
    "section-empty": warning(
        (
            "Under rubriken ”{text}” står ingenting.",
            "Skriv något under rubriken, eller ta bort den.",
        ),
        (
            "Nothing stands below the heading “{text}”.",
            "Write something below the heading, or delete it.",
        ),
    ),
    "link-text-twice": error(
        (
            "Länktexten ”{text}” leder till {target}, men på rad {line} till {other}.",
            "Skriv vad som skiljer länkarna åt. Samma länktext ska leda till samma sida.",
        ),
        (
            "The link text “{text}” leads to {target}, but on line {line} to {other}.",
            "Say what tells the links apart. The same link text leads to the same page.",
        ),
    ),
    "film-without-captions": error(
        (
            "Det sägs inte om filmen ”{text}” har undertexter. "
            "Den som inte hör får då inte veta vad som sägs.",
            "Lägg en fil med undertexter bredvid filmen, med samma namn och ändelsen .vtt. "
            "Eller länka till en textversion i samma stycke.",
        ),
        (
            "Nothing says that the film “{text}” has captions. "
            "Whoever cannot hear then misses what is said.",
            "Put a file of captions beside the film, with the same name and the ending .vtt. "
            "Or link to a text version in the same paragraph.",
        ),
    ),
    "film-without-captions-elsewhere": warning(
        (
            "Det sägs inte om filmen ”{text}” har undertexter eller en textversion.",
            "Har den undertexter skriver du det, till exempel [{said}, med undertexter]({target}). "
            "Annars länkar du till en textversion i samma stycke.",
        ),
        (
            "Nothing says that the film “{text}” has captions or a text version.",
            "If it has captions, say so, such as [{said}, with captions]({target}). "
            "Else link to a text version in the same paragraph.",
        ),
    ),
    "sound-without-text": error(
        (
            "Det sägs inte om ljudet ”{text}” finns som text. "
            "Den som inte hör får då inte veta vad som sägs.",
            "Lägg en textfil bredvid ljudet, med samma namn och ändelsen .txt. "
            "Eller länka till en textversion i samma stycke.",
        ),
        (
            "Nothing says that the sound “{text}” is there as text too. "
            "Whoever cannot hear then misses what is said.",
            "Put a text file beside the sound, with the same name and the ending .txt. "
            "Or link to a text version in the same paragraph.",
        ),
    ),
    "sound-without-text-elsewhere": warning(
        (
            "Det sägs inte om ljudet ”{text}” finns som text.",
            "Länka till en textversion i samma stycke, eller skriv själv det viktigaste.",
        ),
        (
            "Nothing says that the sound “{text}” is there as text too.",
            "Link to a text version in the same paragraph, or write the main points yourself.",
        ),
    ),
    "table-header-missing": error(
        (
            "Tabellens första rad är tom. Då säger inget vad kolumnerna innehåller.",
            "Skriv på första raden vad som står i varje kolumn.",
        ),
        (
            "The first row of the table is empty. So nothing says what the columns hold.",
            "Write in the first row what stands in each column.",
        ),
    ),
    "table-header-empty": warning(
        (
            "Kolumn {column} i tabellen har ingen rubrik.",
            "Skriv på tabellens första rad vad som står i kolumnen.",
        ),
        (
            "Column {column} of the table has no heading.",
            "Write in the first row of the table what stands in the column.",
        ),
    ),
    "table-rule-missing": error(
        (
            "Raderna ser ut att vara en tabell, men under den första raden saknas ett streck. "
            "Då visas de som vanlig text.",
            "Skriv kolumnernas rubriker på första raden och det här på raden under: {mended}",
        ),
        (
            "The lines look like a table, but there is no rule below the first one. "
            "So they are shown as ordinary text.",
            "Write the headings of the columns on the first line and this on the next: {mended}",
        ),
    ),
    "capitals": warning(
        (
            "”{text}” är skrivet med bara stora bokstäver. Det är svårt att läsa, "
            "och en skärmläsare kan stava det bokstav för bokstav.",
            "Skriv med små bokstäver. Är något viktigt gör du det fetstilt: **viktigt**",
        ),
        (
            "“{text}” is in capitals only. That is hard to read, "
            "and a screen reader may spell it letter by letter.",
            "Write it in small letters. If something is important, make it bold: **important**",
        ),
    ),
    "bold-heading": warning(
        (
            "Raden ”{text}” ser ut som en rubrik, men är det bara för ögat.",
            "Börja raden med nummertecken i stället, till exempel ### {text}",
        ),
        (
            "The line “{text}” looks like a heading, but only to the eye.",
            "Begin the line with number signs instead, such as ### {text}",
        ),
    ),
    "language-unmarked": warning(
        (
            "”{text}” ser ut att vara på {name}, men det är inte märkt. "
            "En skärmläsare läser det då med fel uttal.",
            "Sätt hakparenteser runt och skriv språket efter: [texten]{{lang={language}}}. "
            "Ett helt stycke märker du på raden under: {{lang={language}}}",
        ),
        (
            "“{text}” seems to be in {name}, but is not marked. "
            "A screen reader then pronounces it wrongly.",
            "Put brackets around it and the language behind: [the text]{{lang={language}}}. "
            "Mark a whole paragraph on the line below: {{lang={language}}}",
        ),
    ),
    "language-of-field": warning(
        (
            "Fältet {field} ser ut att vara på {name}, men filen är på ett annat språk.",
            "Skriv det på filens språk. Filens namn säger vilket det är.",
        ),
        (
            "The field {field} seems to be in {name}, but the file is in another language.",
            "Write it in the language of the file. The file's name says which one that is.",
        ),
    ),
    "abbreviation-unexplained": advice(
        (
            "Förkortningen ”{text}” förklaras inte.",
            "Skriv ut den första gången: Statistiska centralbyrån (SCB). "
            "Eller förklara den i glossary.yaml. Är det namnet på en organisation "
            "räcker det att den har ett kort. Andra namn kan stå kvar: det här är bara ett råd.",
        ),
        (
            "The abbreviation “{text}” is not explained.",
            "Spell it out the first time: Statistics Sweden (SCB). Or explain it in glossary.yaml. "
            "If it is the name of an organisation, a card of its own is enough. "
            "Other names may stay: this is only advice.",
        ),
    ),
    "abbreviation-of-words": advice(
        (
            "”{text}” är en förkortning av vanliga ord.",
            "Skriv ut den: {mended}",
        ),
        (
            "“{text}” is short for common words.",
            "Write them out: {mended}",
        ),
    ),
}
