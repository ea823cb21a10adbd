// What html-validate asks of every page: all that it recommends, and all for accessibility.
// A rule is changed only where what it asks is a matter of taste, or would make a page worse.
export default {
    root: true,
    extends: ["html-validate:recommended", "html-validate:a11y"],
    rules: {
        // HTML allows both; lower case is what the rest of the markup is in.
        "doctype-style": ["error", { style: "lowercase" }],
        // HTML's own rule. A word of the glossary may begin with a digit ("3R-metoden").
        "valid-id": ["error", { relaxed: true }],
        // ARIA names a list; a heading for each row of tags would be in a listener's way.
        "aria-label-misuse": ["error", { allowAnyNamable: true }],
        // A phone number is kept on one line by the style sheet, for all that have this class.
        "tel-non-breaking": ["error", { ignoreClasses: ["phone"] }],
        // The reader's settings are a form that is sent nowhere: each change is kept at once.
        "wcag/h32": "off",
        // The page first, the site last: long names of organisations are not ours to cut.
        "long-title": "off",
    },
};
