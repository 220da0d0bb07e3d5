import { calledName } from '#engine/names/called-name.ts';
import './people.css';
import { Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { PersonPage as Person } from '#contract/people.ts';
import { BlockMenu } from '#web/features/boundaries/boundaries.tsx';
import { SayHello } from '#web/features/introductions/introductions.tsx';
import { Answered } from '#web/platform/answered.tsx';
import { api } from '#web/platform/api.ts';
import { formatHour, formatList, formatMonthAndYear, formatWeekday, languageName } from '#web/platform/dates.ts';
import { useMe } from '#web/platform/session.ts';
import { useTranslation } from '#web/platform/words.ts';
import { Card } from '#web/ui/card.tsx';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { Face } from '#web/ui/face.tsx';
import { Page } from '#web/ui/page.tsx';
import { BackToPeople } from './back-link.tsx';
import { ChangePerson } from './change-person.tsx';
import { en } from './people.words.ts';
import { Between } from './person-between.tsx';

const route = getRouteApi('/inside/people/$personId');

function Chips({ words, linkTo }: { words: readonly string[]; linkTo?: 'interest' }) {
  return (
    <ul className="person-chips">
      {words.map((word) => (
        <li key={word} className="loam-chip">
          {linkTo ? (
            <Link className="loam-inherit" to="/people" search={{ interest: word }}>
              {word}
            </Link>
          ) : (
            word
          )}
        </li>
      ))}
    </ul>
  );
}

function Section({ label, children }: { label: string; children: ReactNode }) {
  return (
    <section>
      <p className="loam-label">{label}</p>
      {children}
    </section>
  );
}

function Rhythm({ shown }: { shown: Person['shown'] }) {
  const t = useTranslation(en);
  const { hours, officeDays } = shown;
  return (
    <Section label={t('person.rhythm')}>
      {hours ? (
        <p className="loam-flush">{t('person.hours', { from: formatHour(hours.from), to: formatHour(hours.to) })}</p>
      ) : null}
      {officeDays?.length ? (
        <p className="loam-flush">
          {t('person.office-days', { days: formatList(officeDays.map((day) => formatWeekday(day))) })}
        </p>
      ) : null}
    </Section>
  );
}

/** What this person shows, in the order in which people are curious. */
function Shown({ person, isMe }: { person: Person; isMe: boolean }) {
  const t = useTranslation(en);
  const { shown } = person;
  const name = calledName(person.name);
  if (Object.keys(shown).length === 0) {
    return (
      <Card>
        <EmptyState title={t(isMe ? 'person.quiet-me' : 'person.quiet', { name })}>
          {t(isMe ? 'person.quiet-me-hint' : 'person.quiet-hint')}
        </EmptyState>
      </Card>
    );
  }
  const words: [string, readonly string[] | undefined, 'interest'?][] = [
    [t('person.ask-me-about', { name }), shown.askMeAbout],
    [t('person.talents', { name }), shown.talents],
    [t('person.passions'), shown.passions],
    [t('person.interests'), shown.interests, 'interest'],
    [t('person.languages'), shown.languages?.map(languageName)],
  ];
  const sections = words.flatMap(([label, list, linkTo]) =>
    list?.length
      ? [
          <Section key={label} label={label}>
            <Chips words={list} {...(linkTo && { linkTo })} />
          </Section>,
        ]
      : [],
  );
  if (shown.hours || shown.officeDays?.length) sections.push(<Rhythm key="rhythm" shown={shown} />);
  return (
    <>
      {shown.about ? (
        <Card label={t('person.about', { name })}>
          <p className="person-about">{shown.about}</p>
        </Card>
      ) : null}
      {sections.length > 0 ? <div className="loam-card person-sections loam-rows">{sections}</div> : null}
    </>
  );
}

function WorksWith({ person }: { person: Person }) {
  const t = useTranslation(en);
  if (person.worksWith.length === 0) return null;
  const name = calledName(person.name);
  return (
    <Card label={t('person.works-with')}>
      <div className="loam-rows">
        {person.worksWith.map(({ person: colleague, tie, group }) => (
          <Link
            key={colleague.id}
            to="/people/$personId"
            params={{ personId: colleague.id }}
            className="person-colleague"
          >
            <Face photoUrl={colleague.photoUrl} plantSeed={colleague.plantSeed} size={36} />
            <span className="loam-shrink person-words">
              <strong>{colleague.name}</strong>
              <span className="loam-muted">{t(`person.tie-${tie}`, { name, group: group ?? '' })}</span>
            </span>
          </Link>
        ))}
      </div>
      <p className="loam-muted person-fine">{t('person.works-with-hint')}</p>
    </Card>
  );
}

function Place({ person }: { person: Person }) {
  const t = useTranslation(en);
  const parts: ReactNode[] = person.unitPath.map((unit) => (
    <Link key={unit.id} to="/people" search={{ unit: unit.id }}>
      {unit.name}
    </Link>
  ));
  const rest = [
    person.siteName,
    person.level,
    person.joinedOn ? t('person.since', { month: formatMonthAndYear(person.joinedOn) }) : null,
  ].filter(Boolean);
  return (
    <>
      {person.title ? <span className="person-title">{person.title}</span> : null}
      <span className="person-line">
        {parts.map((part, at) => (
          <span key={person.unitPath[at]?.id}>
            {at > 0 ? ' › ' : ''}
            {part}
          </span>
        ))}
      </span>
      {rest.length > 0 ? <span className="person-line">{rest.join(' · ')}</span> : null}
    </>
  );
}

/** One person: who they are in their own words, and one way to begin. */
export function PersonPage() {
  const t = useTranslation(en);
  const { personId } = route.useParams();
  const found = useQuery(api.people.get.queryOptions({ input: { id: personId } }));
  const person = found.data;
  const above = (
    <>
      <BackToPeople />
      {person ? (
        <div className="person-head">
          <Face photoUrl={person.photoUrl} plantSeed={person.plantSeed} size={120} />
        </div>
      ) : null}
    </>
  );
  const gone = (
    <EmptyState title={t('person.lost')} picture="roots">
      {t('person.lost-hint')}
    </EmptyState>
  );
  return (
    <Page
      title={person?.name ?? t('people.title')}
      above={above}
      {...(person ? { lead: <Place person={person} /> } : {})}
    >
      <Answered query={found} height={420} gone={gone}>
        {(known) => <PersonParts person={known} />}
      </Answered>
    </Page>
  );
}

function PersonParts({ person }: { person: Person }) {
  const t = useTranslation(en);
  const me = useMe()?.person;
  const isMe = me?.id === person.id;
  const isSteward = me?.roles.includes('steward') ?? false;
  return (
    <>
      <div className="person-actions">
        {isMe ? (
          <>
            <span className="loam-muted">{t('person.you')}</span>
            <Link to="/settings" search={{ part: 'profile' }}>
              {t('person.edit')}
            </Link>
          </>
        ) : null}
        {isMe || person.alumni ? null : <SayHello person={person} />}
        {isSteward && !person.alumni ? <ChangePerson person={person} /> : null}
        {isMe ? null : <BlockMenu personId={person.id} name={person.name} />}
        {person.alumni ? <span className="loam-muted">{t('person.alumni')}</span> : null}
      </div>
      <div className="person-cards">
        <Stack gap={20} miw={0}>
          {isMe ? null : <Between person={person} />}
          <Shown person={person} isMe={isMe} />
        </Stack>
        <WorksWith person={person} />
      </div>
    </>
  );
}
