"""The wording of problems with the facts of a card."""

from __future__ import annotations

from insyn.explanation.kinds import Kind, advice, error, warning

KINDS: dict[str, Kind] = {
    "field-missing": error(
        ("Fältet ”{field}” saknas eller är tomt.", "Skriv till exempel: {name}: {example}"),
        ("The field “{field}” is missing or empty.", "Write, for example: {name}: {example}"),
    ),
    "field-missing-choice": error(
        (
            "Fältet ”{field}” saknas eller är tomt.",
            "Skriv ett av de här efter {field}: {choices}.",
        ),
        (
            "The field “{field}” is missing or empty.",
            "Write one of these after {field}: {choices}.",
        ),
    ),
    "field-missing-group": error(
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
    "field-unknown": error(
        (
            "Fältet ”{field}” finns inte.",
            "Rätta namnet eller ta bort raden. Fälten som finns här är: {fields}.",
        ),
        (
            "There is no field called “{field}”.",
            "Correct the name or delete the line. The fields here are: {fields}.",
        ),
    ),
    "field-outside-group": error(
        (
            "Fältet ”{field}” hör till {group}.",
            "Låt det stå under {group}: och börja raden med två blanksteg: ”{mended}”",
        ),
        (
            "The field “{field}” belongs to {group}.",
            "Let it stand below {group}: and begin the line with two spaces: “{mended}”",
        ),
    ),
    "field-outside-list": error(
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
    "field-label": error(
        ("Fältet ”{field}” heter {name} i filen.", "Skriv {name}: i stället för {field}:"),
        (
            "The field “{field}” is called {name} in the file.",
            "Write {name}: instead of {field}:",
        ),
    ),
    "field-misspelt": error(
        ("Fältet ”{field}” finns inte.", "Rätta namnet, eller ta bort raden."),
        ("There is no field called “{field}”.", "Correct the name, or delete the line."),
    ),
    "translation-repeats-fact": error(
        (
            "Översättningen upprepar fältet ”{field}”. Fakta står bara i originalet.",
            "Ta bort fältet här. Sidan hämtar det från originalet.",
        ),
        (
            "The translation repeats the field “{field}”. Facts stand in the original only.",
            "Delete the field here. The page takes it from the original.",
        ),
    ),
    "text-too-long": error(
        (
            "Texten i ”{field}” är {length} tecken lång. Den får vara högst {most}.",
            "Korta den. Behåll det viktigaste: vem gör vad, för vem, var?",
        ),
        (
            "The text in “{field}” is {length} characters long. It may have {most} at most.",
            "Shorten it. Keep what matters most: who does what, for whom, where?",
        ),
    ),
    "choice-unknown": error(
        ("”{value}” går inte att välja i fältet ”{field}”.", "Välj ett av: {choices}."),
        ("“{value}” is no choice for the field “{field}”.", "Choose one of: {choices}."),
    ),
    "currency-unknown": error(
        ("”{value}” är ingen valutakod.", "Skriv tre stora bokstäver, till exempel SEK."),
        ("“{value}” is no currency code.", "Write three capital letters, such as SEK."),
    ),
    "colour-unreadable": error(
        (
            "”{value}” är ingen färg som går att läsa.",
            'Skriv färgen med sex tecken inom citattecken, till exempel "#0a5238".',
        ),
        (
            "“{value}” is no colour that can be read.",
            'Write the colour with six signs in quotation marks, such as "#0a5238".',
        ),
    ),
    "language-unknown": error(
        ("”{value}” är ingen språkkod.", "Skriv två små bokstäver, till exempel sv eller en."),
        ("“{value}” is no language code.", "Write two small letters, such as sv or en."),
    ),
    "wrong-type": error(
        ("Fältet ”{field}” ska vara {expected}.", "{cure}"),
        ("The field “{field}” has to be {expected}.", "{cure}"),
    ),
    "item-empty": error(
        (
            "En rad i listan ”{field}” är tom.",
            "Skriv något efter bindestrecket, eller ta bort raden.",
        ),
        (
            "A line of the list “{field}” is empty.",
            "Write something after the hyphen, or delete it.",
        ),
    ),
    "amount-unreadable": error(
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
    "amount-negative": error(
        ("Beloppet ”{value}” är mindre än noll.", "Ta bort minustecknet."),
        ("The amount “{value}” is less than zero.", "Delete the minus sign."),
    ),
    "number-unreadable": error(
        (
            "Talet ”{value}” går inte att läsa.",
            "Skriv bara siffror, till exempel 70 eller 12,5. Enheten skrivs i fältet unit.",
        ),
        (
            "The number “{value}” cannot be read.",
            "Write figures only, such as 70 or 12.5. The unit goes into the field unit.",
        ),
    ),
    "whole-number-unreadable": error(
        ("”{value}” är inget heltal.", "Skriv bara siffror, till exempel 5."),
        ("“{value}” is no whole number.", "Write figures only, such as 5."),
    ),
    "number-out-of-range": error(
        ("Fältet ”{field}” kan inte vara {value}.", "Skriv ett tal från {least} till {most}."),
        ("The field “{field}” cannot be {value}.", "Write a number from {least} to {most}."),
    ),
    "count-unreadable": error(
        (
            "Antalet ”{value}” går inte att läsa.",
            "Skriv ett helt tal och ingenting mer, till exempel 594 eller 1 200.",
        ),
        (
            "The count “{value}” cannot be read.",
            "Write a whole number and nothing else, such as 594 or 1 200.",
        ),
    ),
    "date-unreadable": error(
        ("Datumet ”{value}” går inte att läsa.", "Skriv år-månad-dag, till exempel {example}."),
        ("The date “{value}” cannot be read.", "Write year-month-day, such as {example}."),
    ),
    "date-ambiguous": error(
        (
            "Datumet ”{value}” kan betyda två dagar: {one_said} eller {other_said}.",
            "Skriv år-månad-dag: {one} eller {other}.",
        ),
        (
            "The date “{value}” can mean two days: {one_said} or {other_said}.",
            "Write year-month-day: {one} or {other}.",
        ),
    ),
    "date-without-day": error(
        ("Datumet ”{value}” säger inte vilken dag.", "Skriv år-månad-dag, till exempel {example}."),
        (
            "The date “{value}” does not say which day.",
            "Write year-month-day, such as {example}.",
        ),
    ),
    "date-without-year": error(
        ("Datumet ”{value}” saknar år.", "Skriv år-månad-dag, till exempel {example}."),
        ("The date “{value}” has no year.", "Write year-month-day, such as {example}."),
    ),
    "date-impossible": error(
        ("Dagen {value} finns inte i kalendern.", "Rätta månaden eller dagen."),
        ("There is no such day as {value}.", "Correct the month or the day."),
    ),
    "year-unlikely": warning(
        (
            "Året {year} är knappast rätt för ett projekt.",
            "Kontrollera årtalet. Är det rätt kan du låta det stå.",
        ),
        (
            "The year {year} is hardly right for a project.",
            "Check the year. If it is right, let it stand.",
        ),
    ),
    "draft": advice(
        (
            "Kortet är ett utkast och publiceras inte.",
            "Ta bort raden när kortet är klart.",
        ),
        (
            "The card is a draft and is not published.",
            "Delete the line when the card is ready.",
        ),
    ),
    "link-to-draft": warning(
        (
            "Länken ”{target}” leder till ett utkast. Texten publiceras, men utan länk.",
            "Gör utkastet klart, eller ta bort länken.",
        ),
        (
            "The link “{target}” leads to a draft. The text is published, but without the link.",
            "Finish the draft, or remove the link.",
        ),
    ),
    "names-a-draft": warning(
        (
            "”{value}” är ett utkast. Det visas inte här förrän det är klart.",
            "Gör utkastet klart, eller ta bort raden.",
        ),
        (
            "“{value}” is a draft. It is not shown here until it is ready.",
            "Finish the draft, or delete the line.",
        ),
    ),
    "title-twice": warning(
        (
            "Titeln ”{title}” har också {other} (rad {line}).",
            "Är det samma projekt? Behåll det ena kortet och ta bort det andra. Annars: skriv "
            "titlar som skiljer dem åt.",
        ),
        (
            "The title “{title}” is also that of {other} (line {line}).",
            "Is it the same project? Keep one of the cards and delete the other. If not, write "
            "titles that tell them apart.",
        ),
    ),
    "reference-twice": warning(
        (
            "Numret ”{reference}” har också {other} (rad {line}).",
            "Är det samma projekt? Behåll det ena kortet och ta bort det andra. Annars: rätta "
            "numret, eller låt det stå om källan gäller båda.",
        ),
        (
            "The number “{reference}” is also that of {other} (line {line}).",
            "Is it the same project? Keep one of the cards and delete the other. If not, correct "
            "the number, or let it stand if the source is about both.",
        ),
    ),
    "end-before-start": error(
        (
            "Projektet slutar {end}, men börjar först {start}.",
            "Rätta det ena datumet. Slutet ska vara samma dag som starten eller senare.",
        ),
        (
            "The project ends on {end}, but does not begin until {start}.",
            "Correct one of the dates. The end is the same day as the start, or later.",
        ),
    ),
    "notice-ends-before-start": error(
        (
            "Meddelandet visas till och med {end}, men börjar visas först {start}.",
            "Rätta det ena datumet. show_until ska vara samma dag som show_from eller senare.",
        ),
        (
            "The notice is shown until {end}, but not before {start}.",
            "Correct one of the dates. show_until is the same day as show_from, or later.",
        ),
    ),
}
