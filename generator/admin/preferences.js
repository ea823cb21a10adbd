// What the form does until an editor chooses otherwise in its settings: read before Sveltia is.

const KEPT = 'sveltia-cms.prefs';

try {
  const preferences = JSON.parse(localStorage.getItem(KEPT) ?? '{}');
  // A key that closes a list, too, must not close the card.
  preferences.closeWithEscape ??= false;
  // The fields are in the site's language; so is what Sveltia says around them.
  preferences.locale ??= document.documentElement.lang === 'sv' ? 'sv' : 'en-GB';
  localStorage.setItem(KEPT, JSON.stringify(preferences));
} catch {
  // A browser that keeps nothing has nothing to prefer.
}
