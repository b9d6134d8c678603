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
    main.replaceChildren(element('div', { class: 'sheet' }, element('h1', {}, document.title.split(' – ')[0]), message(problem),
      !problem.signedOut && element('p', {}, element('a', { href: `${current}.html` }, 'To the list'))));
    if (!(problem instanceof Problem)) console.error(problem);
  }
}

/** Shows the navigation bar alone, on a page that the server has made. */
export async function frame(current) {
  document.getElementById('shell').replaceChildren(bar(await get('me'), current));
}

export function message(problem) {
  return element('p', { class: 'message', role: 'alert' }, problem.message,
    problem.signedOut && ' ', problem.signedOut && element('a', { href: location.href }, 'Sign in again'));
}

const pages = (me) => [
  ['sales-orders', 'Sales orders'], ['deliveries', 'Deliveries'], me.seesInvoices && ['invoices', 'Invoices'],
  ['customers', 'Customers'], ['items', 'Items'],
  me.seesPurchasing && ['purchase-orders', 'Purchase orders'], me.seesPurchasing && ['supplier-invoices', 'Supplier invoices'],
  me.seesPurchasing && ['suppliers', 'Suppliers'], me.seesProduction && ['production-orders', 'Production'],
  me.seesLedger && ['ledger-accounts', 'Ledger'], me.seesPayments && ['payment-runs', 'Payments'],
].filter(Boolean);

/** On narrow windows the pages are behind a button. */
function bar(me, current) {
  const menu = element('button', {
    type: 'button', class: 'menu', 'aria-expanded': 'false', 'aria-controls': 'pages',
    onclick: () => menu.setAttribute('aria-expanded', String(menu.getAttribute('aria-expanded') === 'false')),
  }, 'Menu');
  return element('div', { class: 'bar' },
    element('a', { class: 'brand', href: './' }, 'NordWerk ERP'),
    element('div', { class: 'who' },
      element('div', {},
        element('strong', {}, `${me.displayName}, ${me.role}`),
        element('span', {}, me.organisations.map((company) => company.name).join(' · '))),
      element('form', { method: 'post', action: 'sign-out' }, element('button', {}, 'Sign out'))),
    menu,
    element('nav', { id: 'pages', 'aria-label': 'Main' }, element('ul', {}, pages(me).map(([page, label]) =>
      element('li', {}, element('a', { href: `${page}.html`, 'aria-current': page === current && 'page' }, label))))));
}
