"""What a template may know: one frozen class for each kind of page.

A template gets two names: `page`, the `Layout` that every page has, and `view`, the one class of
its kind.  Values are ready to be shown but not yet spelled: amounts are whole units of the site's
currency, shares are between 0 and 1, dates are `datetime.date`.  The filters of `insyn.render`
spell them in the page's language.  Nothing here is `None` unless its comment says so, and what
is empty is an empty tuple or string, so that a template can leave its heading out.
"""

from __future__ import annotations

from dataclasses import dataclass

from insyn.pages.views.frame import *
from insyn.pages.views.lists import *
from insyn.pages.views.maps import *
from insyn.pages.views.money import *
from insyn.pages.views.notices import *
from insyn.pages.views.organisations import *
from insyn.pages.views.overviews import *
from insyn.pages.views.places import *
from insyn.pages.views.progress import *
from insyn.pages.views.projects import *
from insyn.pages.views.search import *
from insyn.pages.views.shared import *
from insyn.pages.views.statement import *
from insyn.pages.views.stories import *
from insyn.pages.views.words import *

View = (
    StartView
    | ProjectListView
    | FacetView
    | ProjectTableView
    | ProjectView
    | StoryListView
    | StoryView
    | ContactsView
    | RegionContactsView
    | NoticeListView
    | MoneyView
    | MoneyOwnersView
    | TimelineView
    | ResultsView
    | OrganisationListView
    | OrganisationView
    | PlacesView
    | MunicipalityListView
    | RegionView
    | CountyView
    | MunicipalityView
    | AccessibilityView
    | SideView
    | TextView
    | GlossaryView
    | EasyView
    | EasyListView
    | SearchView
    | SettingsView
    | StatementView
    | StatementThanksView
    | NotFoundView
    | RedirectView
)


@dataclass(frozen=True, slots=True)
class Page:
    """A page to render: the file it becomes, its frame and its view.

    `file` is the path below the output folder ("en/projects/x/index.html").
    """

    file: str
    layout: Layout
    view: View
