// Loads the page anew when the preview has something new. The browser keeps the place on the page.
// A page out of sight lets go of its connection, for a browser has only six of them for a server.
{
  const { seen } = document.currentScript.dataset;
  let news = null;
  const follow = () => {
    if (document.visibilityState === "hidden") {
      news?.close();
      news = null;
    } else if (news === null) {
      news = new EventSource(`/_insyn/changes?seen=${encodeURIComponent(seen)}`);
      news.addEventListener("message", () => location.reload());
    }
  };
  document.addEventListener("visibilitychange", follow);
  follow();
}
