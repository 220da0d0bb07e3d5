const box = {
  width: 160,
  height: 110,
  viewBox: '0 0 160 110',
  style: { display: 'block' },
} as const;
const soil = 'M4 90C14 76 44 70 80 70s66 6 76 20c-16 9-44 13-76 13S20 99 4 90Z';

/** Soil with a sprout: something can begin. */
export function Sprout() {
  return (
    <svg aria-hidden="true" {...box}>
      <path d={soil} fill="var(--loam-line)" />
      <path d="M80 74C80 58 79 48 82 36" stroke="var(--loam-leaf)" strokeWidth="3" fill="none" strokeLinecap="round" />
      <path d="M81 50C66 50 58 42 57 30c13 0 23 7 24 20Z" fill="var(--loam-leaf)" opacity="0.75" />
      <path d="M82 42C83 28 92 20 106 20c0 13-9 22-24 22Z" fill="var(--loam-leaf)" />
    </svg>
  );
}

/** Roots that reach for each other: people. */
export function Roots() {
  return (
    <svg aria-hidden="true" {...box}>
      <path d={soil} fill="var(--loam-line)" />
      <g stroke="var(--loam-leaf)" strokeWidth="2.5" fill="none" strokeLinecap="round">
        <path d="M46 74V48M114 74V52" />
        <path
          d="M46 76c4 10 16 10 22 16M46 76c-4 8-10 8-14 14M114 76c-6 10-16 8-24 15M114 76c4 8 10 8 16 14"
          opacity="0.6"
        />
      </g>
      <path
        d="M46 50C36 48 31 41 32 32c10 1 15 8 14 18ZM46 46c1-10 7-15 16-15 0 10-6 15-16 15Z"
        fill="var(--loam-leaf)"
      />
      <path
        d="M114 54c-9-1-14-7-14-16 10 0 15 7 14 16ZM114 50c0-9 5-15 14-16 1 10-5 16-14 16Z"
        fill="var(--loam-clay)"
        opacity="0.85"
      />
    </svg>
  );
}
