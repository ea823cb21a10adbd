"""The form: cards edited in a browser, at `/admin/`.

`form_files` makes its page and its configuration, which follows from the one description of a card.
`bundle` makes its script, from Sveltia CMS.  Nothing here knows how a page of the site is made.
"""

from insyn.admin.bundle import Form, FormMissing, bundle_files, make_bundle
from insyn.admin.page import form_files

__all__ = ["Form", "FormMissing", "bundle_files", "form_files", "make_bundle"]
