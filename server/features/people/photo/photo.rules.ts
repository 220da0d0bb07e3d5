import type { CleanPhoto } from './clean-photo.rules.ts';
import { cleanJpeg } from './jpeg.rules.ts';
import { cleanPng } from './png.rules.ts';
import { cleanWebp } from './webp.rules.ts';

/**
 * A PNG, JPEG or WebP, by its bytes and whatever it is called, built anew from the parts that hold its pixels.
 * 'too-large' where a side has more than `most` pixels; null for anything else, animations among it.
 */
export function cleanPhoto(bytes: Buffer, most: number): CleanPhoto | 'too-large' | null {
  for (const clean of [cleanPng, cleanJpeg, cleanWebp]) {
    const photo = clean(bytes, most);
    if (photo) return photo;
  }
  return null;
}
