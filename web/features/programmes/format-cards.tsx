import {
  IconBook,
  IconCoffee,
  IconDice3,
  IconHeartHandshake,
  IconSeedling,
  IconStairs,
  IconToolsKitchen2,
  IconWalk,
} from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { ProgrammeKind } from '#contract/programmes.ts';
import { useTranslation } from '#web/platform/words.ts';
import { PROGRAMME_KINDS } from './formats.ts';
import { en } from './programmes.words.ts';

export const icons: Record<ProgrammeKind, typeof IconCoffee> = {
  coffee: IconCoffee,
  circle: IconHeartHandshake,
  lunch: IconToolsKitchen2,
  walk: IconWalk,
  newcomer: IconSeedling,
  learning: IconBook,
  levels: IconStairs,
  lottery: IconDice3,
};

/** The eight ready programmes, each with why it works; `level` is that of their headings. */
export function FormatCards({ level }: { level: 2 | 3 }) {
  const t = useTranslation(en);
  const Heading = level === 2 ? 'h2' : 'h3';
  return (
    <ul className="programmes-formats">
      {PROGRAMME_KINDS.map((kind) => {
        const Icon = icons[kind];
        return (
          <li key={kind}>
            <Link to="/meet/programmes/new" search={{ kind }} className="programmes-format">
              <Icon size={24} stroke={1.5} aria-hidden />
              <Heading>{t(`programmes.kind.${kind}`)}</Heading>
              <p className="loam-muted">{t(`programmes.why.${kind}`)}</p>
            </Link>
          </li>
        );
      })}
    </ul>
  );
}
