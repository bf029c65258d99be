// A lab as a reader meets it: everything is found by the names that assistive technology says, which are part of the
// public face and must not change unseen.

import { until } from './until.mjs';

export class Lab {
  /** The lab of this name; the only one if none is given. `page` may be a frame as well. */
  constructor(page, name) {
    this.page = page;
    this.region = page.getByRole('region', name ? { name, exact: true } : { name: /^Playground/ });
    // Until the lab is alive, a still of the same name stands there, which cannot be edited.
    this.code = this.region
      .getByRole('textbox', { name: 'Handler code' })
      .and(page.locator('[contenteditable=true]'));
  }

  /** Scrolls to the lab as a reader would; its place stays when the still in it goes. */
  approach() {
    return this.page.locator('[data-coldstart-lab]').evaluate((place) => place.scrollIntoView({ block: 'nearest' }));
  }

  /** Scrolls to the lab and waits until it is alive, the editor included. */
  async open() {
    await this.approach();
    await this.page.locator('[data-coldstart-lab][data-coldstart-state=alive]').waitFor();
    await this.code.waitFor();
  }

  /** The same for a lab in an element, which is alive when its region is there. */
  async openEmbedded() {
    await this.page.locator('coldstart-lab').first().evaluate((element) => element.scrollIntoView({ block: 'nearest' }));
    await this.code.waitFor();
  }

  button(name) {
    return this.region.getByRole('button', { name, exact: true });
  }

  field(role, name) {
    return this.region.getByRole(role, { name, exact: true });
  }

  /** Replaces the whole handler. */
  async typeCode(text) {
    await this.code.fill(text);
    await until('the editor shows the new code', async () => (await this.codeText()) === text);
  }

  async codeText() {
    const lines = await this.code.locator('.cm-line').allTextContents();
    return lines.join('\n');
  }

  /** Presses Send request and waits for all answers. */
  async send({ atOnce = 1, within } = {}) {
    const count = this.field('spinbutton', 'Requests at once');
    if ((await count.inputValue()) !== String(atOnce)) await count.fill(String(atOnce));
    await this.answersTo(atOnce, () => this.button('Send request').click(), { within });
  }

  /** Does something that sends requests and waits until that many more have been answered. */
  async answersTo(count, act, { within } = {}) {
    const before = await this.answered();
    await act();
    await until(`${count} more requests are answered`, async () => (await this.answered()) >= before + count, { within });
  }

  async answered() {
    const bill = await this.bill();
    return number(bill.Invocations) + number(bill.Throttled);
  }

  /** Opens what stands closed below the request line: Headers, Body, Event format. */
  async openForm() {
    const opener = this.button('Headers, body');
    if ((await opener.getAttribute('aria-expanded')) !== 'true') await opener.click();
  }

  response() {
    return this.panel('Response');
  }

  log() {
    return this.panel('Log');
  }

  event() {
    return this.panel('Event');
  }

  /** Chooses a tab and returns what its panel shows. */
  async panel(name) {
    const tab = this.region.getByRole('tab', { name, exact: true });
    await tab.click();
    await until(`the tab ${name} is chosen`, async () => (await tab.getAttribute('aria-selected')) === 'true');
    const id = await tab.getAttribute('aria-controls');
    return this.region.locator(`[id="${id}"]`).innerText();
  }

  /** The rows of the table, each by the names of its columns. */
  async invocations() {
    await this.panel('Table');
    const table = this.region.getByRole('table', { name: 'Invocations' });
    const columns = await table.getByRole('columnheader').allInnerTexts();
    const rows = [];
    for (const row of await table.getByRole('row').all()) {
      const cells = await row.getByRole('cell').or(row.getByRole('rowheader')).allInnerTexts();
      if (cells.length > 0) rows.push(Object.fromEntries(columns.map((column, index) => [column.trim(), cells[index]?.trim()])));
    }
    return rows;
  }

  /** What each container says of itself. */
  async containers() {
    await this.panel('Timeline');
    return this.region.getByRole('list', { name: 'Containers' }).getByRole('listitem').allInnerTexts();
  }

  /** The bill as a record: from each term to what stands below it. */
  bill() {
    return this.region.getByRole('region', { name: /^Bill/ }).evaluate((region) => {
      const bill = {};
      for (const term of region.querySelectorAll('dt')) {
        const parts = [];
        for (let next = term.nextElementSibling; next?.localName === 'dd'; next = next.nextElementSibling) {
          parts.push(next.innerText.trim());
        }
        bill[term.innerText.trim()] = parts.join('\n');
      }
      return bill;
    });
  }
}

/** Reads a count as the page writes it, with a comma for thousands. */
export function number(text = '0') {
  return Number(text.replaceAll(',', '').match(/-?[\d.]+/)?.[0] ?? 0);
}
