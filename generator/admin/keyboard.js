// Keys that Sveltia does not know what to do with, and everybody uses.

const BESIDE = { ArrowDown: 'ArrowRight', ArrowUp: 'ArrowLeft' };

const SOON = 300; // ms, in which Sveltia draws

/** To be called before Sveltia listens. */
export const mendKeys = () => {
  addEventListener(
    'keydown',
    (event) => {
      const { key, target, ctrlKey, metaKey, altKey } = event;
      if (ctrlKey || metaKey || altKey || !(target instanceof Element)) return;
      const done = () => {
        event.preventDefault();
        event.stopImmediatePropagation();
      };
      // The button for a new card makes one when it is clicked; a key opens an empty list.
      if (['Enter', ' '].includes(key) && target.matches('button.primary[aria-expanded]:not([aria-haspopup])')) {
        done();
        target.click();
      }
      // Choices that stand below each other are told of as if they stood beside each other.
      if (key in BESIDE && target.matches('[role=radio]')) {
        done();
        target.dispatchEvent(new KeyboardEvent('keydown', { key: BESIDE[key], bubbles: true }));
      }
    },
    true,
  );
  // Whoever asks for the list of what is wrong is taken to it; from it, Sveltia leads to the field.
  addEventListener('click', ({ target }) => {
    if (!(target instanceof Element) || !target.closest('.toast button')) return;
    setTimeout(() => document.querySelector('#entry-sidebar-content .ref')?.focus(), SOON);
  });
};
