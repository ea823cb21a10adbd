"""The accessibility statement, and the page that thanks whoever has sent a message from it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from insyn.model.portfolio import Evidence, Shortcoming, Statement, Words
from insyn.model.values import phone_url
from insyn.pages import views
from insyn.pages.addresses import mailto
from insyn.pages.drafting import Draft, Drafting
from insyn.pages.linked_data import statement_json
from insyn.slugs import slugify


@dataclass(frozen=True)
class StatementPages(Drafting):
    """The pages of the accessibility statement in one language."""

    def drafts(self) -> Iterator[Draft]:
        """The statement, if there is one, and the thanks, if it has a form."""
        statement = self.portfolio.statement
        if statement is None:
            return
        yield self._statement(statement)
        if statement.feedback.form == "netlify":
            yield self._thanks(statement)

    def _text(self, words: Words | None) -> views.Text:
        return self.parts.words(words) if words else views.Text("", self.language.code)

    def _statement(self, statement: Statement) -> Draft:
        say, assessment = self.say, statement.assessment
        view = views.StatementView(
            lead=say(
                "%(responsible)s is committed to making this site accessible to everyone. Here it "
                "says how accessible the site is, and how you tell us of a shortcoming.",
                responsible=statement.responsible,
            ),
            parts=self._parts(),
            status=self._status(statement),
            service=statement.service,
            address=views.Link(
                statement.address.partition("://")[2].rstrip("/"), statement.address
            ),
            covers=self._text(statement.covers),
            en_301_549=statement.en_301_549,
            wcag=statement.wcag,
            level=statement.level,
            feedback=self._feedback(statement),
            authority=self.parts.spelled(statement.authority),
            complaint=views.Link(
                say(
                    "Report a lack of accessibility to %(authority)s",
                    authority=self.parts.spelled(statement.authority),
                ),
                statement.authority_address,
            ),
            kinds=tuple(self._kinds(statement)),
            method=say(
                "The assessment was made by %(assessor)s, who does not belong to us.",
                assessor=assessment.assessor,
            )
            if assessment.method == "third_party"
            else say("We have assessed the site ourselves (self-assessment)."),
            how=self._text(assessment.how),
            assessed=tuple(map(self.parts.words, assessment.assessed)),
            not_assessed=tuple(map(self.parts.words, assessment.not_assessed)),
            evidence=self._evidence(assessment.evidence) if assessment.evidence else None,
            assessed_on=assessment.given.day,
            prepared=statement.prepared.day,
            reviewed=statement.reviewed.day,
            machine_readable=views.Link(
                say("The accessibility statement for programs (JSON)"),
                self.addresses.statement_json,
            ),
        )
        draft = self.area(
            "accessibility-statement",
            "statement",
            say("How accessible this site is, and how you tell us of a shortcoming."),
            view,
        )
        return replace(
            draft, json_ld=statement_json(self.parts, statement, view.status), file=statement.file
        )

    def _parts(self) -> tuple[views.StatementPart, ...]:
        say = self.say
        headings: Sequence[
            tuple[Literal["status", "feedback", "enforcement", "content", "assessment"], str]
        ] = (
            ("status", say("Compliance status")),
            ("feedback", say("Feedback and contact information")),
            ("enforcement", say("Enforcement procedure")),
            ("content", say("Non-accessible content")),
            ("assessment", say("Preparation of this accessibility statement")),
        )
        return tuple(
            views.StatementPart(kind, slugify(heading), heading) for kind, heading in headings
        )

    def _status(self, statement: Statement) -> str:
        say = self.say
        return {
            "fully": say(
                "This site is fully compliant with the Act (2018:1937) on accessibility to "
                "digital public services."
            ),
            "partly": say(
                "This site is partially compliant with the Act (2018:1937) on accessibility to "
                "digital public services."
            ),
            "not": say(
                "This site is not compliant with the Act (2018:1937) on accessibility to digital "
                "public services."
            ),
        }[statement.status]

    def _kinds(self, statement: Statement) -> Iterator[views.ShortcomingKind]:
        say = self.say
        kinds = (
            (
                say("Non-compliance with the accessibility regulations"),
                say("This does not meet the demands of the law yet."),
                statement.not_compliant,
            ),
            (
                say("Disproportionate burden"),
                say(
                    "To adapt this would be a disproportionate burden. Section 12 of the law "
                    "exempts it."
                ),
                statement.disproportionate_burden,
            ),
            (
                say("Content not within the scope of the law"),
                say("Section 9 of the law exempts this. You may ask for it in another form."),
                statement.outside_the_law,
            ),
        )
        for heading, explanation, shortcomings in kinds:
            if shortcomings:
                yield views.ShortcomingKind(
                    heading, explanation, tuple(map(self._shortcoming, shortcomings))
                )

    def _shortcoming(self, shortcoming: Shortcoming) -> views.Shortcoming:
        return views.Shortcoming(
            what=self.parts.words(shortcoming.what),
            reason=self.parts.words(shortcoming.reason),
            alternative=self._text(shortcoming.alternative),
            criterion=shortcoming.criterion,
            mended_by=shortcoming.mended_by,
        )

    def _evidence(self, evidence: Evidence) -> views.Evidence:
        language = self.language
        return views.Evidence(
            sentence=language.say_many(
                "On %(day)s %(count)s check was run. Passed: %(passed)s.",
                "On %(day)s %(count)s checks were run. Passed: %(passed)s.",
                evidence.checks,
                day=language.date(evidence.given.day),
                passed=language.number(evidence.passed),
            ),
            report=self._report(evidence.report) if evidence.report else views.Link(""),
        )

    def _report(self, place: str) -> views.Link:
        """To the report; of a file of ours it says the format."""
        text, address = self.say("Read the report of the checks"), place
        if place.startswith("media:"):
            text = f"{text} ({place.rpartition('.')[2].upper()})"
            address = self.parts.address(place, self.language.code)
        return views.Link(text, address)

    # --- feedback ---

    def _answer(self, statement: Statement) -> str:
        days = statement.feedback.answer_within_days
        if days is None:
            return ""
        return self.language.say_many(
            "We answer within %(count)s working day.",
            "We answer within %(count)s working days.",
            days,
        )

    def _feedback(self, statement: Statement) -> views.Feedback:
        say, given = self.say, statement.feedback
        page = self.addresses.whole(self.addresses.area("accessibility-statement"))
        mail = mailto(
            given.email,
            say("Accessibility of %(site)s", site=statement.service),
            (
                say("Which page is it about?"),
                "",
                say("What is wrong, or what do you need in another form?"),
                "",
                say("Do you use an aid, such as a screen reader? Which?"),
                "",
                page,
            ),
        )
        return views.Feedback(
            form=given.form,
            mail=mail if given.form == "email" else "",
            address=views.Link(given.email, f"mailto:{given.email}"),
            phone=views.Link(given.phone, phone_url(given.phone))
            if given.phone
            else views.Link(""),
            answer=self._answer(statement),
            other_forms=self._text(given.other_forms),
            thanks=self.addresses.statement_thanks,
        )

    def _thanks(self, statement: Statement) -> Draft:
        return Draft(
            key=("accessibility-statement", "thanks"),
            url=self.addresses.statement_thanks,
            kind="statement-thanks",
            title=self.say("Thank you for your message"),
            description=self.say("We have received your message about accessibility."),
            view=views.StatementThanksView(
                answer=self._answer(statement),
                back=views.Link(
                    self.say("Back to the accessibility statement"),
                    self.addresses.area("accessibility-statement"),
                ),
            ),
            trail=self.trail("accessibility-statement"),
            area="accessibility-statement",
            file=statement.file,
            noindex=True,
        )
