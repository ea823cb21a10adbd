// Lets a reader put a notice away.  It stays away until its words change, and is always in the list
// of all notices.  Where the browser keeps nothing, it is away until the next page.
"use strict";
{
  const key = (slug) => `insyn-notice-${slug}`;

  const kept = (slug) => {
    try {
      return localStorage.getItem(key(slug));
    } catch {
      return null;
    }
  };

  const keep = (slug, digest) => {
    try {
      localStorage.setItem(key(slug), digest);
    } catch {
      // Nothing is kept here: the reader has chosen so.
    }
  };

  for (const notice of document.querySelectorAll("[data-notice]")) {
    const { notice: slug, digest } = notice.dataset;
    if (kept(slug) === digest) {
      notice.remove();
      continue;
    }
    const [button, gone] = notice.querySelector("template").content.cloneNode(true).children;
    button.addEventListener("click", () => {
      keep(slug, digest);
      // Says what happened, and keeps the reader's place.  It stands there before the notice goes:
      // put in its stead, a screen reader takes it for where it already was, and says nothing.
      notice.before(gone);
      gone.focus();
      notice.remove();
    });
    notice.append(button);
  }
}
