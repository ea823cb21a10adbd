"""The commands.  The only module that prints, asks or exits.

Exit status: 0 is fine, 1 means problems in the content, 2 means wrong use, or a file that
cannot be read or written, 130 means Ctrl-C.
"""

from __future__ import annotations

import click

from insyn import __version__
from insyn.cli import (
    checking,
    doctor,
    editing,
    fixing,
    forming,
    hooking,
    publishing,
    reading,
    starting,
    translating,
    upkeep,
)
from insyn.cli.refusing import Commands


@click.group(
    cls=Commands,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="""\b
Examples:
  insyn serve                   look at the site while you write
  insyn check                   find every mistake, write nothing
  insyn fix                     mend what is safe to mend, when you have seen it
  insyn hook                    check at every commit
  insyn build                   make the site in public/
  insyn init our-projects       begin a site
  insyn new project "Our work"  begin a card
  insyn report                  see what needs a review
  insyn language                see what could be said more plainly
  insyn admin                   fetch the form for editors
  insyn translate fi            begin the texts of another language
  insyn editors                 write what editors' programs read
  insyn schema site             see what a file may say
  insyn doctor                  see what is missing on this computer
  insyn demo 300 DIR            try it with made-up projects""",
)
@click.version_option(__version__, prog_name="insyn")
def main() -> None:
    """Insyn makes a website of a folder of project cards."""


for command in (
    publishing.build_command,
    publishing.serve_command,
    checking.check_command,
    fixing.fix_command,
    forming.admin_command,
    hooking.hook_command,
    starting.init_command,
    starting.new_command,
    starting.demo_command,
    upkeep.report_command,
    reading.language_command,
    doctor.doctor_command,
    editing.editors_command,
    editing.schema_command,
    translating.translate_command,
):
    main.add_command(command)
