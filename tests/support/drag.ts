import type { Locator, Page } from '@playwright/test';

/** Drags the thumb of a slider by so many pixels, as a hand does. */
export async function drag(page: Page, slider: Locator, by: number): Promise<void> {
  // What stands still under the pointer is not hidden by a bar that stays at the top.
  await slider.hover();
  const box = await slider.boundingBox();
  if (!box) throw new Error('The slider is not in sight.');
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + by, y, { steps: 8 });
  await page.mouse.up();
}
