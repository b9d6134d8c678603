import { get, Problem } from './api.js';
import { element } from './dom.js';

/** Shows the navigation bar, then the page; whatever goes wrong is shown in the page's place. */
export async function start(current, show) {
  const main = document.getElementById('main');
  try {
    const me = await get('me');
    document.getElementById('shell').replaceChildren(bar(me, current));
    main.replaceChildren(...await show(me));
  } catch (problem) {
    main.replaceChildren(element('div', { class: 'sheet' }, message(problem),
      !problem.signedOut && element('p', {}, element('a', { href: `${current}.html` }, 'To the list'))));
    if (!(problem instanceof Problem)) console.error(problem);
  }
}

export function message(problem) {
  return element('p', { class: 'message', role: 'alert' }, problem.message,
    problem.signedOut && ' ', problem.signedOut && element('a', { href: location.href }, 'Sign in again'));
}

function bar(me, current) {
  const pages = [['sales-orders', 'Sales orders'], me.seesInvoices && ['invoices', 'Invoices'], ['customers', 'Customers']];
  return element('div', { class: 'bar' },
    element('a', { class: 'brand', href: './' }, 'NordWerk ERP'),
    element('nav', { 'aria-label': 'Main' }, element('ul', {}, pages.filter(Boolean).map(([page, label]) =>
      element('li', {}, element('a', { href: `${page}.html`, 'aria-current': page === current && 'page' }, label))))),
    element('div', { class: 'who' },
      element('div', {},
        element('strong', {}, `${me.displayName}, ${me.role}`),
        element('span', {}, me.organisations.map((company) => company.name).join(' · '))),
      element('form', { method: 'post', action: 'sign-out' }, element('button', {}, 'Sign out'))));
}
