"""`python -m insyn.cli` is `insyn`."""

from insyn.__main__ import main

main()
