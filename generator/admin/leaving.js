// Whoever leaves a card with something unsaved in it is asked first, whatever way she leaves.

const CARD = /#\/(collections|singletons)\/.*(\/new$|\/entries\/)|#\/collections\/_singletons\//;
const CHOICES = '[role=option], [role=radio], [role=checkbox], button';

/**
 * Asks before a changed card is left. To be called before Sveltia listens.
 * @param {string} question What is asked.
 * @returns {() => void} To be called when the card is saved.
 */
export const askBeforeLeaving = (question) => {
  let changed = false;
  const isInCard = ({ isTrusted, target }, what) =>
    isTrusted && target instanceof Element && target.closest('.content-editor') && target.closest(what);
  addEventListener('input', (event) => (changed ||= !!isInCard(event, '.field')), true);
  addEventListener('click', (event) => (changed ||= !!isInCard(event, CHOICES) && !!event.target.closest('.field-wrapper')), true);
  addEventListener('beforeunload', (event) => changed && event.preventDefault());
  addEventListener(
    'hashchange',
    (event) => {
      if (!changed || !CARD.test(event.oldURL) || event.oldURL === event.newURL) return;
      if (window.confirm(question)) {
        changed = false;
      } else {
        event.stopImmediatePropagation();
        history.pushState(history.state, '', event.oldURL);
      }
    },
    true,
  );
  return () => {
    changed = false;
  };
};
