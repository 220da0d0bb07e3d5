import { Anchor, Button, Checkbox, Group, Stack, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { formatDay, localDay } from '#web/platform/dates.ts';
import { useDraft } from '#web/platform/draft.ts';
import { useMe } from '#web/platform/session.ts';
import { useTranslation } from '#web/platform/words.ts';
import { Audience } from '#web/ui/audience.tsx';
import { Card } from '#web/ui/card.tsx';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { Page } from '#web/ui/page.tsx';
import { offerUndo } from '#web/ui/toasts.tsx';
import { notesKey } from './notebook.tsx';
import { en } from './notebook.words.ts';
import { addNote, type Note, parseNotes, removeNote, toggleNote } from './notes.ts';

function useNotes(key: string) {
  const [notes, setNotes] = useState(() => parseNotes(localStorage.getItem(key)));
  const keep = (next: Note[]) => {
    localStorage.setItem(key, JSON.stringify(next));
    setNotes(next);
  };
  return { notes, keep };
}

/** What only this device holds. */
export function NotebookPage() {
  const t = useTranslation(en);
  const me = useMe();
  if (!me?.person || !me.workspace) return null;
  return (
    <Page title={t('notebook.title')} lead={t('notebook.lead')}>
      <Notes storageKey={notesKey(me.workspace.id, me.person.id)} />
    </Page>
  );
}

function Notes({ storageKey }: { storageKey: string }) {
  const t = useTranslation(en);
  const { notes, keep } = useNotes(storageKey);
  const forget = (note: Note) => {
    keep(removeNote(notes, note.id));
    offerUndo({ message: t('notebook.forgotten'), undo: t('notebook.undo'), onUndo: () => keep(notes) });
  };
  return (
    <Stack gap="lg">
      <Card tone="sealed">
        <NewNote
          onKeep={(text) =>
            keep(addNote(notes, { id: String(Date.now()), text, isDone: false, day: localDay(new Date()) }))
          }
        />
      </Card>
      {notes.length === 0 ? (
        <EmptyState title={t('notebook.empty')}>{t('notebook.empty-text')}</EmptyState>
      ) : (
        <Card label={t('notebook.open')}>
          <div className="loam-rows">
            {notes.map((note) => (
              <Row
                key={note.id}
                note={note}
                onToggle={() => keep(toggleNote(notes, note.id))}
                onForget={() => forget(note)}
              />
            ))}
          </div>
        </Card>
      )}
      {notes.length > 0 ? (
        <div>
          <Anchor
            href={`data:application/json;charset=utf-8,${encodeURIComponent(JSON.stringify(notes, null, 2))}`}
            download="loam-notebook.json"
          >
            {t('notebook.save')}
          </Anchor>
        </div>
      ) : null}
    </Stack>
  );
}

function NewNote({ onKeep }: { onKeep(text: string): void }) {
  const t = useTranslation(en);
  const { value: text, set: setText, clear } = useDraft('note', '');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!text.trim()) return;
    onKeep(text);
    clear();
  };
  return (
    <form onSubmit={submit}>
      <Stack gap="sm">
        <TextInput
          label={t('notebook.label')}
          description={t('notebook.gentle')}
          placeholder={t('notebook.placeholder')}
          value={text}
          maxLength={500}
          required
          withAsterisk={false}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <Group justify="space-between">
          <Audience who="me">{t('notebook.here')}</Audience>
          <Button type="submit" variant="filled">
            {t('notebook.keep')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function Row({ note, onToggle, onForget }: { note: Note; onToggle(): void; onForget(): void }) {
  const t = useTranslation(en);
  return (
    <Group justify="space-between" wrap="nowrap" py="sm">
      <Checkbox
        className="loam-anywhere"
        checked={note.isDone}
        onChange={onToggle}
        label={<span className={note.isDone ? 'loam-done' : undefined}>{note.text}</span>}
        description={note.isDone ? `${t('notebook.done')} · ${formatDay(note.day)}` : formatDay(note.day)}
      />
      <Button
        variant="plain"
        size="sm"
        flex="none"
        onClick={onForget}
        aria-label={`${t('notebook.forget')}: ${note.text}`}
      >
        {t('notebook.forget')}
      </Button>
    </Group>
  );
}
