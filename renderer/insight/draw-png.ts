import type { StandaloneDrawing } from './standalone-svg.ts';

/** Pixels for each CSS pixel, where the picture does not become too large for a canvas by it. */
const sharpness = 2;
const longestSide = 16_000;
const mostPixels = 120_000_000;

/** The factor that a picture of this size, in CSS pixels, is drawn with. */
export function pngScale(width: number, height: number): number {
  return Math.min(sharpness, longestSide / Math.max(width, height), Math.sqrt(mostPixels / (width * height)));
}

/** Draws a standalone drawing as a PNG; `null` where the browser cannot. */
export async function drawPng({ svg, width, height }: StandaloneDrawing): Promise<Blob | null> {
  const image = new Image(width, height);
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  try {
    await image.decode();
  } catch {
    return null;
  }
  const scale = pngScale(width, height);
  const canvas = document.createElement('canvas');
  canvas.width = Math.ceil(width * scale);
  canvas.height = Math.ceil(height * scale);
  const context = canvas.getContext('2d');
  if (!context) return null;
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve) => canvas.toBlob(resolve, 'image/png'));
}
