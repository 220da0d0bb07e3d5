import { IconLock, IconUsers, IconWorld } from '@tabler/icons-react';

const icons = { me: IconLock, two: IconUsers, everyone: IconWorld };

/** Says beside a text box who can read it. */
export function Audience({ who, children }: { who: keyof typeof icons; children: string }) {
  const Icon = icons[who];
  return (
    <span className="loam-muted loam-audience">
      <Icon size={16} stroke={1.5} aria-hidden />
      {children}
    </span>
  );
}
