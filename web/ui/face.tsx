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
  return <img src={photoUrl} alt={label ?? ''} width={size} height={size} className="loam-face" />;
}

/** Faces in a row, each a little behind the one before. */
export function Faces({ people, size = 48 }: { people: readonly FaceProps[]; size?: number }) {
  return (
    <div className="loam-faces">
      {people.map((each, place) => (
        <div key={each.plantSeed} style={{ marginLeft: place > 0 ? -size * 0.18 : 0, zIndex: people.length - place }}>
          <Face {...each} size={size} />
        </div>
      ))}
    </div>
  );
}

/** Two faces, the second a little behind the first. */
export function TwoFaces({ first, second, size = 48 }: { first: FaceProps; second: FaceProps; size?: number }) {
  return <Faces people={[first, second]} size={size} />;
}
