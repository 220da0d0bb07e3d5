import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

type Scheme = 'light' | 'dark';

/** Expects a screen, as it stands, to be free of axe's findings in light and in dark. */
export async function expectAccessible(page: Page, schemes: readonly Scheme[] = ['light', 'dark']): Promise<void> {
  for (const colorScheme of schemes) {
    // Contrast half-way through a fade says nothing.
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    // Our pages hold no frames; without a second page for those it is three times as fast.
    const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
    const found = violations.map(({ id, nodes }) => [id, nodes[0]?.html]);
    expect(found, `${page.url()}, ${colorScheme}`).toEqual([]);
  }
  await page.emulateMedia({ colorScheme: null, reducedMotion: null });
}
