// Siteimprove Alfa judges pages: a page is a line of JSON on stdin, what it found a line on stdout.
// A page is what Alfa's own scripts have read in a browser: `address`, `document` and `device`;
// of some it is only asked whether their `colours` are right.

import { createInterface } from "node:readline";

import { Audit, Outcome } from "@siteimprove/alfa-act";
import { Device } from "@siteimprove/alfa-device";
import { Document, Element } from "@siteimprove/alfa-dom";
import { Headers, Request, Response } from "@siteimprove/alfa-http";
import rules, { Group } from "@siteimprove/alfa-rules";
import { URL } from "@siteimprove/alfa-url";
import { Page } from "@siteimprove/alfa-web";

/** `main#main_content > p.lead`: the element and all around it; of several, the first. */
function place(target) {
    const node = Group.isGroup(target) ? [...target][0] : target;
    const around = [node, ...(node.ancestors?.() ?? [])].filter(Element.isElement);
    return around.reverse().map((element) => [
        element.name,
        ...element.id.map((id) => `#${id}`),
        ...[...element.classes].map((name) => `.${name}`),
    ].join("")).join(" > ");
}

/** The first sentence that says why, wherever a rule has put it. */
function reason(told) {
    if (told === null || typeof told !== "object") return "";
    if (typeof told.message === "string") return told.message;
    return Object.values(told).map(reason).find(Boolean) ?? "";
}

// What another colour scheme can change: the contrast of text, enhanced and least.
const COLOUR_RULES = rules.filter((rule) => /\/sia-r(66|69)$/.test(rule.uri));

async function judge({ address, document, device: seenOn, colours }) {
    const url = URL.parse(address).getUnsafe();
    const device = Device.from(seenOn);
    const page = Page.of(
        Request.of("GET", url),
        Response.of(url, 200, Headers.empty()),
        Document.from(document, device),
        device,
    );
    const told = { passed: 0, failed: [], undecided: [] };
    for (const outcome of await Audit.of(page, colours ? COLOUR_RULES : rules).evaluate()) {
        if (Outcome.isPassed(outcome)) told.passed += 1;
        if (!Outcome.isFailed(outcome) && !Outcome.isCantTell(outcome)) continue;
        told[Outcome.isFailed(outcome) ? "failed" : "undecided"].push({
            rule: outcome.rule.uri.split("/").pop(),
            place: place(outcome.target),
            reason: reason(outcome.toJSON().expectations ?? outcome.toJSON().diagnostic),
        });
    }
    return told;
}

for await (const line of createInterface({ input: process.stdin })) {
    process.stdout.write(`${JSON.stringify(await judge(JSON.parse(line)))}\n`);
}
