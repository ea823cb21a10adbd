// Puts what a reader has chosen on the page of settings on every page, before anything is drawn.
// The choices are kept in this browser alone.  Without a choice the style follows the device.
"use strict";
{
  const root = document.documentElement;

  const kept = () => {
    try {
      return JSON.parse(localStorage.getItem("insyn-settings")) ?? {};
    } catch {
      return {};
    }
  };

  const apply = (chosen) => {
    for (const name of ["theme", "width", "spacing", "motion", "easy"]) {
      if (chosen[name]) root.dataset[name] = chosen[name];
      else delete root.dataset[name];
    }
    // What a browser draws around the page and before it: light first, then dark.
    const light = chosen.theme === "light";
    for (const [at, meta] of document.querySelectorAll("meta[name=theme-color]").entries()) {
      const mine = light === (at === 0) ? "all" : "not all";
      meta.media = chosen.theme ? mine : `(prefers-color-scheme: ${at ? "dark" : "light"})`;
    }
  };

  apply(kept());
  // The page of settings says what is chosen: it need not be kept.
  addEventListener("insyn-settings", ({ detail }) => apply(detail));
  // Chosen in another tab, or on a page from which one goes back to this one.
  addEventListener("storage", () => apply(kept()));
  addEventListener("pageshow", ({ persisted }) => persisted && apply(kept()));
  addEventListener("DOMContentLoaded", () => {
    if (root.dataset.easy !== "first") return;
    for (const link of document.querySelectorAll("template[data-easy]")) link.replaceWith(link.content);
  });
}
