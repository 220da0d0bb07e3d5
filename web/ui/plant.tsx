import { useId } from 'react';
import { plantOf } from './plant-shape.ts';

/** A person's face until there is a photo: a small plant grown from a seed. */
export function Plant({ seed, size, label }: { seed: string; size: number; label?: string }) {
  if (!label) return <Drawing seed={seed} size={size} />;
  return (
    <span role="img" aria-label={label} className="loam-face">
      <Drawing seed={seed} size={size} />
    </span>
  );
}

function Drawing({ seed, size }: { seed: string; size: number }) {
  const { palette, leafPath, leaves, top, bend } = plantOf(seed);
  const clip = useId();
  return (
    <svg viewBox="0 0 100 100" width={size} height={size} className="loam-face" aria-hidden="true">
      <clipPath id={clip}>
        <circle cx="50" cy="50" r="50" />
      </clipPath>
      <g clipPath={`url(#${clip})`}>
        <rect width="100" height="100" fill={palette.ground} />
        <ellipse cx="50" cy="97" rx="46" ry="9" fill={palette.light} opacity="0.45" />
        <path
          d={`M50 92Q${50 - bend} 66 ${top.x} ${top.y}`}
          fill="none"
          stroke={palette.dark}
          strokeWidth="3"
          strokeLinecap="round"
        />
        {leaves.map((leaf) => (
          <path
            key={`${leaf.x} ${leaf.y} ${leaf.turn}`}
            d={leafPath}
            fill={leaf.isDark ? palette.dark : palette.light}
            transform={`translate(${leaf.x} ${leaf.y}) rotate(${leaf.turn}) scale(${leaf.size})`}
          />
        ))}
      </g>
    </svg>
  );
}
