/** A photo as it is kept: what its pixels need, which way up it is, and nothing else. */
export interface CleanPhoto {
  mediaType: 'image/png' | 'image/jpeg' | 'image/webp';
  width: number;
  height: number;
  bytes: Buffer;
}
