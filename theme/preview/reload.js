// Loads the page anew when the preview has something new, and keeps the place on the page.
// A page out of sight lets go of its connection, for a browser has only six of them for a server.
{
  const { seen } = document.currentScript.dataset;
  // A browser notes now and then where one is, and so forgets the last moment before a reload.
  const PLACE = "insyn-preview-place";
  const remembered = (act) => {
    try {
      return act(sessionStorage);
    } catch {
      return null; // where nothing may be kept the browser does what it can
    }
  };
  const place = remembered((kept) => kept.getItem(PLACE));
  remembered((kept) => kept.removeItem(PLACE));
  if (place?.startsWith(`${location.pathname} `)) {
    const top = Number(place.split(" ")[1]);
    addEventListener("load", () => scrollTo({ top, behavior: "instant" }));
  }
  let news = null;
  const follow = () => {
    if (document.visibilityState === "hidden") {
      news?.close();
      news = null;
    } else if (news === null) {
      news = new EventSource(`/_insyn/changes?seen=${encodeURIComponent(seen)}`);
      news.addEventListener("message", () => {
        remembered((kept) => kept.setItem(PLACE, `${location.pathname} ${scrollY}`));
        location.reload();
      });
    }
  };
  document.addEventListener("visibilitychange", follow);
  follow();
}
