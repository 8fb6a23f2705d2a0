// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Every page of the workbench: its name, who looks at it, and how it is reached until it stands still.
export async function pagesOf(_lead, served) {
  const at = (place) => async (page) => {
    await page.goto(`${served.url}${place}`);
    await page.locator('main h1').first().waitFor();
    await page.waitForLoadState('networkidle').catch(() => {});
  };
  return [
    { name: 'overview', who: 'lead', go: at('overview') },
  ];
}
