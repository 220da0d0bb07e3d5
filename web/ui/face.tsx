import { Plant } from './plant.tsx';

export interface FaceProps {
  /** Empty where the name stands beside it. */
  label?: string;
  photoUrl: string | null;
  plantSeed: string;
  size?: number;
}

/** A photo, or the drawn plant. */
export function Face({ label, photoUrl, plantSeed, size = 56 }: FaceProps) {
  if (!photoUrl) return <Plant seed={plantSeed} size={size} {...(label ? { label } : {})} />;
  return (
    <img
      src={photoUrl}
      alt={label ?? ''}
      width={size}
      height={size}
      style={{ borderRadius: '50%', objectFit: 'cover', flex: 'none', display: 'block' }}
    />
  );
}

/** Two faces, the second a little behind the first. */
export function TwoFaces({ first, second, size = 48 }: { first: FaceProps; second: FaceProps; size?: number }) {
  const ring = { borderRadius: '50%', boxShadow: '0 0 0 3px var(--loam-card)' };
  return (
    <div style={{ display: 'flex', flex: 'none' }}>
      <div style={ring}>
        <Face {...first} size={size} />
      </div>
      <div style={{ ...ring, marginLeft: -size * 0.18 }}>
        <Face {...second} size={size} />
      </div>
    </div>
  );
}
