/** What a control of the host's page is called there. */
export function nameOf(field) {
  const label = field.labels?.[0]?.cloneNode(true);
  // A control inside its label would bring its own text along.
  for (const control of label?.querySelectorAll('select, textarea, button') ?? []) control.remove();
  const name = field.ariaLabel || label?.textContent || field.getAttribute('placeholder') || field.name || field.id || '';
  return name.replace(/\s+/g, ' ').trim().replace(/\s*[:*]+$/, '');
}

/** The controls that the page has marked with an attribute, or that stand in what it has marked. */
export function marked(attribute) {
  const controls = ':is(input, select, textarea)';
  return [...new Set(document.querySelectorAll(`[${attribute}]${controls}, [${attribute}] ${controls}`))].filter((field) => !field.matches(NEVER));
}

// Whatever the page has marked: these are not the assistant's business.
const NEVER = ':disabled, [type=password], [type=hidden], [type=file], [type=submit], [type=button], [type=reset], [type=image], [autocomplete^="cc-"], [autocomplete$="-password"]';
