// What a page can do a little better with a script. Everything works without: nothing here is the only way to anything,
// and a button that needs the script is made by the script.

/** Buttons that copy an address: `<span data-copy="https://…" data-copy-label="Kopiera" data-copied="Adressen är kopierad.">`. */
function offerCopying() {
  if (!navigator.clipboard) return;
  for (const place of document.querySelectorAll('[data-copy]')) {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'ds-button';
    button.dataset.variant = 'secondary';
    button.dataset.size = 'sm';
    button.textContent = place.dataset.copyLabel;
    const said = document.createElement('span');
    said.setAttribute('role', 'status');
    button.addEventListener('click', async () => {
      try {
        await navigator.clipboard.writeText(place.dataset.copy);
        // Emptied first, so that a second press is said again.
        said.textContent = '';
        requestAnimationFrame(() => { said.textContent = place.dataset.copied; });
      } catch {
        // The browser said no. The address stands beside the button, to be marked by hand.
        said.textContent = '';
        button.remove();
      }
    });
    place.append(button, said);
  }
}

/** The same form sent twice is harmless on the server; this spares the visitor the doubt. */
function calmDoubleSending() {
  document.addEventListener('submit', event => {
    const form = event.target;
    if (event.defaultPrevented || form.dataset.sending === '1') {
      if (form.dataset.sending === '1') event.preventDefault();
      return;
    }
    form.dataset.sending = '1';
    // Not `disabled`: a disabled button would leave its own name and value out of what is sent, and lose focus.
    event.submitter?.setAttribute('aria-busy', 'true');
    // A download answers without a new page.
    setTimeout(() => wake(form), 8000);
  });
  // Back from the next page, the browser may show this one just as it was left.
  addEventListener('pageshow', () => document.querySelectorAll('form[data-sending]').forEach(wake));
}

function wake(form) {
  delete form.dataset.sending;
  // `form.elements` also finds the buttons that stand outside their form.
  for (const field of form.elements) field.removeAttribute('aria-busy');
}

/** After a refused form the reader should land on the list of what to mend. */
function showErrors() {
  const summary = document.querySelector('[data-error-summary]');
  if (!summary) return;
  summary.tabIndex = -1;
  summary.focus();
}

/** A field in which something was read from a text: while it has focus, its lines are marked and in sight. */
function markLines() {
  const pane = document.querySelector('.source-lines');
  if (!pane) return;
  document.addEventListener('focusin', event => {
    const numbers = event.target.closest('[data-lines]')?.dataset.lines;
    if (!numbers) return;
    for (const line of pane.querySelectorAll('.marked')) line.classList.remove('marked');
    const lines = numbers.split(' ').map(number => document.getElementById(`rad-${number}`)).filter(Boolean);
    for (const line of lines) line.classList.add('marked');
    if (!lines.length) return;
    // The pane scrolls, not the page: what has focus stays where it is.
    const [first] = lines;
    pane.scrollTop += first.getBoundingClientRect().top - pane.getBoundingClientRect().top - pane.clientHeight / 3;
  });
}

/** A file may be dropped on the field that chooses one: `<div data-drop="ID OF THE FIELD">`. */
function takeDroppedFiles() {
  for (const place of document.querySelectorAll('[data-drop]')) {
    const field = document.getElementById(place.dataset.drop);
    const over = on => event => {
      event.preventDefault();
      place.classList.toggle('dropping', on);
    };
    place.addEventListener('dragover', over(true));
    place.addEventListener('dragleave', over(false));
    place.addEventListener('drop', event => {
      over(false)(event);
      if (event.dataTransfer.files.length) field.files = event.dataTransfer.files;
      field.focus();
    });
  }
}

offerCopying();
markLines();
takeDroppedFiles();
calmDoubleSending();
showErrors();
