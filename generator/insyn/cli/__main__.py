"""`python -m insyn.cli` is `insyn`."""

from insyn.cli import main

main()
