"""The wording of problems with a file before anyone knows what it means."""

from __future__ import annotations

from insyn.explanation.kinds import Kind, error, warning

KINDS: dict[str, Kind] = {
    "front-matter-missing": error(
        (
            "Filen saknar ett faktablock.",
            "Börja filen med en rad som bara har tre bindestreck (---). "
            "Skriv fakta under den, och avsluta med en likadan rad. "
            'Ett projektkort att fylla i får du så här: insyn new project "Titel"',
        ),
        (
            "The file has no front matter.",
            "Begin the file with a line of three hyphens only (---). "
            "Write the facts below it, and end with another such line. "
            'A project card to fill in is made so: insyn new project "Title"',
        ),
    ),
    "front-matter-late": error(
        (
            "Filen börjar med en tom rad. Då läses inte faktablocket.",
            "Ta bort det tomma, så att filen börjar med raden som har tre bindestreck (---).",
        ),
        (
            "The file begins with an empty line, so the front matter is not read.",
            "Delete what is empty, so that the file begins with the line of three hyphens (---).",
        ),
    ),
    "front-matter-fence": error(
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
    "front-matter-unclosed": error(
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
    "tab": error(
        (
            "Raden innehåller ett tabbtecken. Faktablocket kan bara läsas med vanliga blanksteg.",
            "Ta bort tabben och skriv blanksteg i stället, två för varje steg inåt: ”{mended}”",
        ),
        (
            "The line has a tab in it. Front matter can only be read with ordinary spaces.",
            "Delete the tab and type spaces instead, two for each step inwards: “{mended}”",
        ),
    ),
    "odd-space": error(
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
    "unquoted-colon": error(
        (
            "Det står ett kolon inne i texten. Då går det inte att se var fältet slutar.",
            "Sätt raka citattecken runt hela texten: {mended}",
        ),
        (
            "There is a colon within the text, so it cannot be seen where the field ends.",
            "Put straight quotation marks around the whole text: {mended}",
        ),
    ),
    "smart-quote-yaml": error(
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
    "colon-without-space": error(
        (
            "Det saknas ett blanksteg efter kolonet.",
            "Skriv ett vanligt blanksteg mellan kolonet och värdet: {mended}",
        ),
        (
            "There is no space after the colon.",
            "Type an ordinary space between the colon and the value: {mended}",
        ),
    ),
    "colon-missing": error(
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
    "indentation": error(
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
    "field-outside-item": error(
        (
            "Raden ”{typed}” hör till delen ovanför i listan, men börjar inte lika långt in.",
            "Börja raden med {wanted} blanksteg: ”{mended}”",
        ),
        (
            "The line “{typed}” belongs to the item above, but does not begin equally far in.",
            "Begin the line with {wanted} spaces: “{mended}”",
        ),
    ),
    "list-mark": error(
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
    "list-misplaced": error(
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
    "unclosed-quote": error(
        (
            "Här börjar ett citattecken, men det avslutas aldrig.",
            "Sätt ett likadant citattecken där texten slutar: {mended}",
        ),
        (
            "A quotation mark begins here, but none ends the text.",
            "Put the same mark where the text ends: {mended}",
        ),
    ),
    "text-after-quote": error(
        (
            "Värdet börjar med citattecken, men texten fortsätter efter det avslutande tecknet.",
            "Sätt citattecken av den andra sorten runt hela värdet: {mended}",
        ),
        (
            "The value begins with a quotation mark, but text goes on after the closing one.",
            "Put quotation marks of the other sort around the whole value: {mended}",
        ),
    ),
    "unclosed-bracket": error(
        (
            "Här börjar en parentes som aldrig avslutas.",
            "Avsluta den med {bracket} på samma rad: {mended}",
        ),
        (
            "A bracket begins here that is never closed.",
            "Close it with {bracket} on the same line: {mended}",
        ),
    ),
    "reserved-character": error(
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
    "anchor-or-alias": error(
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
    "merge-key": error(
        (
            "Fältet << hämtar innehåll från ett annat ställe. Det används inte här.",
            "Ta bort raden och skriv fälten för hand.",
        ),
        (
            "The field << fetches content from somewhere else. It is not used here.",
            "Delete the line and write out the fields.",
        ),
    ),
    "tag": error(
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
    "duplicate-key": error(
        (
            "Fältet ”{key}” finns redan på rad {first}.",
            "Ta bort det ena. Ska fältet ha flera värden? Skriv dem som en lista under fältet.",
        ),
        (
            "The field “{key}” is already on line {first}.",
            "Delete one of them. Has the field several values? Write them as a list below it.",
        ),
    ),
    "key-unreadable": error(
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
    "unknown-escape": error(
        (
            "Ett omvänt snedstreck (\\) inom citattecken har en särskild betydelse.",
            "Skriv två i rad ({mended}), eller byt till enkla citattecken (') runt texten.",
        ),
        (
            "A backslash (\\) within quotation marks means something special.",
            "Write two in a row ({mended}), or use single quotation marks (') around the text.",
        ),
    ),
    "text-cut": warning(
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
    "too-deep": error(
        (
            "Fakta ligger för många nivåer inåt för att vara rätt.",
            "Jämför med ett annat kort. Ett kort har högst fyra nivåer.",
        ),
        (
            "The facts are nested too many levels deep to be right.",
            "Compare with another card. A card has at most four levels.",
        ),
    ),
    "second-document": error(
        (
            "En rad med tre bindestreck (---) delar filen i två.",
            "Ta bort raden. Den här filen ska bara ha en del.",
        ),
        (
            "A line of three hyphens (---) divides the file in two.",
            "Delete the line. This file has one part only.",
        ),
    ),
    "not-a-mapping": error(
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
    "yaml-syntax": error(
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
    "empty-file": error(
        (
            "Filen är tom.",
            "Skriv innehållet, eller ta bort filen. ”insyn new” gör ett nytt kort att fylla i.",
        ),
        (
            "The file is empty.",
            "Write its content, or delete the file. “insyn new” makes a new card to fill in.",
        ),
    ),
    "file-too-large": error(
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
    "file-unreadable": error(
        (
            "Filen går inte att öppna ({reason}).",
            "Se efter att det är en vanlig fil, och att du har rätt att läsa den.",
        ),
        (
            "The file cannot be opened ({reason}).",
            "See that it is an ordinary file, and that you may read it.",
        ),
    ),
    "not-utf8": error(
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
    "not-utf8-utf16": error(
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
    "control-character": error(
        (
            "Här står ett osynligt tecken som inte får finnas i en text ({code}).",
            "Ta bort det. Syns det inte: skriv om orden på båda sidor om platsen.",
        ),
        (
            "There is an invisible character here that cannot be in a text ({code}).",
            "Delete it. If you cannot see it, type the words on both sides of the place anew.",
        ),
    ),
    "garbled-letters": error(
        (
            "Bokstäver har blivit fel när texten har sparats eller kopierats: ”{typed}”.",
            "Det ska nog stå ”{mended}”. Rätta alla sådana ställen i filen, "
            "och spara den med teckenkodningen UTF-8.",
        ),
        (
            "Letters went wrong when the text was saved or copied: “{typed}”.",
            "It probably should say “{mended}”. Correct all such places in the file, "
            "and save it with the encoding UTF-8.",
        ),
    ),
    "conflict-marker": error(
        (
            "Två personer har ändrat samma ställe i filen. Den enas text: {one}. "
            "Den andras text: {other}.",
            "Behåll den text som gäller, eller skriv ihop de två. Ta sedan bort raderna med "
            "gits märken: {marks}.",
        ),
        (
            "Two people have changed the same place in the file. The text of one: {one}. "
            "The text of the other: {other}.",
            "Keep the text that holds, or make one text of both. Then delete the lines with "
            "git's marks: {marks}.",
        ),
    ),
    "conflict-unfinished": error(
        (
            "Här står ett av gits märken för två ändringar som har krockat, men inte alla tre.",
            "Se efter att texten omkring är den som gäller. Ta sedan bort rader som börjar med "
            "<<<<<<<, ======= eller >>>>>>>.",
        ),
        (
            "One of git's marks for two colliding changes stands here, but not all three.",
            "See that the text around it is the one that holds. Then delete lines that begin with "
            "<<<<<<<, ======= or >>>>>>>.",
        ),
    ),
    "file-half-saved": error(
        (
            "Filen är bara delvis sparad. Slutet saknas eller är förstört.",
            "Hämta den förra versionen, till exempel ur historiken på git-tjänstens webbsida "
            "eller ur en säkerhetskopia. Spara sedan dina ändringar igen.",
        ),
        (
            "The file is stored in part only. Its end is missing or damaged.",
            "Fetch the version before, such as from the history on the git host's web page "
            "or from a backup. Then save your changes again.",
        ),
    ),
    "file-name-twice": error(
        (
            "Det finns två filer som båda heter {name}. "
            "Å, ä, ö och liknande är sparade på olika sätt i deras namn.",
            "Jämför filerna, behåll det som gäller i den ena och ta bort den andra.",
        ),
        (
            "There are two files that are both called {name}. "
            "Letters such as å and é are stored in different ways in their names.",
            "Compare the files, keep what holds in one of them and delete the other.",
        ),
    ),
    "file-copy": error(
        (
            "Filen ser ut att vara en kopia av {original}.",
            "Ta bort den om du inte behöver den. Är den ett eget kort: döp om den, "
            "med små bokstäver, siffror och bindestreck.",
        ),
        (
            "The file seems to be a copy of {original}.",
            "Delete it if you don't need it. If it is a card of its own: rename it, "
            "with small letters, digits and hyphens.",
        ),
    ),
    "card-in-word": error(
        (
            "Filen {name} är gjord i en ordbehandlare. Sådana filer kan inte bli sidor.",
            "Gör ett nytt kort med ”insyn new” och klistra in texten där. Ska filen gå att ladda "
            "ner: flytta den till content/documents.",
        ),
        (
            "The file {name} was made with a word processor. Such files cannot become pages.",
            "Make a new card with “insyn new” and paste the text into it. If people are to "
            "download the file: move it to content/documents.",
        ),
    ),
    "file-name": error(
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
    "file-name-of-version": error(
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
    "easy-text-without-original": error(
        (
            "Den lättlästa texten hör inte till något. Filen {original} finns inte.",
            "Döp om filen så att namnen stämmer överens, eller skriv den vanliga texten först.",
        ),
        (
            "The easy-to-read text belongs to nothing. There is no file {original}.",
            "Rename the file so that the names agree, or write the ordinary text first.",
        ),
    ),
    "easy-text-out-of-place": error(
        (
            "Bara projekt och berättelser kan ha en lättläst text.",
            "Flytta filen till content/projects eller content/stories, eller ta bort den.",
        ),
        (
            "Only projects and stories can have an easy-to-read text.",
            "Move the file to content/projects or content/stories, or delete it.",
        ),
    ),
    "easy-line-long": warning(
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
    "easy-text-empty": error(
        (
            "Den lättlästa texten är tom.",
            "Skriv texten, eller ta bort filen tills den finns.",
        ),
        (
            "The easy-to-read text is empty.",
            "Write the text, or delete the file until there is one.",
        ),
    ),
    "glossary-indentation": error(
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
    "glossary-word-missing": warning(
        (
            "Ordet ”{term}” saknas på språket ”{language}”.",
            "Lägg till {language}: med term och explanation, så att ordet förklaras där också.",
        ),
        (
            "The word “{term}” is missing in the language “{language}”.",
            "Add {language}: with term and explanation, so that the word is explained there too.",
        ),
    ),
    "glossary-form-claimed-twice": error(
        (
            "”{value}” hör redan till ordet ”{term}” på rad {line}.",
            "Ta bort det på ett av ställena. En form får bara höra till ett ord.",
        ),
        (
            "“{value}” belongs to the word “{term}” on line {line} already.",
            "Delete it in one of the places. A form belongs to one word only.",
        ),
    ),
    "stray-file": error(
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
    "document-not-published": error(
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
    "image-no-picture": error(
        (
            "Filen är ingen bild. I mappen images ligger bara bilder.",
            "Lägg dokument i mappen documents, eller ta bort filen.",
        ),
        (
            "The file is no picture. The folder images holds pictures only.",
            "Put documents into the folder documents, or delete the file.",
        ),
    ),
    "unknown-folder": error(
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
    "symlink-outside": error(
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
    "symlink-folder": error(
        (
            "Mappen är en länk (symbolisk länk). Länkade mappar läses inte.",
            "Ta bort länken, och lägg filerna i en vanlig mapp i stället.",
        ),
        (
            "The folder is a symbolic link. Linked folders are not read.",
            "Delete the link, and put the files into an ordinary folder instead.",
        ),
    ),
    "content-missing": error(
        (
            "Det finns ingen mapp som heter content här.",
            "Stå i mappen som innehåller content när du kör insyn, eller peka ut den med --site.",
        ),
        (
            "There is no folder called content here.",
            "Run insyn in the folder that holds content, or point it out with --site.",
        ),
    ),
    "site-file-missing": error(
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
}
