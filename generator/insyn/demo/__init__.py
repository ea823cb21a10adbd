"""Made-up portfolios that are believable: for a first look, for tests, and for measuring.

The places are real and all else is invented.  `demo_files(count)` gives the files of a site with
`count` projects as editors would have written them, with all that makes real portfolios awkward:
odd lengths, missing values, several phases, three languages.
"""

from insyn.demo.site import demo_files

__all__ = ["demo_files"]
