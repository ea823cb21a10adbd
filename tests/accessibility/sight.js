// What a page looks like, asked in the page itself. Each probe returns what is wrong, in sentences.
// `sight.py` tells what each is for and calls them.

const words = (text) => text.replace(/\s+/g, " ").trim();
const named = (element) => {
    const kind = element.getAttribute("class");
    const said = words(element.textContent).slice(0, 40);
    return `<${element.localName}${kind ? ` class="${kind}"` : ""}>${said ? ` “${said}”` : ""}`;
};
const allowed = (element, exceptions) => exceptions.some((selector) => element.closest(selector));
const unique = (faults) => [...new Set(faults)];

// Text for screen readers alone is in a box of a pixel.
const tiny = (box) => box.width <= 1 || box.height <= 1;
const seen = (element) => {
    if (!element.checkVisibility({visibilityProperty: true})) return false;
    for (let around = element; around; around = around.parentElement) {
        const style = getComputedStyle(around);
        if (style.display === "contents" || style.display === "inline") continue;
        if (tiny(around.getBoundingClientRect()) && !around.closest("svg")) return false;
    }
    return !element.closest(".skip:not(:focus)");
};
const texts = function* (root = document.body) {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    for (let node; (node = walker.nextNode());) {
        if (!node.data.trim() || node.parentElement.closest("template, script, style, option, title")) {
            continue;
        }
        if (seen(node.parentElement)) yield node;
    }
};
const boxesOf = (node) => {
    const range = document.createRange();
    range.selectNodeContents(node);
    return [...range.getClientRects()].filter((box) => !tiny(box));
};
const block = (element) => {
    let found = element;
    while (getComputedStyle(found).display === "inline") found = found.parentElement;
    return found;
};

// --- colours -------------------------------------------------------------------------------------

const colour = (value) => {
    const found = /^rgba?\(([^)]+)\)$/.exec(value);
    if (!found) return null; // none, or a pattern
    const [red, green, blue, alpha = 1] = found[1].split(/[\s,/]+/).map(Number);
    return {red, green, blue, alpha};
};
const spelled = ({red, green, blue}) => `rgb(${[red, green, blue].map(Math.round).join(" ")})`;
const over = (top, ground) => {
    const mix = (part) => top[part] * top.alpha + ground[part] * (1 - top.alpha);
    return {red: mix("red"), green: mix("green"), blue: mix("blue"), alpha: 1};
};
const luminance = ({red, green, blue}) => {
    const [r, g, b] = [red, green, blue]
        .map((part) => part / 255)
        .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};
const contrast = (one, other) => {
    const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
    return (light + 0.05) / (dark + 0.05);
};
const paper = () => {
    const probe = document.createElement("div");
    probe.style.backgroundColor = "Canvas";
    document.body.append(probe);
    const found = colour(getComputedStyle(probe).backgroundColor);
    probe.remove();
    return found;
};
// What lies behind the content of an element of HTML; null where a picture does.
const grounds = new Map();
const ground = (element) => {
    if (!element) return paper();
    if (grounds.has(element)) return grounds.get(element);
    const style = getComputedStyle(element);
    const own = colour(style.backgroundColor);
    let found = null;
    if (style.backgroundImage === "none" || own.alpha === 1) {
        const behind = own.alpha === 1 ? own : ground(element.parentElement);
        found = behind && over(own, behind);
    }
    grounds.set(element, found);
    return found;
};
const SHAPES = "rect, circle, ellipse, path, polygon, polyline, line";
const drawn = (svg) => [...svg.querySelectorAll(SHAPES)]
    .filter((shape) => !shape.closest("defs, pattern, clipPath, mask, symbol"))
    .filter((shape) => shape.checkVisibility({visibilityProperty: true}));
// The colour that a drawing has at a point of the window, below one of its parts.
const under = (svg, part, x, y) => {
    let found = ground(svg);
    for (const shape of drawn(svg)) {
        if (!(shape.compareDocumentPosition(part) & Node.DOCUMENT_POSITION_FOLLOWING)) break;
        const fill = colour(getComputedStyle(shape).fill);
        if (!fill || !fill.alpha) continue;
        const at = new DOMPoint(x, y).matrixTransform(shape.getScreenCTM().inverse());
        if (shape.isPointInFill(at)) found = over(fill, found);
    }
    return found;
};
const drawing = (element) => {
    let svg = element.closest("svg");
    while (svg?.parentElement.closest("svg")) svg = svg.parentElement.closest("svg");
    return svg;
};

// WCAG 1.4.6: 7:1, and 4.5:1 for large text: 24 px, or 18.66 px and bold.
const inks = (least) => {
    grounds.clear();
    const faults = [];
    const judge = (element, style, said) => {
        const svg = drawing(element);
        let behind = ground(svg ?? element);
        const own = colour(style.backgroundColor); // a mark before a text has a ground of its own
        if (!svg && behind) behind = over(own, behind);
        let ink = colour(svg ? style.fill : style.color);
        if (svg) {
            const {x, y, width, height} = element.getBoundingClientRect();
            behind = under(svg, element, x + width / 2, y + height / 2);
            const halo = colour(style.stroke);
            if (halo && style.paintOrder.startsWith("stroke")) behind = over(halo, behind);
        }
        if (!behind || !ink) {
            faults.push(`a picture is behind ${named(element)}`);
            return;
        }
        let opacity = 1;
        for (let around = element; around; around = around.parentElement) {
            opacity *= Number(getComputedStyle(around).opacity);
        }
        ink = over({...ink, alpha: ink.alpha * opacity}, behind);
        const size = parseFloat(style.fontSize);
        const large = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700);
        const found = contrast(ink, behind);
        if (found < (large ? Math.min(least, 4.5) : least)) {
            faults.push(`${found.toFixed(2)}:1, ${spelled(ink)} on ${spelled(behind)}: `
                + `<${element.localName}> “${words(said).slice(0, 40)}”`);
        }
    };
    const judged = new Set();
    for (const node of texts()) {
        const element = node.parentElement;
        if (judged.has(element)) continue;
        judged.add(element);
        judge(element, getComputedStyle(element), node.data);
    }
    for (const element of document.body.querySelectorAll("*")) {
        for (const place of ["::before", "::after"]) {
            const style = getComputedStyle(element, place);
            if (/["\w]/.test(style.content.replace(/^(none|normal)$|^""$/, "")) && seen(element)) {
                judge(element, style, style.content);
            }
        }
        if (element.matches("input, select, textarea") && seen(element)) {
            judge(element, getComputedStyle(element), element.value);
        }
    }
    return unique(faults);
};

// --- edges and marks -----------------------------------------------------------------------------

const SIDES = ["Top", "Right", "Bottom", "Left"];
const edges = (style) => SIDES
    .filter((side) => !["none", "hidden"].includes(style[`border${side}Style`]))
    .filter((side) => parseFloat(style[`border${side}Width`]) >= 1)
    .map((side) => colour(style[`border${side}Color`]));

// WCAG 1.4.11: a control's edge, or its ground, differs from what is around it by 3:1.
const controls = () => {
    grounds.clear();
    const faults = [];
    for (const element of document.querySelectorAll("input, select, textarea, button, a")) {
        if (!seen(element) || element.closest("svg")) continue;
        if (element.matches("[type=checkbox], [type=radio], [type=hidden]")) continue;
        const style = getComputedStyle(element);
        const all = edges(style);
        if (element.localName === "a" && all.length < 4) continue;
        const outside = ground(element.parentElement);
        const inside = ground(element);
        const bounds = [inside, ...(all.length === 4 ? [over(all[0], outside)] : [])];
        if (Math.max(...bounds.map((one) => contrast(one, outside))) < 3) {
            faults.push(`the bounds of ${named(element)} are not seen`);
        }
    }
    return unique(faults);
};

// Every mark in a drawing is seen by its fill or its outline, 3:1 against what is behind it.
const marks = (exceptions) => {
    grounds.clear();
    const faults = [];
    for (const svg of document.querySelectorAll("svg")) {
        if (!seen(svg) || svg.parentElement.closest("svg")) continue;
        for (const shape of drawn(svg)) {
            if (allowed(shape, exceptions)) continue;
            const style = getComputedStyle(shape);
            const box = shape.getBoundingClientRect();
            if (box.width < 1 && box.height < 1) continue;
            // What has no fill is judged by what its line lies on.
            const filled = colour(style.fill)?.alpha;
            const point = shape.getPointAtLength(0).matrixTransform(shape.getScreenCTM());
            const [x, y] = filled ? [box.x + box.width / 2, box.y + box.height / 2] : [point.x, point.y];
            const behind = under(svg, shape, x, y);
            const width = parseFloat(style.strokeWidth) * Math.abs(shape.getScreenCTM().a);
            const own = [colour(style.fill), width >= 0.5 && colour(style.stroke)]
                .filter((one) => one && one.alpha);
            if (style.fill.startsWith("url")) continue; // a pattern lies upon what is judged
            const frame = edges(getComputedStyle(svg)); // around a drawing that fills its box
            if (frame.length === 4) own.push(...frame);
            if (own.length && Math.max(...own.map((one) => contrast(over(one, behind), behind))) < 3) {
                faults.push(`a mark is not seen on ${spelled(behind)}: `
                    + `${shape.outerHTML.slice(0, 90)} in ${named(svg)}`);
            }
        }
    }
    return unique(faults);
};

// What shows the focus differs by 3:1 from what is next to it, within and without.
const rings = (exceptions) => {
    const faults = [];
    const kinds = new Set();
    const before = document.activeElement;
    for (const element of document.querySelectorAll("a[href], button, input, select, summary")) {
        if (allowed(element, exceptions)) continue;
        const kind = [element, element.parentElement, element.parentElement.parentElement]
            .map((one) => one.localName + one.className).join();
        if (kinds.has(kind)) continue;
        kinds.add(kind);
        if (!element.matches(".skip") && !seen(element)) continue;
        element.focus({preventScroll: true, focusVisible: true});
        if (document.activeElement !== element) continue;
        grounds.clear();
        const style = getComputedStyle(element);
        const width = style.outlineStyle === "none" ? 0 : parseFloat(style.outlineWidth);
        if (width < 2) {
            faults.push(`the focus has no frame: ${named(element)}`);
            continue;
        }
        const frame = colour(style.outlineColor);
        const around = colour((/rgba?\([^)]+\)/.exec(style.boxShadow) ?? [""])[0]);
        // The frame has a halo of its own where the theme gives it one: either of them is seen.
        const outside = ground(element.parentElement);
        const found = around
            ? Math.max(contrast(frame, around), contrast(around, outside)) : contrast(frame, outside);
        if (found < 3) {
            faults.push(`the frame of the focus is not seen around ${named(element)}`);
        }
        if (contrast(frame, ground(element)) < 3) {
            faults.push(`the frame of the focus is not seen within ${named(element)}`);
        }
    }
    before?.focus?.({preventScroll: true});
    document.activeElement?.blur();
    grounds.clear();
    return unique(faults);
};

const faintEdges = (onlyPart, drawnFocus) => [...controls(), ...marks(onlyPart), ...rings(drawnFocus)];

// --- nothing by colour alone ---------------------------------------------------------------------

const weight = (style) => Number(style.fontWeight);
const look = (style) => [
    style.textDecorationLine, style.fontStyle, style.fontSize, style.fontFamily,
    style.textTransform,
].join();
const unlike = (style, other) => (
    look(style) !== look(other) || Math.abs(weight(style) - weight(other)) >= 100);

// In grey, two colours are one unless they differ by 3:1.
const alike = (one, other) => {
    if (!one || !other) return one === other;
    return contrast(one, other) < 3;
};

const inGrey = (exceptions) => {
    grounds.clear();
    const faults = [];
    // A word in a sentence, above all a link, is not told from its sentence by colour alone.
    for (const node of texts()) {
        const element = node.parentElement;
        if (element.closest("svg") || getComputedStyle(element).display !== "inline") continue;
        const around = block(element);
        const sentence = [...texts(around)].filter((other) => (
            !element.contains(other) && !other.parentElement.closest("a")
            && block(other.parentElement) === around
            && /\p{L}/u.test(other.data)));
        if (!sentence.length || allowed(element, exceptions)) continue;
        const style = getComputedStyle(element);
        const link = element.closest("a");
        for (const other of sentence) {
            const beside = getComputedStyle(other.parentElement);
            if (style.color === beside.color && !link) continue;
            const marked = unlike(style, beside) || edges(style).length
                || (link && link.checkVisibility() && unlike(getComputedStyle(link), beside));
            if (marked) continue;
            const how = style.color === beside.color ? "nothing" : "only its colour";
            faults.push(`${how} marks ${named(element)}`);
        }
    }
    // The chosen one of several: by weight, line, border or ground, not by hue.
    for (const element of document.querySelectorAll(
        "[aria-current], [aria-selected=true], [aria-pressed=true]")) {
        if (!seen(element) || element.closest("svg") || allowed(element, exceptions)) continue;
        const list = element.closest("ul, ol, nav, tr");
        const peer = list && [...list.querySelectorAll("a, button")].find((one) => (
            one !== element && seen(one) && !one.matches("[aria-current], [aria-selected=true]")));
        if (!peer) continue;
        const [own, other] = [getComputedStyle(element), getComputedStyle(peer)];
        const [ownEdges, otherEdges] = [[element, own], [peer, other]].map(([one, style]) => edges(style)
            .filter((edge) => contrast(over(edge, ground(one)), ground(one)) >= 3).length);
        const pictures = [element, peer].map((one) => one.querySelector("svg")?.innerHTML);
        if (pictures[0] === pictures[1] && !unlike(own, other) && ownEdges === otherEdges && alike(ground(element), ground(peer))) {
            faults.push(`only colour tells that this is the chosen one: ${named(element)}`);
        }
    }
    // Parts of a drawing: 3:1 in grey, or a pattern, or a dashed outline.
    const groups = new Map();
    for (const svg of document.querySelectorAll("svg")) {
        if (!seen(svg) || allowed(svg, exceptions)) continue;
        const place = svg.closest("figure, table, ul, dl, .chart") ?? svg;
        for (const shape of drawn(svg)) {
            const style = getComputedStyle(shape);
            if (shape.localName === "line" || !colour(style.fill)?.alpha || allowed(shape, exceptions)) continue;
            const patterned = shape.nextElementSibling?.matches(".stripes") ? "pattern" : "";
            const part = [style.fill, style.strokeDasharray, patterned].join("|");
            if (!groups.has(place)) groups.set(place, new Map());
            groups.get(place).set(part, shape);
        }
    }
    for (const parts of groups.values()) {
        const all = [...parts.entries()];
        for (const [index, [one, shape]] of all.entries()) {
            for (const [other, second] of all.slice(index + 1)) {
                const [fill, ...rest] = one.split("|");
                const [otherFill, ...otherRest] = other.split("|");
                if (rest.join() !== otherRest.join()) continue;
                if (alike(colour(fill), colour(otherFill))) {
                    faults.push("only their colours tell apart "
                        + `${shape.outerHTML.slice(0, 70)} and ${second.outerHTML.slice(0, 70)}`);
                }
            }
        }
    }
    // A spot of colour without a word.
    for (const element of document.body.querySelectorAll("*")) {
        if (element.closest("svg") || element.matches("input, select, textarea, img, br, hr")) continue;
        if (element.childElementCount || element.textContent.trim() || !seen(element)) continue;
        const style = getComputedStyle(element);
        const box = element.getBoundingClientRect();
        if (tiny(box) || allowed(element, exceptions)) continue;
        if (spelled(ground(element)) !== spelled(ground(element.parentElement)) || edges(style).length) {
            faults.push(`a spot of colour without words: ${element.outerHTML.slice(0, 90)}`);
        }
    }
    return unique(faults);
};

// --- space ---------------------------------------------------------------------------------------

// Text that is cut off by its box, or that lies upon other text; and what sticks out of the page.
const clipped = () => {
    const faults = [];
    const root = document.scrollingElement;
    if (root.scrollWidth > root.clientWidth + 1) { // a pixel is rounding
        const widest = [...document.body.querySelectorAll("*")]
            .filter((e) => e.getBoundingClientRect().right > root.clientWidth + 1).slice(-3);
        faults.push(`the page is ${root.scrollWidth} wide in ${root.clientWidth}: `
            + widest.map(named).join(", "));
    }
    for (const element of document.body.querySelectorAll("*")) {
        const style = getComputedStyle(element);
        const cut = (overflow) => ["hidden", "clip"].includes(overflow);
        if (!cut(style.overflowX) && !cut(style.overflowY)) continue;
        const box = element.getBoundingClientRect();
        if (element.closest("svg, input") || tiny(box) || !seen(element)) {
            continue;
        }
        if ((cut(style.overflowX) && element.scrollWidth > element.clientWidth + 1)
            || (cut(style.overflowY) && element.scrollHeight > element.clientHeight + 1)) {
            faults.push(`cut off: ${named(element)}`);
        }
    }
    const lines = [];
    for (const node of texts()) {
        const svg = drawing(node.parentElement);
        const frame = svg && getComputedStyle(svg).overflow !== "visible" && svg.getBoundingClientRect();
        for (const box of boxesOf(node)) {
            lines.push({box, text: words(node.data).slice(0, 40), svg});
            if (frame && (box.left < frame.left - 1 || box.right > frame.right + 1
                || box.top < frame.top - 3 || box.bottom > frame.bottom + 3)) {
                faults.push(`cut off by its drawing: “${words(node.data).slice(0, 40)}”`);
            }
        }
    }
    lines.sort((one, other) => one.box.top - other.box.top);
    for (const [index, {box: one, text}] of lines.entries()) {
        for (let next = index + 1; next < lines.length; next++) {
            const {box: other, text: otherText} = lines[next];
            if (other.top >= one.bottom) break;
            const across = Math.min(one.right, other.right) - Math.max(one.left, other.left);
            const down = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
            // Boxes of lines overlap a little where the line is lower than the font.
            if (across > 2 && down > 0.5 * Math.min(one.height, other.height)) {
                faults.push(`upon each other: “${text}” and “${otherText}”`);
            }
        }
    }
    return unique(faults);
};
const clippedWith = (css) => {
    const style = document.createElement("style");
    style.textContent = css;
    document.head.append(style);
    const found = clipped();
    style.remove();
    return found;
};

// WCAG 1.4.8: at most 80 characters a line, not justified, lines 1.5 apart, paragraphs more.
const lines = () => {
    const faults = [];
    const blocks = new Map();
    for (const node of texts()) {
        const element = node.parentElement;
        if (element.closest("svg, button, select, label")) continue;
        const around = block(element);
        if (!blocks.has(around)) blocks.set(around, []);
        blocks.get(around).push(node);
    }
    const range = document.createRange();
    for (const [element, nodes] of blocks) {
        const style = getComputedStyle(element);
        if (style.textAlign === "justify") faults.push(`justified: ${named(element)}`);
        const size = parseFloat(style.fontSize);
        const apart = parseFloat(style.lineHeight) / size;
        const counts = [];
        let bottom = -Infinity;
        for (const node of nodes) {
            for (const {0: word, index} of node.data.matchAll(/\S+\s*/g)) {
                range.setStart(node, index);
                range.setEnd(node, index + word.trimEnd().length);
                const box = range.getClientRects()[0];
                if (!box) continue;
                const middle = box.top + box.height / 2;
                if (middle > bottom || !counts.length) {
                    counts.push(0);
                    bottom = box.bottom;
                }
                counts[counts.length - 1] += word.replace(/\s+/g, " ").length;
            }
        }
        const longest = Math.max(...counts) - 1;
        if (longest > 80) faults.push(`${longest} characters in a line: ${named(element)}`);
        const label = element.matches("a") || nodes.every((node) => node.parentElement.closest("a"));
        if (counts.length > 1 && apart < 1.495 && !label && !element.closest("h1, h2, h3, h4, table, legend")) {
            faults.push(`lines ${apart.toFixed(2)} apart: ${named(element)}`);
        }
    }
    for (const element of document.querySelectorAll("p + p")) {
        const before = element.previousElementSibling;
        if (!seen(element) || !seen(before)) continue;
        const [one, other] = [before.getBoundingClientRect(), element.getBoundingClientRect()];
        const line = parseFloat(getComputedStyle(element).lineHeight);
        if (one.height < 1.5 * line || other.height < 1.5 * line) continue; // lines, no paragraphs
        if (other.top >= one.bottom - 1 && other.top - one.bottom < 0.5 * line - 1) {
            faults.push(`too near the paragraph before: ${named(element)}`);
        }
    }
    return unique(faults);
};

// What can be read and used, in order; drawings draw their texts anew for each width.
const offered = () => [
    ...[...texts()].filter((node) => !node.parentElement.closest("svg")).map((node) => words(node.data)),
    ...[...document.querySelectorAll("a[href], button, input, select, summary")]
        .filter((element) => seen(element))
        .map((element) => `<${element.localName}> ${element.getAttribute("href") ?? element.name ?? ""}`),
];

// --- order ---------------------------------------------------------------------------------------

// Whoever reads down each column, and the columns from the start, meets things as the code has them.
const order = (exceptions) => {
    const faults = [];
    const leaves = [];
    const add = (element, boxes) => {
        if (!boxes.length || allowed(element, exceptions)) return;
        const last = leaves.at(-1);
        if (last?.element === element) boxes.push(last.box);
        const left = Math.min(...boxes.map((box) => box.left));
        const top = Math.min(...boxes.map((box) => box.top));
        const right = Math.max(...boxes.map((box) => box.right));
        const bottom = Math.max(...boxes.map((box) => box.bottom));
        if (last?.element === element) leaves.pop();
        leaves.push({element, box: {left, top, right, bottom}});
    };
    const walker = document.createTreeWalker(
        document.body, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
    for (let node; (node = walker.nextNode());) {
        const text = node.nodeType === Node.TEXT_NODE;
        const element = text ? node.parentElement : node;
        if (text ? !node.data.trim() : !element.matches("input, select, textarea, img, svg")) continue;
        if (element.closest("template, script, style, option") || !seen(element)) continue;
        if (element.parentElement.closest("svg")) continue;
        if (text) add(block(element), boxesOf(node));
        else if (!tiny(element.getBoundingClientRect())) add(element, [element.getBoundingClientRect()]);
    }
    const mirrored = getComputedStyle(document.documentElement).direction === "rtl";
    for (const [index, {element, box}] of leaves.entries()) {
        const before = leaves[index - 1];
        if (!before) continue;
        const one = before.box;
        const overlap = Math.min(one.bottom, box.bottom) - Math.max(one.top, box.top);
        const sameRow = overlap > 0.5 * Math.min(one.bottom - one.top, box.bottom - box.top);
        const after = mirrored ? box.right <= one.left + 2 : box.left >= one.right - 2;
        const ahead = mirrored ? box.left >= one.right - 2 : box.right <= one.left + 2;
        const above = box.bottom <= one.top + 2;
        if ((sameRow && ahead) || (above && !after)) {
            faults.push(`${named(element)} stands before ${named(before.element)}, but comes after it`);
        }
    }
    for (const element of document.querySelectorAll("[tabindex]")) {
        if (element.tabIndex > 0) faults.push(`the focus jumps to ${named(element)}`);
    }
    return unique(faults);
};

// --- paper ---------------------------------------------------------------------------------------

const onPaper = () => {
    const faults = [];
    const after = (selector) => getComputedStyle(document.querySelector(selector), "::after").content;
    for (const element of document.querySelectorAll("nav a, nav summary, .skip, [role=search] input")) {
        if (seen(element)) faults.push(`on paper there is ${named(element)}`);
    }
    const sign = document.querySelector(".site-name svg");
    if (!sign || !seen(sign)) faults.push("the sign is gone");
    const sender = document.querySelector(".brand").dataset.publisher;
    if (!after(".brand").includes(sender)) faults.push("the sender is not named");
    const address = document.querySelector("link[rel=canonical]").href;
    if (!after(".site-footer").includes(address)) faults.push("the page's own address is gone");
    for (const link of document.querySelectorAll("main a[href^=http]")) {
        const target = link.getAttribute("href");
        const said = link.innerText + getComputedStyle(link, "::after").content;
        if (seen(link) && !said.includes(target)) faults.push(`the address is not shown of ${named(link)}`);
    }
    return unique(faults);
};
