"""The wording of problems with the site's own theme files, the search and the output folder."""

from __future__ import annotations

from insyn.explanation.kinds import Kind, error

KINDS: dict[str, Kind] = {
    # --- the site's own theme files (render) ---
    "colour-contrast": error(
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
    "colour-token-missing": error(
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
    "override-shadows-nothing": error(
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
    "template-error": error(
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
    "search-program-missing": error(
        (
            "Sökregistret kan inte byggas: programmet Pagefind finns inte på den här datorn.",
            "Installera det på nytt: pip install --force-reinstall pagefind-bin",
        ),
        (
            "The search index cannot be built: the program Pagefind is not on this computer.",
            "Install it anew: pip install --force-reinstall pagefind-bin",
        ),
    ),
    "search-index-failed": error(
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
    # --- the output folder (write) ---
    "output-not-a-folder": error(
        ("{folder} är en fil, ingen mapp.", "Välj en annan mapp med --output."),
        ("{folder} is a file, not a folder.", "Choose another folder with --output."),
    ),
    "output-not-ours": error(
        (
            "Mappen {folder} har annat i sig än en webbplats från Insyn, till exempel ”{name}”.",
            "Välj en tom mapp med --output. Insyn ersätter hela mappen.",
        ),
        (
            "The folder {folder} holds other things than a site made by Insyn, such as “{name}”.",
            "Choose an empty folder with --output. Insyn replaces the whole folder.",
        ),
    ),
    "output-in-content": error(
        (
            "Mappen {folder} hör till innehållet. Dit kan webbplatsen inte skrivas.",
            "Välj en mapp utanför content med --output, till exempel public bredvid content.",
        ),
        (
            "The folder {folder} is part of the content. The site cannot be written there.",
            "Choose a folder outside content with --output, such as public beside content.",
        ),
    ),
    "output-unwritable": error(
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
