"""The wording of problems with the accessibility statement."""

from __future__ import annotations

from insyn.explanation.kinds import Kind, advice, error, warning

KINDS: dict[str, Kind] = {
    "criterion-unreadable": error(
        (
            "”{value}” är inget nummer på ett krav i WCAG.",
            "Skriv tre tal med punkt emellan, till exempel 1.2.2.",
        ),
        (
            "“{value}” is no number of a success criterion in WCAG.",
            "Write three numbers with full stops between them, for example 1.2.2.",
        ),
    ),
    "statement-more-passed": error(
        (
            "{passed} prov är godkända, men bara {checks} är gjorda.",
            "Rätta det ena talet. Godkända prov kan inte vara fler än proven.",
        ),
        (
            "{passed} checks have passed, but only {checks} were made.",
            "Correct one of the numbers. No more checks can pass than were made.",
        ),
    ),
    "statement-without-assessor": error(
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
    "statement-text-missing": error(
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
    "statement-fully-with-shortcomings": error(
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
    "statement-without-shortcomings": error(
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
    "statement-reviewed-before": error(
        (
            "Redogörelsen sågs över {day}, men datumet i {field} är senare: {other}.",
            "Rätta det ena datumet. reviewed ska vara den senaste dagen i redogörelsen.",
        ),
        (
            "The statement was reviewed on {day}, but the date in {field} is later: {other}.",
            "Correct one of the dates. reviewed is to be the latest day in the statement.",
        ),
    ),
    "statement-date-in-future": error(
        (
            "Datumet {day} i {field} har inte varit än.",
            "Skriv dagen då det gjordes.",
        ),
        (
            "The date {day} in {field} has not come yet.",
            "Write the day on which it was done.",
        ),
    ),
    "statement-old": warning(
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
    "shortcoming-overdue": warning(
        (
            "Bristen skulle vara åtgärdad {day}, och den dagen har varit.",
            "Är den åtgärdad, ta bort den ur listan. Annars skriv ett nytt datum och säg varför.",
        ),
        (
            "The shortcoming was to be mended by {day}, and that day has passed.",
            "If it is mended, delete it from the list. If not, write a new date and say why.",
        ),
    ),
    "statement-missing": warning(
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
    "notice-page-unknown": error(
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
    "notice-over": advice(
        (
            "Meddelandet visas inte längre. Den sista dagen var {day}.",
            "Ta bort filen, om meddelandet inte ska visas igen. Ska det visas, skriv nya datum i "
            "show_from och show_until.",
        ),
        (
            "The notice is no longer shown. Its last day was {day}.",
            "Delete the file, unless the notice is to be shown again. If it is, write new dates "
            "in show_from and show_until.",
        ),
    ),
    "notice-heading": error(
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
    "eu-over-total": error(
        (
            "EU-stödet ({eu}) är större än hela budgeten ({total}).",
            "Rätta ett av beloppen. EU-stödet är en del av hela budgeten.",
        ),
        (
            "The EU support ({eu}) is more than the total budget ({total}).",
            "Correct one of the amounts. EU support is a part of the total budget.",
        ),
    ),
    "email-invalid": error(
        (
            "”{value}” är ingen giltig e-postadress.",
            "Skriv till exempel namn@kommun.se, utan blanksteg.",
        ),
        (
            "“{value}” is not a valid e-mail address.",
            "Write, for example, name@municipality.se, without spaces.",
        ),
    ),
    "phone-invalid": error(
        (
            "”{value}” är inget giltigt telefonnummer.",
            "Skriv ett nummer med riktnummer, till exempel 08-465 004 15. "
            "Utländska nummer börjar med + och landsnumret.",
        ),
        (
            "“{value}” is not a valid phone number.",
            "Write a number with its area code, such as 08-465 004 15. "
            "Numbers abroad begin with + and the country's code.",
        ),
    ),
    "web-address-invalid": error(
        (
            "”{value}” är ingen hel webbadress.",
            "Börja med https://, till exempel https://www.esf.se/",
        ),
        (
            "“{value}” is not a whole web address.",
            "Begin with https://, such as https://www.esf.se/",
        ),
    ),
    "address-pattern-invalid": error(
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
    "repository-host-unknown": error(
        (
            "Insyn vet inte hur git-tjänsten ”{value}” skriver adresser.",
            "Skriv host: github, gitlab eller gitea under repository, om det är en av dem. "
            "Annars lägger du till fältet edit, till exempel "
            "edit: https://git.example.se/projekt/edit/{{branch}}/{{path}}",
        ),
        (
            "Insyn does not know how the git host “{value}” spells addresses.",
            "Write host: github, gitlab or gitea below repository, if it is one of them. "
            "Otherwise add the field edit, such as "
            "edit: https://git.example.se/projects/edit/{{branch}}/{{path}}",
        ),
    ),
    "old-address-invalid": error(
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
    "municipality-unknown": error(
        (
            "Det finns ingen kommun som heter ”{value}”.",
            "Skriv kommunens officiella namn, utan ordet kommun, till exempel Mark eller Örebro.",
        ),
        (
            "There is no municipality called “{value}”.",
            "Write its official name without the word municipality, such as Mark or Örebro.",
        ),
    ),
    "names-on-one-line": warning(
        (
            "Fältet {field} har ett enda namn: ”{typed}”.",
            "Är det flera? Skriv varje namn på en egen rad, med två blanksteg och ett bindestreck "
            "framför.",
        ),
        (
            "The field {field} has one name only: “{typed}”.",
            "Are there several? Write each name on a line of its own, after two spaces and a "
            "hyphen.",
        ),
    ),
    "municipalities-on-one-line": error(
        (
            "”{value}” är flera kommuner på samma rad.",
            "Skriv en kommun per rad, med bindestreck och blanksteg framför.",
        ),
        (
            "“{value}” is several municipalities on one line.",
            "Write one municipality per line, after a hyphen and a space.",
        ),
    ),
    "region-unknown": error(
        ("Det finns ingen region som heter ”{value}”.", "Välj en av ESF:s regioner: {choices}."),
        (
            "There is no region called “{value}”.",
            "Choose one of ESF's regions: {choices}.",
        ),
    ),
    "region-is-place": error(
        (
            "”{value}” är ingen av ESF:s åtta regioner. Det ligger i {region}.",
            "Skriv {region}. Kommunerna står i fältet municipalities.",
        ),
        (
            "“{value}” is none of ESF's eight regions. It lies in {region}.",
            "Write {region}. The municipalities stand in the field municipalities.",
        ),
    ),
    "programme-area-unknown": error(
        ("Programområdet ”{value}” finns inte i site.yaml.", "Välj ett av: {choices}."),
        ("The programme area “{value}” is not in site.yaml.", "Choose one of: {choices}."),
    ),
    "phase-unknown": error(
        ("Projektfasen ”{value}” finns inte i site.yaml.", "Välj en av: {choices}."),
        ("The project phase “{value}” is not in site.yaml.", "Choose one of: {choices}."),
    ),
    "target-group-unknown": error(
        (
            "Målgruppen ”{value}” finns inte i site.yaml.",
            "Välj en eller flera, en per rad med bindestreck och blanksteg framför: {choices}.",
        ),
        (
            "The target group “{value}” is not in site.yaml.",
            "Choose one or more, one per line after a hyphen and a space: {choices}.",
        ),
    ),
    "target-groups-on-one-line": error(
        (
            "”{value}” är flera målgrupper på samma rad.",
            "Skriv en målgrupp per rad, med bindestreck och blanksteg framför.",
        ),
        (
            "“{value}” is several target groups on one line.",
            "Write one target group per line, after a hyphen and a space.",
        ),
    ),
    "period-long": warning(
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
    "municipality-outside-region": warning(
        (
            "Kommunen {value} ligger i {region}, men kortet anger regionen {given}.",
            "Kontrollera regionen och kommunen. Är båda rätt kan du låta dem stå.",
        ),
        (
            "The municipality {value} lies in {region}, but the card gives {given}.",
            "Check the region and the municipality. If both are right, let them stand.",
        ),
    ),
    "project-unknown": error(
        (
            "Det finns inget projekt med filnamnet ”{value}”.",
            "Skriv filens namn utan .md, till exempel egenmakt-trelleborg.",
        ),
        (
            "There is no project with the file name “{value}”.",
            "Write the file's name without .md, such as egenmakt-trelleborg.",
        ),
    ),
    "continues-itself": error(
        (
            "Projektet kan inte vara en fortsättning på sig självt.",
            "Skriv filnamnet på det tidigare projektet, eller ta bort fältet continues.",
        ),
        (
            "A project cannot continue itself.",
            "Write the file name of the earlier project, or delete the field continues.",
        ),
    ),
    "continues-in-a-circle": error(
        (
            "Projektet fortsätter ”{value}”, som i sin tur fortsätter det här.",
            "Ta bort fältet continues i det av projekten som kom först.",
        ),
        (
            "The project continues “{value}”, which in turn continues this one.",
            "Delete the field continues in the one of them that came first.",
        ),
    ),
    "continues-a-later-one": warning(
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
    "withdrawn-contact-in-text": warning(
        (
            "Kontaktpersonen visas inte längre, men ”{value}” står kvar på kortet.",
            "Ta bort uppgiften ur texten. Är det en annan person med samma namn kan den stå kvar.",
        ),
        (
            "The contact person is no longer shown, but “{value}” is still on the card.",
            "Delete it from the text. If it is another person of the same name, it can stay.",
        ),
    ),
    "related-unknown": error(
        (
            "Det finns inget projekt och ingen berättelse med filnamnet ”{value}”.",
            "Skriv filens namn utan .md, till exempel egenmakt-trelleborg.",
        ),
        (
            "There is no project or story with the file name “{value}”.",
            "Write the file's name without .md, such as egenmakt-trelleborg.",
        ),
    ),
    "document-missing": error(
        (
            "Dokumentet ”{value}” finns inte i content.",
            "Lägg filen i content/documents och skriv till exempel documents/rapport.pdf.",
        ),
        (
            "The document “{value}” is not in content.",
            "Put the file into content/documents and write, for example, documents/report.pdf.",
        ),
    ),
    "document-format-given": error(
        (
            "Dokumentet ”{value}” har en fil. Då följer formatet av filens namn.",
            "Ta bort raden med format. Den behövs bara för dokument på en annan webbplats.",
        ),
        (
            "The document “{value}” has a file. Its format follows from the file's name.",
            "Take away the line with format. Only documents on another site need it.",
        ),
    ),
    "document-place": error(
        (
            "Dokumentet ”{value}” ska ha antingen en fil eller en webbadress.",
            "Skriv file för ett dokument i content, eller address för ett på en annan webbplats.",
        ),
        (
            "The document “{value}” needs either a file or a web address.",
            "Write file for one in content, or address for one on another site.",
        ),
    ),
    "organisation-unknown": error(
        (
            "Det finns ingen organisation som heter ”{value}” i content/organisations.",
            'Rätta namnet, eller skapa organisationen med: insyn new organisation "{value}"',
        ),
        (
            "There is no organisation called “{value}” in content/organisations.",
            'Correct the name, or create it with: insyn new organisation "{value}"',
        ),
    ),
    "organisation-name-near": warning(
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
    "organisations-on-one-line": warning(
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
    "organisation-name-claimed-twice": error(
        (
            "Namnet ”{value}” hör också till organisationen i {other}.",
            "Ta bort namnet i en av filerna. Ett namn får bara höra till en organisation.",
        ),
        (
            "The name “{value}” also belongs to the organisation in {other}.",
            "Delete the name from one of the files. A name belongs to one organisation only.",
        ),
    ),
    "address-claimed-twice": error(
        (
            "Sidan får samma adress som {other}.",
            "Döp om en av filerna, eller ändra fältet address om sidan har ett.",
        ),
        (
            "The page gets the same address as {other}.",
            "Rename one of the files, or change the field address if the page has one.",
        ),
    ),
    "address-taken": error(
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
    "file-name-taken": error(
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
    "address-reserved": error(
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
    "old-address-taken": error(
        (
            "Den gamla adressen {address} är redan upptagen av {other}.",
            "Rätta adressen, eller ta bort raden. En adress kan bara leda till en sida.",
        ),
        (
            "The old address {address} is already taken by {other}.",
            "Correct the address, or delete the line. An address leads to one page only.",
        ),
    ),
    "translation-without-original": error(
        (
            "Översättningen har inget original. Filen {original} finns inte.",
            "Döp om filen så att namnen stämmer överens, eller skriv originalet först.",
        ),
        (
            "The translation has no original. There is no file {original}.",
            "Rename the file so that the names agree, or write the original first.",
        ),
    ),
    "translation-language-unknown": error(
        (
            "Webbplatsen har inte språket ”{language}”. Den har: {languages}.",
            "Rätta språkkoden i filnamnet, eller lägg till språket under languages i site.yaml.",
        ),
        (
            "The site does not have the language “{language}”. It has: {languages}.",
            "Correct the code in the file name, or add the language to languages in site.yaml.",
        ),
    ),
    "translation-of-first-language": error(
        (
            "Webbplatsens första språk är redan ”{language}”. Texten ska stå i {original}.",
            "Ta bort .{language} ur filnamnet, eller flytta texten till originalet.",
        ),
        (
            "The site's first language is “{language}” already. The text belongs in {original}.",
            "Take .{language} out of the file name, or move the text to the original.",
        ),
    ),
    "translation-count-differs": error(
        (
            "Listan ”{field}” är inte lika lång som i originalet: {count} här, {original} där.",
            "Skriv lika många delar som i originalet, i samma ordning.",
        ),
        (
            "The list “{field}” is not as long as in the original: {count} here, {original} there.",
            "Write as many items as in the original, in the same order.",
        ),
    ),
}
