"""The sentences for problem codes: what is wrong and how to mend it, in Swedish and English.

This is the only place where the wording stands.  `explain` turns a `Problem` into text for people.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from insyn.problem import Problem


class Severity(StrEnum):
    """How bad it is: an error stops the build, a warning does not, advice is a suggestion."""

    ERROR = "error"
    WARNING = "warning"
    ADVICE = "advice"


@dataclass(frozen=True, slots=True)
class Wording:
    """A problem's sentence (`message`) and its cure (`hint`) in one language.

    Both are `str.format` patterns over the problem's values.  Where a value called `nearest`
    is there and not empty, "Did you mean …?" is put before the hint.
    """

    message: str
    hint: str


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of problem: its severity and its wording by language."""

    severity: Severity
    sv: Wording
    en: Wording


@dataclass(frozen=True, slots=True)
class Explanation:
    """A problem as an editor reads it."""

    severity: Severity
    message: str
    hint: str


def _error(sv: tuple[str, str], en: tuple[str, str]) -> Kind:
    return Kind(Severity.ERROR, Wording(*sv), Wording(*en))


def _warning(sv: tuple[str, str], en: tuple[str, str]) -> Kind:
    return Kind(Severity.WARNING, Wording(*sv), Wording(*en))


KINDS: dict[str, Kind] = {
    # --- the file (source) ---
    "front-matter-missing": _error(
        (
            "Filen saknar ett faktablock.",
            "Börja filen med en rad som bara har tre bindestreck (---). "
            "Skriv fakta under den, och avsluta med en likadan rad.",
        ),
        (
            "The file has no front matter.",
            "Begin the file with a line of three hyphens only (---). "
            "Write the facts below it, and end with another such line.",
        ),
    ),
    "front-matter-fence": _error(
        (
            "Faktablocket ska börja och sluta med en rad som bara har tre bindestreck, "
            "men här står ”{typed}”.",
            "Byt raden mot tre vanliga bindestreck: ---",
        ),
        (
            "The front matter must begin and end with a line of three hyphens only, "
            "but here it says “{typed}”.",
            "Put three ordinary hyphens on the line instead: ---",
        ),
    ),
    "front-matter-unclosed": _error(
        (
            "Faktablocket tar aldrig slut.",
            "Skriv en rad med tre bindestreck (---) här, efter det sista faktat "
            "och före den löpande texten.",
        ),
        (
            "The front matter never ends.",
            "Write a line of three hyphens (---) here, after the last fact and before the text.",
        ),
    ),
    "tab": _error(
        (
            "Raden innehåller ett tabbtecken. Faktablocket kan bara läsas med vanliga blanksteg.",
            "Ta bort tabben och skriv blanksteg i stället, två för varje steg inåt: {mended}",
        ),
        (
            "The line has a tab in it. Front matter can only be read with ordinary spaces.",
            "Delete the tab and type spaces instead, two for each step inwards: {mended}",
        ),
    ),
    "odd-space": _error(
        (
            "Raden innehåller ett osynligt specialblanksteg. Sådana följer ofta med "
            "när man klistrar in text från en webbsida eller från Word.",
            "Ta bort det och skriv ett vanligt blanksteg i stället: {mended}",
        ),
        (
            "The line has an invisible special space in it. Such spaces often come along "
            "when text is pasted from a web page or from Word.",
            "Delete it and type an ordinary space instead: {mended}",
        ),
    ),
    "unquoted-colon": _error(
        (
            "Det står ett kolon inne i texten. Då går det inte att se var fältet slutar.",
            "Sätt raka citattecken runt hela texten: {mended}",
        ),
        (
            "There is a colon within the text, so it cannot be seen where the field ends.",
            "Put straight quotation marks around the whole text: {mended}",
        ),
    ),
    "smart-quote-yaml": _error(
        (
            "Citattecknet {quote} är ett typografiskt tecken. Det skyddar inte kolonet i texten.",
            'Byt till raka citattecken ("): {mended}',
        ),
        (
            "The quotation mark {quote} is a typographic one. "
            "It does not protect the colon in the text.",
            'Use straight quotation marks ("): {mended}',
        ),
    ),
    "colon-without-space": _error(
        (
            "Det saknas ett blanksteg efter kolonet.",
            "Skriv ett vanligt blanksteg mellan kolonet och värdet: {mended}",
        ),
        (
            "There is no space after the colon.",
            "Type an ordinary space between the colon and the value: {mended}",
        ),
    ),
    "colon-missing": _error(
        (
            "Raden ”{typed}” är inget fält, för den saknar kolon.",
            "Skriv fältets namn, ett kolon, ett blanksteg och värdet, till exempel "
            "”phase: Genomförande”. Hör raden ihop med texten ovanför? "
            "Börja den då med två blanksteg.",
        ),
        (
            "The line “{typed}” is no field, since it has no colon.",
            "Write the name of the field, a colon, a space and the value, for example "
            "“phase: Genomförande”. Does the line belong to the text above? "
            "Then begin it with two spaces.",
        ),
    ),
    "indentation": _error(
        (
            "Raden ”{typed}” börjar med fel antal blanksteg ({found}). "
            "Fält som hör ihop ska börja lika långt in.",
            "Låt raden börja med {wanted} blanksteg, som fältet ovanför.",
        ),
        (
            "The line “{typed}” begins with the wrong number of spaces ({found}). "
            "Fields that belong together begin equally far in.",
            "Let the line begin with {wanted} spaces, as the field above does.",
        ),
    ),
    "list-mark": _error(
        (
            "Raden ser ut att höra till en lista, men den börjar inte med bindestreck "
            "och blanksteg.",
            "Börja varje rad i listan med ett vanligt bindestreck och ett blanksteg: {mended}",
        ),
        (
            "The line looks like part of a list, but it does not begin with a hyphen and a space.",
            "Begin every line of the list with an ordinary hyphen and a space: {mended}",
        ),
    ),
    "list-misplaced": _error(
        (
            "Här börjar en lista, men raden ovanför har redan ett värde: ”{above}”.",
            "Låt fältets namn stå ensamt på sin rad med ett kolon efter. "
            "Skriv sedan alla värden under det, med bindestreck och blanksteg framför.",
        ),
        (
            "A list begins here, but the line above already has a value: “{above}”.",
            "Let the name of the field stand alone on its line with a colon after it. "
            "Then write all values below it, each after a hyphen and a space.",
        ),
    ),
    "unclosed-quote": _error(
        (
            "Här börjar ett citattecken, men det avslutas aldrig.",
            "Sätt ett likadant citattecken där texten slutar: {mended}",
        ),
        (
            "A quotation mark begins here, but none ends the text.",
            "Put the same mark where the text ends: {mended}",
        ),
    ),
    "text-after-quote": _error(
        (
            "Värdet börjar med citattecken, men texten fortsätter efter det avslutande tecknet.",
            "Sätt citattecken av den andra sorten runt hela värdet: {mended}",
        ),
        (
            "The value begins with a quotation mark, but text goes on after the closing one.",
            "Put quotation marks of the other sort around the whole value: {mended}",
        ),
    ),
    "unclosed-bracket": _error(
        (
            "Här börjar en parentes som aldrig avslutas.",
            "Avsluta den med {bracket} på samma rad: {mended}",
        ),
        (
            "A bracket begins here that is never closed.",
            "Close it with {bracket} on the same line: {mended}",
        ),
    ),
    "reserved-character": _error(
        (
            "Ett värde får inte börja med tecknet {character}, "
            "eftersom det har en särskild betydelse i faktablocket.",
            "Sätt raka citattecken runt hela värdet: {mended}",
        ),
        (
            "A value cannot begin with the character {character}, "
            "since that means something special in front matter.",
            "Put straight quotation marks around the whole value: {mended}",
        ),
    ),
    "anchor-or-alias": _error(
        (
            "”{typed}” börjar med * eller &. De tecknen betyder en hänvisning i faktablocket, "
            "och hänvisningar används inte här.",
            "Är det vanlig text? Sätt raka citattecken runt den: {mended}",
        ),
        (
            "“{typed}” begins with * or &. In front matter these mean a cross-reference, "
            "and cross-references are not used here.",
            "Is it ordinary text? Put straight quotation marks around it: {mended}",
        ),
    ),
    "merge-key": _error(
        (
            "Fältet << hämtar innehåll från ett annat ställe. Det används inte här.",
            "Ta bort raden och skriv fälten för hand.",
        ),
        (
            "The field << fetches content from somewhere else. It is not used here.",
            "Delete the line and write out the fields.",
        ),
    ),
    "tag": _error(
        (
            "”{typed}” börjar med utropstecken. Det betyder en typ i faktablocket, "
            "och typer används inte här.",
            "Är det vanlig text? Sätt raka citattecken runt den: {mended}",
        ),
        (
            "“{typed}” begins with an exclamation mark. In front matter that means a type, "
            "and types are not used here.",
            "Is it ordinary text? Put straight quotation marks around it: {mended}",
        ),
    ),
    "duplicate-key": _error(
        (
            "Fältet ”{key}” finns redan på rad {first}.",
            "Ta bort det ena. Ska fältet ha flera värden? Skriv dem som en lista under fältet.",
        ),
        (
            "The field “{key}” is already on line {first}.",
            "Delete one of them. Has the field several values? Write them as a list below it.",
        ),
    ),
    "key-unreadable": _error(
        (
            "Här ska det stå ett namn på ett fält, men det går inte att läsa.",
            "Är det vanlig text med [ ] eller {{ }}? Sätt raka citattecken runt hela värdet.",
        ),
        (
            "The name of a field is expected here, but it cannot be read.",
            "Is it ordinary text with [ ] or {{ }}? "
            "Put straight quotation marks around the whole value.",
        ),
    ),
    "unknown-escape": _error(
        (
            "Ett omvänt snedstreck (\\) inom citattecken har en särskild betydelse.",
            "Skriv två i rad ({mended}), eller byt till enkla citattecken (') runt texten.",
        ),
        (
            "A backslash (\\) within quotation marks means something special.",
            "Write two in a row ({mended}), or use single quotation marks (') around the text.",
        ),
    ),
    "text-cut": _warning(
        (
            "Allt från # till radens slut räknas som en kommentar och kommer inte med: ”{left}”.",
            "Hör det till texten? Sätt raka citattecken runt hela värdet: {mended}",
        ),
        (
            "Everything from # to the end of the line is a comment and is left out: “{left}”.",
            "Does it belong to the text? "
            "Put straight quotation marks around the whole value: {mended}",
        ),
    ),
    "too-deep": _error(
        (
            "Fakta ligger för många nivåer inåt för att vara rätt.",
            "Jämför med ett annat kort. Ett kort har högst fyra nivåer.",
        ),
        (
            "The facts are nested too many levels deep to be right.",
            "Compare with another card. A card has at most four levels.",
        ),
    ),
    "second-document": _error(
        (
            "En rad med tre bindestreck (---) delar filen i två.",
            "Ta bort raden. Den här filen ska bara ha en del.",
        ),
        (
            "A line of three hyphens (---) divides the file in two.",
            "Delete the line. This file has one part only.",
        ),
    ),
    "not-a-mapping": _error(
        (
            "Här ska det stå fält, ett på varje rad, men det går inte att hitta några.",
            "Skriv fältets namn, ett kolon, ett blanksteg och värdet, till exempel "
            "”title: Jobbpunkt Väst”.",
        ),
        (
            "Fields are expected here, one on each line, but none can be found.",
            "Write the name of the field, a colon, a space and the value, for example "
            "“title: Jobbpunkt Väst”.",
        ),
    ),
    "yaml-syntax": _error(
        (
            "Faktablocket går inte att läsa från och med den här raden.",
            "Varje rad ska ha ett namn, ett kolon, ett blanksteg och ett värde. "
            "Jämför raden, och den ovanför, med ett annat kort.",
        ),
        (
            "The front matter cannot be read from this line on ({reason}).",
            "Every line has a name, a colon, a space and a value. "
            "Compare this line, and the one above it, with another card.",
        ),
    ),
    "empty-file": _error(
        (
            "Filen är tom.",
            "Skriv innehållet, eller ta bort filen. ”insyn new” gör ett nytt kort att fylla i.",
        ),
        (
            "The file is empty.",
            "Write its content, or delete the file. “insyn new” makes a new card to fill in.",
        ),
    ),
    "file-too-large": _error(
        (
            "Filen är större än 1 MB. Så mycket text kan inte vara rätt.",
            "Se efter om en bild eller något annat har klistrats in. "
            "Bilder läggs i content/images och dokument i content/documents.",
        ),
        (
            "The file is larger than 1 MB. So much text cannot be right.",
            "See whether a picture or something else was pasted into it. "
            "Pictures go into content/images and documents into content/documents.",
        ),
    ),
    "file-unreadable": _error(
        (
            "Filen går inte att öppna ({reason}).",
            "Se efter att det är en vanlig fil, och att du har rätt att läsa den.",
        ),
        (
            "The file cannot be opened ({reason}).",
            "See that it is an ordinary file, and that you may read it.",
        ),
    ),
    "not-utf8": _error(
        (
            "Filen är inte sparad som UTF-8. Det första tecknet som inte går att läsa "
            "är troligen ”{probably}” (byte {byte}).",
            "Öppna filen, välj Spara som och teckenkodningen UTF-8.",
        ),
        (
            "The file is not saved as UTF-8. The first character that cannot be read "
            "is probably “{probably}” (byte {byte}).",
            "Open the file, and choose Save as with the encoding UTF-8.",
        ),
    ),
    "not-utf8-utf16": _error(
        (
            "Filen är sparad som UTF-16 (i Anteckningar kallat ”Unicode”). "
            "Den måste vara sparad som UTF-8.",
            "Öppna filen, välj Spara som och teckenkodningen UTF-8.",
        ),
        (
            "The file is saved as UTF-16 (“Unicode” in Notepad). It must be saved as UTF-8.",
            "Open the file, and choose Save as with the encoding UTF-8.",
        ),
    ),
    "control-character": _error(
        (
            "Här står ett osynligt tecken som inte får finnas i en text ({code}).",
            "Ta bort det. Syns det inte: skriv om orden på båda sidor om platsen.",
        ),
        (
            "There is an invisible character here that cannot be in a text ({code}).",
            "Delete it. If you cannot see it, type the words on both sides of the place anew.",
        ),
    ),
    "conflict-marker": _error(
        (
            "Två personers ändringar har krockat i filen: ”{typed}”.",
            "Välj vilken av de två texterna som gäller. Ta bort den andra, och raderna som "
            "börjar med <<<<<<<, ======= och >>>>>>>.",
        ),
        (
            "Two people's changes have collided in the file: “{typed}”.",
            "Choose which of the two texts holds. Delete the other, and the lines that "
            "begin with <<<<<<<, ======= and >>>>>>>.",
        ),
    ),
    "file-name": _error(
        (
            "Filnamnet ”{name}” kan inte bli en webbadress.",
            "Använd små bokstäver, siffror och bindestreck, utan blanksteg. "
            "Döp till exempel om filen till {proper}",
        ),
        (
            "The file name “{name}” cannot become a web address.",
            "Use small letters, digits and hyphens, without spaces. "
            "Rename the file to {proper}, for example.",
        ),
    ),
    "stray-file": _error(
        (
            "Filen används inte, eftersom Insyn inte vet vad den är.",
            "Kort slutar på .md och ligger direkt i projects, stories, organisations eller pages. "
            "Bilder ligger i images och dokument i documents. Flytta, döp om eller ta bort filen.",
        ),
        (
            "The file is not used, since Insyn does not know what it is.",
            "Cards end in .md and lie directly in projects, stories, organisations or pages. "
            "Pictures lie in images and documents in documents. Move, rename or delete the file.",
        ),
    ),
    "unknown-folder": _error(
        (
            "Mappen används inte. Det finns ingen sådan i content.",
            "Mapparna heter projects, stories, organisations, pages, images, documents "
            "och overrides.",
        ),
        (
            "The folder is not used. There is none of that name in content.",
            "The folders are called projects, stories, organisations, pages, images, documents "
            "and overrides.",
        ),
    ),
    "symlink-outside": _error(
        (
            "Filen är en länk (symbolisk länk) till något utanför mappen content. "
            "Av säkerhetsskäl följs den inte.",
            "Ta bort länken, och lägg en kopia av filen här i stället.",
        ),
        (
            "The file is a symbolic link to something outside the folder content. "
            "For safety it is not followed.",
            "Delete the link, and put a copy of the file here instead.",
        ),
    ),
    "symlink-folder": _error(
        (
            "Mappen är en länk (symbolisk länk). Länkade mappar läses inte.",
            "Ta bort länken, och lägg filerna i en vanlig mapp i stället.",
        ),
        (
            "The folder is a symbolic link. Linked folders are not read.",
            "Delete the link, and put the files into an ordinary folder instead.",
        ),
    ),
    "content-missing": _error(
        (
            "Det finns ingen mapp som heter content här.",
            "Stå i mappen som innehåller content när du kör insyn, eller peka ut den med --site.",
        ),
        (
            "There is no folder called content here.",
            "Run insyn in the folder that holds content, or point it out with --site.",
        ),
    ),
    "site-file-missing": _error(
        (
            "Filen content/site.yaml saknas.",
            "Skapa den. Där står webbplatsens namn, språk, adress, utgivare och valbara värden.",
        ),
        (
            "The file content/site.yaml is missing.",
            "Create it. It holds the site's name, languages, address, publisher and choices.",
        ),
    ),
}

_NEAREST = {"sv": "Menade du ”{nearest}”? ", "en": "Did you mean “{nearest}”? "}


def explain(problem: Problem, language: str) -> Explanation:
    """The sentences for `problem` in `language` (English where it is not Swedish).

    Raises `KeyError` for a code that is not in `KINDS`.
    """
    kind = KINDS[problem.code]
    wording = kind.sv if language == "sv" else kind.en
    values = dict(problem.values)
    hint = wording.hint.format(**values)
    if values.get("nearest"):
        hint = _NEAREST["sv" if language == "sv" else "en"].format(**values) + hint
    return Explanation(kind.severity, wording.message.format(**values), hint)
