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

    Both are `str.format` patterns over the problem's values; of `choices_sv` and `choices_en` they
    name the one in their own language as `choices`.  Where a value called `nearest`
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


def _advice(sv: tuple[str, str], en: tuple[str, str]) -> Kind:
    return Kind(Severity.ADVICE, Wording(*sv), Wording(*en))


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
            "Ta bort tabben och skriv blanksteg i stället, två för varje steg inåt: ”{mended}”",
        ),
        (
            "The line has a tab in it. Front matter can only be read with ordinary spaces.",
            "Delete the tab and type spaces instead, two for each step inwards: “{mended}”",
        ),
    ),
    "odd-space": _error(
        (
            "Raden innehåller ett osynligt specialblanksteg. Sådana följer ofta med "
            "när man klistrar in text från en webbsida eller från Word.",
            "Ta bort det och skriv ett vanligt blanksteg i stället: ”{mended}”",
        ),
        (
            "The line has an invisible special space in it. Such spaces often come along "
            "when text is pasted from a web page or from Word.",
            "Delete it and type an ordinary space instead: “{mended}”",
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
            "Rader som hör ihop ska börja lika långt in.",
            "Låt raden börja med {wanted} blanksteg, som raden ovanför.",
        ),
        (
            "The line “{typed}” begins with the wrong number of spaces ({found}). "
            "Lines that belong together begin equally far in.",
            "Let the line begin with {wanted} spaces, as the line above does.",
        ),
    ),
    "field-outside-item": _error(
        (
            "Raden ”{typed}” hör till delen ovanför i listan, men börjar inte lika långt in.",
            "Börja raden med {wanted} blanksteg: ”{mended}”",
        ),
        (
            "The line “{typed}” belongs to the item above, but does not begin equally far in.",
            "Begin the line with {wanted} spaces: “{mended}”",
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
            "The front matter cannot be read from this line on.",
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
    "file-name-of-version": _error(
        (
            "Filen ser ut att höra till {original}.md, men namnet säger att den är ett eget kort.",
            "Döp om filen till {proper}",
        ),
        (
            "The file seems to belong to {original}.md, but its name says that it is a card of "
            "its own.",
            "Rename the file to {proper}",
        ),
    ),
    "easy-text-without-original": _error(
        (
            "Den lättlästa texten hör inte till något. Filen {original} finns inte.",
            "Döp om filen så att namnen stämmer överens, eller skriv den vanliga texten först.",
        ),
        (
            "The easy-to-read text belongs to nothing. There is no file {original}.",
            "Rename the file so that the names agree, or write the ordinary text first.",
        ),
    ),
    "easy-text-out-of-place": _error(
        (
            "Bara projekt och berättelser kan ha en lättläst text.",
            "Flytta filen till content/projects eller content/stories, eller ta bort den.",
        ),
        (
            "Only projects and stories can have an easy-to-read text.",
            "Move the file to content/projects or content/stories, or delete it.",
        ),
    ),
    "easy-line-long": _warning(
        (
            "Raden är {length} tecken lång. En rad i en lättläst text bör ha högst {most}.",
            "Dela raden där man andas, eller skriv kortare.",
        ),
        (
            "The line has {length} characters. A line of an easy-to-read text should have at most "
            "{most}.",
            "Divide the line where one draws breath, or write less.",
        ),
    ),
    "easy-text-empty": _error(
        (
            "Den lättlästa texten är tom.",
            "Skriv texten, eller ta bort filen tills den finns.",
        ),
        (
            "The easy-to-read text is empty.",
            "Write the text, or delete the file until there is one.",
        ),
    ),
    "glossary-indentation": _error(
        (
            "Raderna om ordet står bredvid {language}: i stället för under.",
            "Skriv term och explanation två blanksteg längre in, under {language}: "
            "Gör likadant under varje annat språk.",
        ),
        (
            "The lines about the word stand beside {language}: instead of below it.",
            "Begin term and explanation two spaces further in, below {language}: "
            "Do the same below every other language.",
        ),
    ),
    "glossary-word-missing": _warning(
        (
            "Ordet ”{term}” saknas på språket ”{language}”.",
            "Lägg till {language}: med term och explanation, så att ordet förklaras där också.",
        ),
        (
            "The word “{term}” is missing in the language “{language}”.",
            "Add {language}: with term and explanation, so that the word is explained there too.",
        ),
    ),
    "glossary-form-claimed-twice": _error(
        (
            "”{value}” hör redan till ordet ”{term}” på rad {line}.",
            "Ta bort det på ett av ställena. En form får bara höra till ett ord.",
        ),
        (
            "“{value}” belongs to the word “{term}” on line {line} already.",
            "Delete it in one of the places. A form belongs to one word only.",
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
    "document-not-published": _error(
        (
            "Filer av det här slaget publiceras inte. De kan ställa till skada för den som "
            "öppnar dem.",
            "Spara dokumentet som PDF, eller ta bort filen.",
        ),
        (
            "Files of this kind are not published. They can do harm to whoever opens them.",
            "Save the document as a PDF, or delete the file.",
        ),
    ),
    "image-no-picture": _error(
        (
            "Filen är ingen bild. I mappen images ligger bara bilder.",
            "Lägg dokument i mappen documents, eller ta bort filen.",
        ),
        (
            "The file is no picture. The folder images holds pictures only.",
            "Put documents into the folder documents, or delete the file.",
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
            "Skapa den. Den ska minst ha name, languages, address, publisher, "
            "programme_areas och phases.",
        ),
        (
            "The file content/site.yaml is missing.",
            "Create it. It needs at least name, languages, address, publisher, "
            "programme_areas and phases.",
        ),
    ),
    # --- the text (markup) ---
    "heading-level-1": _error(
        (
            "Rubriken ”{text}” är en huvudrubrik. Sidans huvudrubrik kommer redan från title.",
            "Börja rubriken med två nummertecken: ## {text}",
        ),
        (
            "The heading “{text}” is a main heading. The page's main heading comes from title.",
            "Begin the heading with two number signs: ## {text}",
        ),
    ),
    "heading-skipped": _error(
        (
            "Rubriken ”{text}” hoppar över en nivå. Då går det inte att följa textens "
            "uppbyggnad med en skärmläsare.",
            "Byt {typed} mot {wanted}: {wanted} {text}",
        ),
        (
            "The heading “{text}” skips a level. "
            "A screen reader can then not follow how the text is built.",
            "Write {wanted} instead of {typed}: {wanted} {text}",
        ),
    ),
    "heading-empty": _error(
        (
            "Rubriken är tom.",
            "Skriv rubrikens text efter nummertecknen, eller ta bort raden.",
        ),
        (
            "The heading is empty.",
            "Write the text of the heading after the number signs, or delete the line.",
        ),
    ),
    "template-question": _error(
        (
            "Texten under ”{heading}” är mallens fråga.",
            "Skriv svaret i stället, eller ta bort rubriken och frågan.",
        ),
        (
            "The text below “{heading}” is the template's question.",
            "Write the answer instead, or delete the heading and the question.",
        ),
    ),
    "quote-speaker": _advice(
        (
            "Raden ”{typed}” ser ut att säga vem som talar, men den visas som vanlig text.",
            "Skriv namnet sist i citatet, efter ett långt tankstreck: > — {name}",
        ),
        (
            "The line “{typed}” seems to say who speaks, but is shown as ordinary text.",
            "Write the name last in the quote, after a long dash: > — {name}",
        ),
    ),
    "image-alt-missing": _error(
        (
            "Bilden {target} saknar alternativtext. Den som inte ser bilden får inget veta.",
            "Beskriv mellan hakparenteserna vad bilden visar: ![Beskrivning]({target})",
        ),
        (
            "The image {target} has no alternative text. Whoever cannot see it learns nothing.",
            "Describe between the brackets what it shows: ![Description]({target})",
        ),
    ),
    "raw-html": _warning(
        (
            "Texten innehåller HTML-koden ”{typed}”. Den har tagits bort från sidan.",
            "Ta bort koden. Använd Markdown för rubriker, listor, länkar och fet stil.",
        ),
        (
            "There is HTML code in the text: “{typed}”. It was left out of the page.",
            "Delete the code. Use Markdown for headings, lists, links and bold text.",
        ),
    ),
    "script-link": _warning(
        (
            "Länken börjar med {scheme}: och kan köra program i läsarens webbläsare. "
            "Länken har tagits bort, men texten står kvar.",
            "Länka till en vanlig adress som börjar med https://",
        ),
        (
            "The link begins with {scheme}: and can run programs in the reader's browser. "
            "The link was left out, but its text is still there.",
            "Link to an ordinary address that begins with https://",
        ),
    ),
    "link-scheme": _error(
        (
            "Länken {target} börjar med {scheme}: och går inte att öppna från en webbsida.",
            "En länk kan börja med https://, mailto: eller tel:, "
            "eller vara sökvägen till en fil, till exempel ../stories/emba.md",
        ),
        (
            "The link {target} begins with {scheme}: and cannot be opened from a web page.",
            "A link can begin with https://, mailto: or tel:, "
            "or be the path of a file, for example ../stories/emba.md",
        ),
    ),
    "link-empty": _error(
        (
            "Länken saknar adress.",
            "Skriv adressen i parentesen efter länkens text: [{text}](https://www.example.se)",
        ),
        (
            "The link has no address.",
            "Write the address in the parentheses after the text: [{text}](https://example.org)",
        ),
    ),
    "link-text-missing": _error(
        (
            "Länken till {target} saknar text. Då går den inte att hitta eller förstå.",
            "Skriv mellan hakparenteserna vart länken leder: [Text]({target})",
        ),
        (
            "The link to {target} has no text. So it can be neither found nor understood.",
            "Write between the brackets where it leads: [Text]({target})",
        ),
    ),
    "language-mark-unknown": _error(
        (
            "Språket ”{value}” finns inte.",
            "Skriv språkets kod, till exempel en för engelska eller fi för finska: "
            "[texten]{{lang=en}}",
        ),
        (
            "There is no language “{value}”.",
            "Write the code of the language, such as sv for Swedish or fi for Finnish: "
            "[the text]{{lang=sv}}",
        ),
    ),
    "language-mark-heading": _error(
        (
            "En rubrik kan inte märkas med ett annat språk.",
            "Ta bort märket och skriv rubriken på textens språk.",
        ),
        (
            "A heading cannot be marked with another language.",
            "Delete the mark and write the heading in the language of the text.",
        ),
    ),
    # --- the words of a text (writing) ---
    "image-alt-file-name": _error(
        (
            "Bildens alternativtext är ”{text}”. Det säger inget om vad bilden visar.",
            "Skriv vad bilden visar, som du skulle berätta det i telefon.",
        ),
        (
            "The picture's alternative text is “{text}”. That tells nothing of what it shows.",
            "Write what the picture shows, as you would tell it over the phone.",
        ),
    ),
    "image-alt-begins": _warning(
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
    "image-alt-long": _warning(
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
    "image-alt-caption": _warning(
        (
            "Alternativtexten är densamma som bildtexten. Den som lyssnar hör den två gånger.",
            "Låt bildtexten stå. Skriv i alternativtexten vad bilden visar.",
        ),
        (
            "The alternative text is the same as the caption. Whoever listens hears it twice.",
            "Keep the caption. In the alternative text, write what the picture shows.",
        ),
    ),
    "picture-of-text": _advice(
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
    "heading-missing": _advice(
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
    "heading-twice": _warning(
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
    "link-text-vague": _error(
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
    "link-text-address": _warning(
        (
            "Länktexten är en lång adress: {text}. En skärmläsare läser upp varje tecken.",
            "Skriv vad som finns där som länktext. Räcker webbplatsens namn skriver du {host}.",
        ),
        (
            "The link text is a long address: {text}. A screen reader reads out every sign.",
            "Let the link text say what is there. If the site's name is enough, write {host}.",
        ),
    ),
    "address-bare": _warning(
        (
            "Adressen {address} står i texten, men blir ingen länk.",
            "Skriv en länk som säger vad som finns där: [Projektets webbplats]({target})",
        ),
        (
            "The address {address} stands in the text, but does not become a link.",
            "Write a link that says what is there: [The project's website]({target})",
        ),
    ),
    "section-empty": _warning(
        (
            "Under rubriken ”{text}” står ingenting.",
            "Skriv något under rubriken, eller ta bort den.",
        ),
        (
            "Nothing stands below the heading “{text}”.",
            "Write something below the heading, or delete it.",
        ),
    ),
    "link-text-twice": _error(
        (
            "Länktexten ”{text}” leder till {target}, men på rad {line} till {other}.",
            "Skriv vad som skiljer länkarna åt. Samma länktext ska leda till samma sida.",
        ),
        (
            "The link text “{text}” leads to {target}, but on line {line} to {other}.",
            "Say what tells the links apart. The same link text leads to the same page.",
        ),
    ),
    "film-without-captions": _error(
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
    "film-without-captions-elsewhere": _warning(
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
    "sound-without-text": _error(
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
    "sound-without-text-elsewhere": _warning(
        (
            "Det sägs inte om ljudet ”{text}” finns som text.",
            "Länka till en textversion i samma stycke, eller skriv själv det viktigaste.",
        ),
        (
            "Nothing says that the sound “{text}” is there as text too.",
            "Link to a text version in the same paragraph, or write the main points yourself.",
        ),
    ),
    "table-header-missing": _error(
        (
            "Tabellens första rad är tom. Då säger inget vad kolumnerna innehåller.",
            "Skriv på första raden vad som står i varje kolumn.",
        ),
        (
            "The first row of the table is empty. So nothing says what the columns hold.",
            "Write in the first row what stands in each column.",
        ),
    ),
    "table-header-empty": _warning(
        (
            "Kolumn {column} i tabellen har ingen rubrik.",
            "Skriv på tabellens första rad vad som står i kolumnen.",
        ),
        (
            "Column {column} of the table has no heading.",
            "Write in the first row of the table what stands in the column.",
        ),
    ),
    "table-rule-missing": _error(
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
    "capitals": _warning(
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
    "bold-heading": _warning(
        (
            "Raden ”{text}” ser ut som en rubrik, men är det bara för ögat.",
            "Börja raden med nummertecken i stället, till exempel ### {text}",
        ),
        (
            "The line “{text}” looks like a heading, but only to the eye.",
            "Begin the line with number signs instead, such as ### {text}",
        ),
    ),
    "language-unmarked": _warning(
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
    "language-of-field": _warning(
        (
            "Fältet {field} ser ut att vara på {name}, men filen är på ett annat språk.",
            "Skriv det på filens språk. Filens namn säger vilket det är.",
        ),
        (
            "The field {field} seems to be in {name}, but the file is in another language.",
            "Write it in the language of the file. The file's name says which one that is.",
        ),
    ),
    "abbreviation-unexplained": _advice(
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
    "abbreviation-of-words": _advice(
        (
            "”{text}” är en förkortning av vanliga ord.",
            "Skriv ut den: {mended}",
        ),
        (
            "“{text}” is short for common words.",
            "Write them out: {mended}",
        ),
    ),
    # --- the facts (model) ---
    "field-missing": _error(
        ("Fältet ”{field}” saknas eller är tomt.", "Skriv till exempel: {name}: {example}"),
        ("The field “{field}” is missing or empty.", "Write, for example: {name}: {example}"),
    ),
    "field-missing-choice": _error(
        (
            "Fältet ”{field}” saknas eller är tomt.",
            "Skriv ett av de här efter {field}: {choices}.",
        ),
        (
            "The field “{field}” is missing or empty.",
            "Write one of these after {field}: {choices}.",
        ),
    ),
    "field-missing-group": _error(
        (
            "Fältet ”{field}” saknas eller är tomt.",
            "Skriv {name}: på en egen rad, och fälten på raderna under, "
            "med två blanksteg framför: {fields}.",
        ),
        (
            "The field “{field}” is missing or empty.",
            "Write {name}: on a line of its own, and its fields on the lines below, "
            "after two spaces: {fields}.",
        ),
    ),
    "field-unknown": _error(
        (
            "Fältet ”{field}” finns inte.",
            "Rätta namnet eller ta bort raden. Fälten som finns här är: {fields}.",
        ),
        (
            "There is no field called “{field}”.",
            "Correct the name or delete the line. The fields here are: {fields}.",
        ),
    ),
    "field-outside-group": _error(
        (
            "Fältet ”{field}” hör till {group}.",
            "Låt det stå under {group}: och börja raden med två blanksteg: ”{mended}”",
        ),
        (
            "The field “{field}” belongs to {group}.",
            "Let it stand below {group}: and begin the line with two spaces: “{mended}”",
        ),
    ),
    "field-outside-list": _error(
        (
            "Fältet ”{field}” hör till en del i listan {group}.",
            "Låt det stå i den del som det gäller, under {group}. "
            "Raden ska börja lika långt in som här: ”{mended}”",
        ),
        (
            "The field “{field}” belongs to an item of the list {group}.",
            "Let it stand in its item, below {group}. "
            "The line begins as far in as here: “{mended}”",
        ),
    ),
    "field-misspelt": _error(
        ("Fältet ”{field}” finns inte.", "Rätta namnet, eller ta bort raden."),
        ("There is no field called “{field}”.", "Correct the name, or delete the line."),
    ),
    "translation-repeats-fact": _error(
        (
            "Översättningen upprepar fältet ”{field}”. Fakta står bara i originalet.",
            "Ta bort fältet här. Sidan hämtar det från originalet.",
        ),
        (
            "The translation repeats the field “{field}”. Facts stand in the original only.",
            "Delete the field here. The page takes it from the original.",
        ),
    ),
    "text-too-long": _error(
        (
            "Texten i ”{field}” är {length} tecken lång. Den får vara högst {most}.",
            "Korta den. Behåll det viktigaste: vem gör vad, för vem, var?",
        ),
        (
            "The text in “{field}” is {length} characters long. It may have {most} at most.",
            "Shorten it. Keep what matters most: who does what, for whom, where?",
        ),
    ),
    "choice-unknown": _error(
        ("”{value}” går inte att välja i fältet ”{field}”.", "Välj ett av: {choices}."),
        ("“{value}” is no choice for the field “{field}”.", "Choose one of: {choices}."),
    ),
    "currency-unknown": _error(
        ("”{value}” är ingen valutakod.", "Skriv tre stora bokstäver, till exempel SEK."),
        ("“{value}” is no currency code.", "Write three capital letters, such as SEK."),
    ),
    "colour-unreadable": _error(
        (
            "”{value}” är ingen färg som går att läsa.",
            'Skriv färgen med sex tecken inom citattecken, till exempel "#0a5238".',
        ),
        (
            "“{value}” is no colour that can be read.",
            'Write the colour with six signs in quotation marks, such as "#0a5238".',
        ),
    ),
    "language-unknown": _error(
        ("”{value}” är ingen språkkod.", "Skriv två små bokstäver, till exempel sv eller en."),
        ("“{value}” is no language code.", "Write two small letters, such as sv or en."),
    ),
    "wrong-type": _error(
        ("Fältet ”{field}” ska vara {expected}.", "{cure}"),
        ("The field “{field}” has to be {expected}.", "{cure}"),
    ),
    "item-empty": _error(
        (
            "En rad i listan ”{field}” är tom.",
            "Skriv något efter bindestrecket, eller ta bort raden.",
        ),
        (
            "A line of the list “{field}” is empty.",
            "Write something after the hyphen, or delete it.",
        ),
    ),
    "amount-unreadable": _error(
        (
            "Beloppet ”{value}” går inte att läsa.",
            "Skriv hela kronor med siffror, till exempel 4 719 182 kr. "
            "Lämna fältet tomt om beloppet inte är känt.",
        ),
        (
            "The amount “{value}” cannot be read.",
            "Write whole kronor in figures, such as 4 719 182 kr. "
            "Leave the field empty if the amount is not known.",
        ),
    ),
    "amount-negative": _error(
        ("Beloppet ”{value}” är mindre än noll.", "Ta bort minustecknet."),
        ("The amount “{value}” is less than zero.", "Delete the minus sign."),
    ),
    "number-unreadable": _error(
        (
            "Talet ”{value}” går inte att läsa.",
            "Skriv bara siffror, till exempel 70 eller 12,5. Enheten skrivs i fältet unit.",
        ),
        (
            "The number “{value}” cannot be read.",
            "Write figures only, such as 70 or 12.5. The unit goes into the field unit.",
        ),
    ),
    "whole-number-unreadable": _error(
        ("”{value}” är inget heltal.", "Skriv bara siffror, till exempel 5."),
        ("“{value}” is no whole number.", "Write figures only, such as 5."),
    ),
    "count-unreadable": _error(
        (
            "Antalet ”{value}” går inte att läsa.",
            "Skriv ett helt tal och ingenting mer, till exempel 594 eller 1 200.",
        ),
        (
            "The count “{value}” cannot be read.",
            "Write a whole number and nothing else, such as 594 or 1 200.",
        ),
    ),
    "date-unreadable": _error(
        ("Datumet ”{value}” går inte att läsa.", "Skriv år-månad-dag, till exempel {example}."),
        ("The date “{value}” cannot be read.", "Write year-month-day, such as {example}."),
    ),
    "date-without-year": _error(
        ("Datumet ”{value}” saknar år.", "Skriv år-månad-dag, till exempel {example}."),
        ("The date “{value}” has no year.", "Write year-month-day, such as {example}."),
    ),
    "date-impossible": _error(
        ("Dagen {value} finns inte i kalendern.", "Rätta månaden eller dagen."),
        ("There is no such day as {value}.", "Correct the month or the day."),
    ),
    "end-before-start": _error(
        (
            "Projektet slutar {end}, men börjar först {start}.",
            "Rätta det ena datumet. Slutet ska vara samma dag som starten eller senare.",
        ),
        (
            "The project ends on {end}, but does not begin until {start}.",
            "Correct one of the dates. The end is the same day as the start, or later.",
        ),
    ),
    "notice-ends-before-start": _error(
        (
            "Meddelandet visas till och med {end}, men börjar visas först {start}.",
            "Rätta det ena datumet. show_until ska vara samma dag som show_from eller senare.",
        ),
        (
            "The notice is shown until {end}, but not before {start}.",
            "Correct one of the dates. show_until is the same day as show_from, or later.",
        ),
    ),
    # --- the accessibility statement ---
    "criterion-unreadable": _error(
        (
            "”{value}” är inget nummer på ett krav i WCAG.",
            "Skriv tre tal med punkt emellan, till exempel 1.2.2.",
        ),
        (
            "“{value}” is no number of a success criterion in WCAG.",
            "Write three numbers with full stops between them, for example 1.2.2.",
        ),
    ),
    "statement-more-passed": _error(
        (
            "{passed} prov är godkända, men bara {checks} är gjorda.",
            "Rätta det ena talet. Godkända prov kan inte vara fler än proven.",
        ),
        (
            "{passed} checks have passed, but only {checks} were made.",
            "Correct one of the numbers. No more checks can pass than were made.",
        ),
    ),
    "statement-without-assessor": _error(
        (
            "Någon annan har granskat webbplatsen, men det står inte vem.",
            "Skriv granskarens namn i fältet assessor. "
            "Har ni bedömt själva, skriv method: självskattning.",
        ),
        (
            "Somebody else has assessed the site, but it does not say who.",
            "Write the assessor's name in the field assessor. "
            "If you did it yourselves, write method: self-assessment.",
        ),
    ),
    "statement-text-missing": _error(
        (
            "Texten {field} saknas på språket ”{language}”.",
            "Skriv den efter {language}: på en egen rad under fältet. "
            "Redogörelsen ska vara hel på alla webbplatsens språk.",
        ),
        (
            "The text {field} is missing in the language “{language}”.",
            "Write it after {language}: on a line of its own below the field. "
            "The statement is to be whole in every language of the site.",
        ),
    ),
    "statement-fully-with-shortcomings": _error(
        (
            "Webbplatsen kan inte vara helt förenlig med lagen när fältet {field} "
            "tar upp innehåll som inte är tillgängligt.",
            "Skriv status: delvis förenlig. Är allt åtgärdat, ta bort fältet {field}.",
        ),
        (
            "The site cannot be fully compliant while the field {field} "
            "names content that is not accessible.",
            "Write status: partially compliant. If all of it is mended, delete the field {field}.",
        ),
    ),
    "statement-without-shortcomings": _error(
        (
            "Det står inte vad som inte är tillgängligt.",
            "Lagen kräver en lista med skäl. Skriv den i not_compliant, disproportionate_burden "
            "eller outside_the_law. Finns inga brister, skriv status: helt förenlig.",
        ),
        (
            "It does not say what is not accessible.",
            "The law asks for a list with reasons. Write it in not_compliant, "
            "disproportionate_burden or outside_the_law. "
            "If nothing is wrong, write status: fully compliant.",
        ),
    ),
    "statement-reviewed-before": _error(
        (
            "Redogörelsen sågs över {day}, men datumet i {field} är senare: {other}.",
            "Rätta det ena datumet. reviewed ska vara den senaste dagen i redogörelsen.",
        ),
        (
            "The statement was reviewed on {day}, but the date in {field} is later: {other}.",
            "Correct one of the dates. reviewed is to be the latest day in the statement.",
        ),
    ),
    "statement-date-in-future": _error(
        (
            "Datumet {day} i {field} har inte varit än.",
            "Skriv dagen då det gjordes.",
        ),
        (
            "The date {day} in {field} has not come yet.",
            "Write the day on which it was done.",
        ),
    ),
    "statement-old": _warning(
        (
            "Tillgänglighetsredogörelsen sågs över för mer än ett år sedan: {day}.",
            "Läs igenom den, pröva webbplatsen igen, och skriv dagens datum i reviewed. "
            "Se också efter om tillsynsmyndigheten är densamma.",
        ),
        (
            "The accessibility statement was last reviewed more than a year ago: {day}.",
            "Read it through, test the site again, and write today's date in reviewed. "
            "Look up, too, if the supervisory authority is the same.",
        ),
    ),
    "shortcoming-overdue": _warning(
        (
            "Bristen skulle vara åtgärdad {day}, och den dagen har varit.",
            "Är den åtgärdad, ta bort den ur listan. Annars skriv ett nytt datum och säg varför.",
        ),
        (
            "The shortcoming was to be mended by {day}, and that day has passed.",
            "If it is mended, delete it from the list. If not, write a new date and say why.",
        ),
    ),
    "statement-missing": _warning(
        (
            "{publisher} är en offentlig aktör, men webbplatsen har ingen "
            "tillgänglighetsredogörelse. Lagen (2018:1937) kräver en.",
            "Skriv den i {file}. Guiden för redaktörer har en mall att börja med.",
        ),
        (
            "{publisher} is a public body, but the site has no accessibility statement. "
            "Swedish law (2018:1937) demands one.",
            "Write it in {file}. The editor's guide has one to begin with.",
        ),
    ),
    "notice-page-unknown": _error(
        (
            "Det finns inget projekt med filnamnet ”{value}” som kan visa meddelandet.",
            "Skriv startsidan eller ett projekts filnamn utan .md. "
            "Lämna fältet tomt om alla sidor ska visa meddelandet.",
        ),
        (
            "There is no project with the file name “{value}” to show the notice.",
            "Write start page or a project's file name without .md. "
            "Leave the field empty if every page should show the notice.",
        ),
    ),
    "notice-heading": _error(
        (
            "Meddelandets text har rubriken ”{text}”. Ett meddelande har bara en rubrik.",
            "Skriv rubriken i fältet title, och texten under utan rubriker. "
            "Är texten lång? Gör en egen sida av den och länka dit.",
        ),
        (
            "The notice's text has the heading “{text}”. A notice has one heading only.",
            "Write it in the field title, and the text without headings. "
            "Is the text long? Make it a page of its own and link to it.",
        ),
    ),
    "eu-over-total": _error(
        (
            "EU-stödet ({eu}) är större än hela budgeten ({total}).",
            "Rätta ett av beloppen. EU-stödet är en del av hela budgeten.",
        ),
        (
            "The EU support ({eu}) is more than the total budget ({total}).",
            "Correct one of the amounts. EU support is a part of the total budget.",
        ),
    ),
    "email-invalid": _error(
        (
            "”{value}” är ingen giltig e-postadress.",
            "Skriv till exempel namn@kommun.se, utan blanksteg.",
        ),
        (
            "“{value}” is not a valid e-mail address.",
            "Write, for example, name@municipality.se, without spaces.",
        ),
    ),
    "phone-invalid": _error(
        (
            "”{value}” är inget giltigt telefonnummer.",
            "Skriv ett nummer med riktnummer, till exempel 019-19 44 14. "
            "Utländska nummer börjar med + och landsnumret.",
        ),
        (
            "“{value}” is not a valid phone number.",
            "Write a number with its area code, such as 019-19 44 14. "
            "Numbers abroad begin with + and the country's code.",
        ),
    ),
    "web-address-invalid": _error(
        (
            "”{value}” är ingen hel webbadress.",
            "Börja med https://, till exempel https://www.esf.se/",
        ),
        (
            "“{value}” is not a whole web address.",
            "Begin with https://, such as https://www.esf.se/",
        ),
    ),
    "address-pattern-invalid": _error(
        (
            "”{value}” duger inte som mönster för adresser.",
            "Skriv en hel webbadress med {{path}} där filens plats ska stå, till exempel "
            "https://git.example.se/projekt/edit/{{branch}}/{{path}}",
        ),
        (
            "“{value}” will not do as a pattern for addresses.",
            "Write a whole web address with {{path}} where the file goes, such as "
            "https://git.example.se/projects/edit/{{branch}}/{{path}}",
        ),
    ),
    "repository-host-unknown": _error(
        (
            "Insyn vet inte hur git-tjänsten ”{value}” skriver adresser.",
            "Lägg till fältet edit under repository, till exempel "
            "edit: https://git.example.se/projekt/edit/{{branch}}/{{path}}",
        ),
        (
            "Insyn does not know how the git host “{value}” spells addresses.",
            "Add the field edit below repository, such as "
            "edit: https://git.example.se/projects/edit/{{branch}}/{{path}}",
        ),
    ),
    "old-address-invalid": _error(
        (
            "”{value}” kan inte vara en gammal adress på webbplatsen.",
            "Börja med ett snedstreck och skriv bara a–z, siffror och bindestreck, "
            "till exempel /gamla/projekt/.",
        ),
        (
            "“{value}” cannot be an old address on the site.",
            "Begin with a slash and use only a–z, figures and hyphens, such as /old/project/.",
        ),
    ),
    "municipality-unknown": _error(
        (
            "Det finns ingen kommun som heter ”{value}”.",
            "Skriv kommunens officiella namn, utan ordet kommun, till exempel Mark eller Örebro.",
        ),
        (
            "There is no municipality called “{value}”.",
            "Write its official name without the word municipality, such as Mark or Örebro.",
        ),
    ),
    "municipalities-on-one-line": _error(
        (
            "”{value}” är flera kommuner på samma rad.",
            "Skriv en kommun per rad, med bindestreck och blanksteg framför.",
        ),
        (
            "“{value}” is several municipalities on one line.",
            "Write one municipality per line, after a hyphen and a space.",
        ),
    ),
    "region-unknown": _error(
        ("Det finns ingen region som heter ”{value}”.", "Välj en av ESF:s regioner: {choices}."),
        (
            "There is no region called “{value}”.",
            "Choose one of ESF's regions: {choices}.",
        ),
    ),
    "programme-area-unknown": _error(
        ("Programområdet ”{value}” finns inte i site.yaml.", "Välj ett av: {choices}."),
        ("The programme area “{value}” is not in site.yaml.", "Choose one of: {choices}."),
    ),
    "phase-unknown": _error(
        ("Projektfasen ”{value}” finns inte i site.yaml.", "Välj en av: {choices}."),
        ("The project phase “{value}” is not in site.yaml.", "Choose one of: {choices}."),
    ),
    "target-group-unknown": _error(
        ("Målgruppen ”{value}” finns inte i site.yaml.", "Välj en av: {choices}."),
        ("The target group “{value}” is not in site.yaml.", "Choose one of: {choices}."),
    ),
    "period-long": _warning(
        (
            "Projektet börjar {start} och pågår i {years} år.",
            "Kontrollera årtalen. Är slutet inte bestämt: ta bort det. Är båda rätt kan du låta "
            "dem stå.",
        ),
        (
            "The project begins in {start} and runs for {years} years.",
            "Check the years. If the end is not decided, delete it. If both are right, let them "
            "stand.",
        ),
    ),
    "municipality-outside-region": _warning(
        (
            "Kommunen {value} ligger i {region}, men kortet anger regionen {given}.",
            "Kontrollera regionen och kommunen. Är båda rätt kan du låta dem stå.",
        ),
        (
            "The municipality {value} lies in {region}, but the card gives {given}.",
            "Check the region and the municipality. If both are right, let them stand.",
        ),
    ),
    "project-unknown": _error(
        (
            "Det finns inget projekt med filnamnet ”{value}”.",
            "Skriv filens namn utan .md, till exempel egenmakt-trelleborg.",
        ),
        (
            "There is no project with the file name “{value}”.",
            "Write the file's name without .md, such as egenmakt-trelleborg.",
        ),
    ),
    "continues-itself": _error(
        (
            "Projektet kan inte vara en fortsättning på sig självt.",
            "Skriv filnamnet på det tidigare projektet, eller ta bort fältet continues.",
        ),
        (
            "A project cannot continue itself.",
            "Write the file name of the earlier project, or delete the field continues.",
        ),
    ),
    "continues-in-a-circle": _error(
        (
            "Projektet fortsätter ”{value}”, som i sin tur fortsätter det här.",
            "Ta bort fältet continues i det av projekten som kom först.",
        ),
        (
            "The project continues “{value}”, which in turn continues this one.",
            "Delete the field continues in the one of them that came first.",
        ),
    ),
    "continues-a-later-one": _warning(
        (
            "Projektet börjar {start}, men fortsätter ”{value}” som börjar först {other}.",
            "Kontrollera datumen och filnamnet. Stämmer allt kan du låta det stå.",
        ),
        (
            "The project begins on {start}, but continues “{value}”, "
            "which does not begin until {other}.",
            "Check the dates and the file name. If all is right, let it stand.",
        ),
    ),
    "withdrawn-contact-in-text": _warning(
        (
            "Kontaktpersonen visas inte längre, men ”{value}” står kvar på kortet.",
            "Ta bort uppgiften ur texten. Är det en annan person med samma namn kan den stå kvar.",
        ),
        (
            "The contact person is no longer shown, but “{value}” is still on the card.",
            "Delete it from the text. If it is another person of the same name, it can stay.",
        ),
    ),
    "related-unknown": _error(
        (
            "Det finns inget projekt och ingen berättelse med filnamnet ”{value}”.",
            "Skriv filens namn utan .md, till exempel egenmakt-trelleborg.",
        ),
        (
            "There is no project or story with the file name “{value}”.",
            "Write the file's name without .md, such as egenmakt-trelleborg.",
        ),
    ),
    "document-missing": _error(
        (
            "Dokumentet ”{value}” finns inte i content.",
            "Lägg filen i content/documents och skriv till exempel documents/rapport.pdf.",
        ),
        (
            "The document “{value}” is not in content.",
            "Put the file into content/documents and write, for example, documents/report.pdf.",
        ),
    ),
    "document-format-given": _error(
        (
            "Dokumentet ”{value}” har en fil. Då följer formatet av filens namn.",
            "Ta bort raden med format. Den behövs bara för dokument på en annan webbplats.",
        ),
        (
            "The document “{value}” has a file. Its format follows from the file's name.",
            "Take away the line with format. Only documents on another site need it.",
        ),
    ),
    "document-place": _error(
        (
            "Dokumentet ”{value}” ska ha antingen en fil eller en webbadress.",
            "Skriv file för ett dokument i content, eller address för ett på en annan webbplats.",
        ),
        (
            "The document “{value}” needs either a file or a web address.",
            "Write file for one in content, or address for one on another site.",
        ),
    ),
    "organisation-unknown": _error(
        (
            "Det finns ingen organisation som heter ”{value}” i content/organisations.",
            'Rätta namnet, eller skapa organisationen med: insyn new organisation "{value}"',
        ),
        (
            "There is no organisation called “{value}” in content/organisations.",
            'Correct the name, or create it with: insyn new organisation "{value}"',
        ),
    ),
    "organisation-name-near": _warning(
        (
            "Organisationen ”{value}” finns inte, men namnet liknar ett som finns.",
            "Rätta namnet om det är samma organisation. "
            "Är det en annan organisation kan du låta namnet stå.",
        ),
        (
            "There is no organisation called “{value}”, but one has almost the same name.",
            "Correct the name if it is the same one. If it is another, let it stand.",
        ),
    ),
    "organisations-on-one-line": _warning(
        (
            "”{value}” räknas som en enda organisation, men ser ut att vara flera.",
            "Skriv en organisation på varje rad, med bindestreck och blanksteg framför. "
            "I fältet owner står bara en. De andra hör hemma under partners.",
        ),
        (
            "“{value}” counts as one organisation, but looks like several.",
            "Write one organisation on each line, after a hyphen and a space. "
            "The field owner has one only. The others belong below partners.",
        ),
    ),
    "organisation-name-claimed-twice": _error(
        (
            "Namnet ”{value}” hör också till organisationen i {other}.",
            "Ta bort namnet i en av filerna. Ett namn får bara höra till en organisation.",
        ),
        (
            "The name “{value}” also belongs to the organisation in {other}.",
            "Delete the name from one of the files. A name belongs to one organisation only.",
        ),
    ),
    "address-claimed-twice": _error(
        (
            "Sidan får samma adress som {other}.",
            "Döp om en av filerna, eller ändra fältet address om sidan har ett.",
        ),
        (
            "The page gets the same address as {other}.",
            "Rename one of the files, or change the field address if the page has one.",
        ),
    ),
    "address-taken": _error(
        (
            "Sidan får adressen {address}, men den är upptagen av sidan ”{other}”, "
            "som finns på alla webbplatser.",
            "Döp om filen, eller skriv en annan adress i fältet address.",
        ),
        (
            "The page gets the address {address}, but that is taken by the page “{other}”, "
            "which every site has.",
            "Rename the file, or write another address in the field address.",
        ),
    ),
    "file-name-taken": _error(
        (
            "Sidan får adressen {address} efter filens namn, men den är upptagen av sidan "
            "”{other}”, som Insyn gör.",
            "Döp om filen. Glöm inte översättningen, om det finns en.",
        ),
        (
            "The page gets the address {address} from the file’s name, but that is taken by the "
            "page “{other}”, which Insyn makes.",
            "Rename the file, and its translation if there is one.",
        ),
    ),
    "address-reserved": _error(
        (
            "Sidan får adressen {address}. Den behöver Insyn själv när det finns fler kort.",
            "Döp om filen och dess översättningar. Är adressen skriven på kortet, välj en annan.",
        ),
        (
            "The page gets the address {address}. Insyn needs it itself when there are more cards.",
            "Rename the file and its translations. If the address is written on the card, choose "
            "another one.",
        ),
    ),
    "old-address-taken": _error(
        (
            "Den gamla adressen {address} är redan upptagen av {other}.",
            "Rätta adressen, eller ta bort raden. En adress kan bara leda till en sida.",
        ),
        (
            "The old address {address} is already taken by {other}.",
            "Correct the address, or delete the line. An address leads to one page only.",
        ),
    ),
    "translation-without-original": _error(
        (
            "Översättningen har inget original. Filen {original} finns inte.",
            "Döp om filen så att namnen stämmer överens, eller skriv originalet först.",
        ),
        (
            "The translation has no original. There is no file {original}.",
            "Rename the file so that the names agree, or write the original first.",
        ),
    ),
    "translation-language-unknown": _error(
        (
            "Webbplatsen har inte språket ”{language}”. Den har: {languages}.",
            "Rätta språkkoden i filnamnet, eller lägg till språket under languages i site.yaml.",
        ),
        (
            "The site does not have the language “{language}”. It has: {languages}.",
            "Correct the code in the file name, or add the language to languages in site.yaml.",
        ),
    ),
    "translation-of-first-language": _error(
        (
            "Webbplatsens första språk är redan ”{language}”. Texten ska stå i {original}.",
            "Ta bort .{language} ur filnamnet, eller flytta texten till originalet.",
        ),
        (
            "The site's first language is “{language}” already. The text belongs in {original}.",
            "Take .{language} out of the file name, or move the text to the original.",
        ),
    ),
    "translation-count-differs": _error(
        (
            "Listan ”{field}” är inte lika lång som i originalet: {count} här, {original} där.",
            "Skriv lika många delar som i originalet, i samma ordning.",
        ),
        (
            "The list “{field}” is not as long as in the original: {count} here, {original} there.",
            "Write as many items as in the original, in the same order.",
        ),
    ),
    # --- links and pictures in the text (model) ---
    "image-missing": _error(
        (
            "Bilden ”{target}” finns inte.",
            "Lägg bilden i content/images och skriv till exempel ../images/bild.jpg.",
        ),
        (
            "There is no picture “{target}”.",
            "Put the picture into content/images and write, for example, ../images/picture.jpg.",
        ),
    ),
    "picture-missing": _error(
        (
            "Bilden ”{value}” finns inte.",
            "Lägg bilden i content/images och skriv till exempel file: images/bild.jpg",
        ),
        (
            "There is no picture “{value}”.",
            "Put the picture into content/images and write, for example, file: images/picture.jpg",
        ),
    ),
    "picture-alt-missing": _error(
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
    "picture-alt-and-decorative": _error(
        (
            "Bilden har en alternativtext, men sägs också vara bara utsmyckning.",
            "Ta bort decorative om bilden säger något, annars alt.",
        ),
        (
            "The picture has an alternative text, but is said to be decoration only as well.",
            "Delete decorative if the picture tells something, else delete alt.",
        ),
    ),
    "picture-unreadable": _error(
        (
            "Bilden går inte att läsa. Filen är trasig eller är ingen bild.",
            "Öppna bilden i ett bildprogram och spara den igen som JPEG eller PNG.",
        ),
        (
            "The picture cannot be read. The file is broken or is no picture.",
            "Open it in an image program and save it again as JPEG or PNG.",
        ),
    ),
    "picture-format": _error(
        (
            "Bilder av slaget {format} går inte att visa på en webbsida.",
            "Öppna bilden i ett bildprogram och spara den som JPEG eller PNG.",
        ),
        (
            "Pictures of the kind {format} cannot be shown on a web page.",
            "Open it in an image program and save it as JPEG or PNG.",
        ),
    ),
    "picture-wrong-ending": _error(
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
    "picture-animated": _error(
        (
            "Bilden rör sig. Det stör den som läser, och den går inte att stanna.",
            "Spara en av bilderna i den som en vanlig bild.",
        ),
        (
            "The picture moves. That disturbs whoever reads, and nobody can stop it.",
            "Save one of the pictures in it as an ordinary picture.",
        ),
    ),
    "picture-too-large": _error(
        (
            "Bilden är för stor: {size}. Gränsen är 40 MB och 60 miljoner bildpunkter.",
            "Gör bilden mindre i ett bildprogram. 2000 bildpunkter på bredden räcker.",
        ),
        (
            "The picture is too large: {size}. The limit is 40 MB and 60 million pixels.",
            "Make it smaller in an image program. 2,000 pixels across are enough.",
        ),
    ),
    "picture-svg-active": _error(
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
    "picture-tells": _warning(
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
    "picture-svg-size": _error(
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
    "image-elsewhere": _error(
        (
            "Bilden hämtas från en annan webbplats: {target}",
            "Spara bilden i content/images. Då lämnar läsaren inga spår hos andra.",
        ),
        (
            "The picture is fetched from another site: {target}",
            "Save it in content/images. Then the reader leaves no traces with others.",
        ),
    ),
    # --- the site's own theme files (render) ---
    "colour-contrast": _error(
        (
            "Färgen {token} ({colour}) syns för dåligt mot {other} ({ground}) i det {scheme} "
            "temat: kontrasten är {ratio}:1, men måste vara minst {least}:1.",
            "Välj en mörkare eller ljusare färg.",
        ),
        (
            "The colour {token} ({colour}) is too hard to see on {other} ({ground}) in the "
            "{scheme} theme: the contrast is {ratio}:1, but must be at least {least}:1.",
            "Choose a darker or a lighter colour.",
        ),
    ),
    "colour-token-missing": _error(
        (
            "Färgen --{token} finns inte, eller går inte att läsa.",
            "Skriv den i det första :root som i temats fil: --{token}: light-dark(#000000, "
            "#ffffff);",
        ),
        (
            "The colour --{token} is missing, or cannot be read.",
            "Write it in the first :root as in the theme's file: --{token}: light-dark(#000000, "
            "#ffffff);",
        ),
    ),
    "override-shadows-nothing": _error(
        (
            "Filen ersätter ingenting, för temat har ingen fil som heter {path}.",
            "Ge filen samma plats och namn som den i temat som den ska ersätta, eller ta bort den.",
        ),
        (
            "The file replaces nothing, since the theme has no file {path}.",
            "Give it the place and name of the file in the theme that it should replace, "
            "or delete it.",
        ),
    ),
    "template-error": _error(
        (
            "Mallen går inte att använda: {what}",
            "Rätta raden. Jämför med temats egen mall, eller ta bort filen "
            "så används den i stället.",
        ),
        (
            "The template cannot be used: {what}",
            "Correct the line. Compare it with the theme's own template, or delete the file "
            "and that one is used instead.",
        ),
    ),
    # --- the search (index) ---
    "search-program-missing": _error(
        (
            "Sökregistret kan inte byggas: programmet Pagefind finns inte på den här datorn.",
            "Installera det på nytt: pip install --force-reinstall pagefind-bin",
        ),
        (
            "The search index cannot be built: the program Pagefind is not on this computer.",
            "Install it anew: pip install --force-reinstall pagefind-bin",
        ),
    ),
    "search-index-failed": _error(
        (
            "Sökregistret kunde inte byggas. Programmet Pagefind svarar: {reason}",
            "Bygg en gång till. Hjälper inte det, installera programmet på nytt: "
            "pip install --force-reinstall pagefind-bin",
        ),
        (
            "The search index could not be built. The program Pagefind says: {reason}",
            "Build once more. If that does not help, install the program anew: "
            "pip install --force-reinstall pagefind-bin",
        ),
    ),
    # --- the finished pages (check) ---
    "link-broken": _error(
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
    "anchor-broken": _error(
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
    "page-id-twice": _error(
        (
            "Sidan har två delar med samma id, ”{id}”.",
            "Ändra ett av dem i mallen under content/overrides.",
        ),
        (
            "The page has two parts with the same id, “{id}”.",
            "Change one of them in the template in content/overrides.",
        ),
    ),
    "page-id-missing": _error(
        (
            "{attribute} hänvisar till id ”{id}”, som inte finns på sidan.",
            "Det är ett fel i mallen. Rätta hänvisningen i content/overrides eller i temat.",
        ),
        (
            "{attribute} refers to the id “{id}”, which is not on the page.",
            "The mistake is in a template. Mend the reference in content/overrides or the theme.",
        ),
    ),
    "page-main-heading": _error(
        (
            "Sidan ska ha en huvudrubrik (h1), men har {count}.",
            "Rätta mallen under content/overrides.",
        ),
        (
            "A page has one main heading (h1), but this one has {count}.",
            "Correct the template in content/overrides.",
        ),
    ),
    "page-heading-skipped": _error(
        (
            "Efter en rubrik på nivå {above} kommer en på nivå {below}.",
            "Rätta mallen under content/overrides. Hoppa inte över någon nivå.",
        ),
        (
            "A heading of level {above} is followed by one of level {below}.",
            "Correct the template in content/overrides. Skip no level.",
        ),
    ),
    "page-language-missing": _error(
        (
            "Sidan säger inte vilket språk den är på.",
            "Skriv lang på elementet html i mallen under content/overrides.",
        ),
        (
            "The page does not say which language it is in.",
            "Put lang on the element html in the template in content/overrides.",
        ),
    ),
    "page-image-alt": _error(
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
    "page-inline": _error(
        (
            "Sidan har skript eller stil mitt i sidan ({what}). Det stoppas av säkerhetsregeln.",
            "Flytta det till en fil i content/overrides/assets.",
        ),
        (
            "The page has script or style within itself ({what}). The security policy stops it.",
            "Move it to a file in content/overrides/assets.",
        ),
    ),
    "page-third-party": _error(
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
    "page-title-missing": _error(
        (
            "Sidan har ingen titel. Den är det första som en skärmläsare säger.",
            "Låt mallen skriva elementet title, som i temats layouts/base.html.",
        ),
        (
            "The page has no title. It is the first thing that a screen reader says.",
            "Let the template write the element title, as the theme's layouts/base.html does.",
        ),
    ),
    "page-main": _error(
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
    "page-landmark": _error(
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
    "page-navigation-missing": _error(
        (
            "Sidan har ingen meny (nav).",
            "Lägg menyn i elementet nav, som i temats layouts/base.html.",
        ),
        (
            "The page has no menu (nav).",
            "Put the menu into the element nav, as the theme's layouts/base.html does.",
        ),
    ),
    "page-navigation-name": _error(
        (
            "Sidan har flera menyer (nav) som inte går att skilja åt.",
            "Ge var och en ett eget namn med aria-label.",
        ),
        (
            "The page has several menus (nav) that cannot be told apart.",
            "Give each a name of its own with aria-label.",
        ),
    ),
    "page-skip-link": _error(
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
    "page-heading-empty": _error(
        (
            "Sidan har en rubrik utan text.",
            "Ge rubriken en text i mallen, eller ta bort den.",
        ),
        (
            "The page has a heading without text.",
            "Give the heading a text in the template, or take it away.",
        ),
    ),
    "page-link-name": _error(
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
    "page-link-vague": _error(
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
    "page-link-twice": _warning(
        (
            "På samma sida leder länktexten ”{text}” både till {target} och till {other}.",
            "Skriv vad som skiljer länkarna åt.",
        ),
        (
            "On the same page, the link text “{text}” leads both to {target} and to {other}.",
            "Say what tells the links apart.",
        ),
    ),
    "page-table-header": _error(
        (
            "Sidan har en tabell utan rubrikceller (th).",
            "Skriv i mallen kolumnernas rubriker som th med scope.",
        ),
        (
            "The page has a table without header cells (th).",
            "In the template, write the headings of the columns as th with scope.",
        ),
    ),
    "page-language-unknown": _error(
        (
            "Elementet {element} säger att dess språk är ”{value}”, som inte finns.",
            "Skriv i mallen språkets kod, till exempel sv eller en.",
        ),
        (
            "The element {element} says that its language is “{value}”, which does not exist.",
            "Write the code of the language in the template, such as sv or en.",
        ),
    ),
    "page-zoom": _error(
        (
            "Sidan hindrar läsaren från att förstora ({content}).",
            "Ta bort user-scalable och maximum-scale i mallen.",
        ),
        (
            "The page keeps the reader from enlarging it ({content}).",
            "Take user-scalable and maximum-scale out of the template.",
        ),
    ),
    "page-refresh": _error(
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
    # --- the output folder (write) ---
    "output-not-a-folder": _error(
        ("{folder} är en fil, ingen mapp.", "Välj en annan mapp med --output."),
        ("{folder} is a file, not a folder.", "Choose another folder with --output."),
    ),
    "output-not-ours": _error(
        (
            "Mappen {folder} har annat i sig än en webbplats från Insyn, till exempel ”{name}”.",
            "Välj en tom mapp med --output. Insyn ersätter hela mappen.",
        ),
        (
            "The folder {folder} holds other things than a site made by Insyn, such as “{name}”.",
            "Choose an empty folder with --output. Insyn replaces the whole folder.",
        ),
    ),
    "output-in-content": _error(
        (
            "Mappen {folder} hör till innehållet. Dit kan webbplatsen inte skrivas.",
            "Välj en mapp utanför content med --output, till exempel public bredvid content.",
        ),
        (
            "The folder {folder} is part of the content. The site cannot be written there.",
            "Choose a folder outside content with --output, such as public beside content.",
        ),
    ),
    "output-unwritable": _error(
        (
            "Det går inte att skriva i {folder} ({reason}).",
            "Se efter att det finns plats på disken och att du får skriva där.",
        ),
        (
            "The folder {folder} cannot be written to ({reason}).",
            "See that there is room on the disk and that you may write there.",
        ),
    ),
}

# What `wrong-type` expected, and how to write it.
_EXPECTED = {
    "sv": {
        "text": ("en text", "Skriv texten på samma rad som fältets namn."),
        "list": (
            "en lista",
            "Skriv varje del på en egen rad med bindestreck och blanksteg framför.",
        ),
        "fields": (
            "en grupp av fält",
            "Skriv fälten på raderna under, med två blanksteg framför.",
        ),
        "amount": ("ett belopp", "Skriv till exempel 4 719 182 kr på samma rad."),
        "number": ("ett tal", "Skriv talet på samma rad som fältets namn."),
        "date": ("ett datum", "Skriv till exempel 2009-01-15 på samma rad."),
        "email": ("en e-postadress", "Skriv adressen på samma rad som fältets namn."),
        "phone": ("ett telefonnummer", "Skriv numret på samma rad som fältets namn."),
        "address": ("en webbadress", "Skriv adressen på samma rad som fältets namn."),
        "path": ("en adress", "Skriv till exempel /gammal/adress/."),
        "yes-or-no": ("ja eller nej", "Skriv ja eller nej."),
    },
    "en": {
        "text": ("a text", "Write the text on the same line as the field's name."),
        "list": ("a list", "Write each item on a line of its own, after a hyphen and a space."),
        "fields": ("a group of fields", "Write its fields on the lines below, after two spaces."),
        "amount": ("an amount", "Write, for example, 4 719 182 kr on the same line."),
        "number": ("a number", "Write the number on the same line as the field's name."),
        "date": ("a date", "Write, for example, 2009-01-15 on the same line."),
        "email": ("an e-mail address", "Write it on the same line as the field's name."),
        "phone": ("a phone number", "Write it on the same line as the field's name."),
        "address": ("a web address", "Write it on the same line as the field's name."),
        "path": ("an address", "Write, for example, /old/address/."),
        "yes-or-no": ("yes or no", "Write yes or no."),
    },
}

_SEEN = {"sv": " Det syns på {page}.", "en": " It is seen on {page}."}
_PAIRS = {
    "sv": " Det är det sämsta av {count} par: {pairs}.",
    "en": " It is the worst of {count} pairs: {pairs}.",
}
_FOLLOWED = {
    "sv": " Färgerna accent_strong och part följer accent, om du inte själv anger dem.",
    "en": " The colours accent_strong and part follow accent, unless you give them yourself.",
}
_NEAREST = {"sv": "Menade du ”{nearest}”? ", "en": "Did you mean “{nearest}”? "}


def explain(problem: Problem, language: str) -> Explanation:
    """The sentences for `problem` in `language` (English where it is not Swedish).

    Raises `KeyError` for a code that is not in `KINDS`.
    """
    kind = KINDS[problem.code]
    spoken = "sv" if language == "sv" else "en"
    wording = kind.sv if spoken == "sv" else kind.en
    values = dict(problem.values)
    if problem.code == "wrong-type":
        values["expected"], values["cure"] = _EXPECTED[spoken][values["expected"]]
    ending = f"_{spoken}"
    values |= {k.removesuffix(ending): v for k, v in values.items() if k.endswith(ending)}
    message = wording.message.format(**values)
    if values.get("page"):
        message += _SEEN[spoken].format(**values)
    if values.get("pairs"):
        message += _PAIRS[spoken].format(**values)
    hint = wording.hint.format(**values)
    if values.get("followed"):
        hint += _FOLLOWED[spoken]
    if values.get("nearest"):
        hint = _NEAREST[spoken].format(**values) + hint
    return Explanation(kind.severity, message, hint)


def stops(problem: Problem) -> bool:
    """Does `problem` stop the build?"""
    return KINDS[problem.code].severity is Severity.ERROR
