import type { Page } from '@playwright/test';

/**
 * Every text of the page whose colour has a contrast below 4.5 : 1 to the nearest ground behind it, with that contrast.
 * The bar and the formula are those of WCAG 2.2, 1.4.3.
 */
export const faintTexts = (page: Page) =>
  page.evaluate(() => {
    const context = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
    if (!context) throw new Error('no canvas');
    const channelsOf = (colour: string) => {
      context.clearRect(0, 0, 1, 1);
      context.fillStyle = colour;
      context.fillRect(0, 0, 1, 1);
      return [...context.getImageData(0, 0, 1, 1).data];
    };
    const luminanceOf = (colour: string) => {
      const [red = 0, green = 0, blue = 0] = channelsOf(colour).map((channel) =>
        channel / 255 <= 0.04045 ? channel / 255 / 12.92 : ((channel / 255 + 0.055) / 1.055) ** 2.4,
      );
      return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    };
    const groundBehind = (element: Element | null): string => {
      if (!element) return 'white';
      const { backgroundColor } = getComputedStyle(element);
      return channelsOf(backgroundColor)[3] === 0 ? groundBehind(element.parentElement) : backgroundColor;
    };
    const faint: string[] = [];
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let text = texts.nextNode(); text; text = texts.nextNode()) {
      const element = text.parentElement;
      if (!element || !text.textContent?.trim()) continue;
      const pair = [luminanceOf(getComputedStyle(element).color), luminanceOf(groundBehind(element))];
      const contrast = (Math.max(...pair) + 0.05) / (Math.min(...pair) + 0.05);
      if (contrast < 4.5) faint.push(`${contrast.toFixed(2)} ${text.textContent}`);
    }
    return faint;
  });
