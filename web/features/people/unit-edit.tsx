import { ActionIcon, Button, Group, Menu, NativeSelect, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconDots } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Unit } from '#contract/people.ts';
import { api } from '#web/platform/api.ts';
import { Problem } from '#web/platform/problem.tsx';
import { useTranslation } from '#web/platform/words.ts';
import { Dialog } from '#web/ui/dialog.tsx';
import { unitPaths, withDescendants } from './units.ts';
import { en } from './units.words.ts';
import { refreshUnits, useUnitUndo } from './use-unit-undo.ts';

/** What a steward is about to do: a new unit below another or at the top, or one to change. */
export type UnitEdit = { kind: 'add'; parentId: string | null } | { kind: 'change'; unit: Unit };

interface FormProps {
  edit: UnitEdit;
  units: readonly Unit[];
  onDone(parentId: string | null): void;
  onClose(): void;
}

/** Parents that a unit may have: any but itself and what is below it. */
function useParents({ edit, units }: Pick<FormProps, 'edit' | 'units'>) {
  const t = useTranslation(en);
  const own = edit.kind === 'change' ? withDescendants(units, [edit.unit.id]) : new Set<string>();
  return [{ value: '', label: t('units.top') }, ...unitPaths(units).filter(({ value }) => !own.has(value))];
}

function UnitForm({ edit, units, onDone, onClose }: FormProps) {
  const t = useTranslation(en);
  const parents = useParents({ edit, units });
  const undo = useUnitUndo();
  const whoIAm = useQuery(api.people.whoIAm.queryOptions());
  const before = edit.kind === 'change' ? edit.unit : { name: '', parentId: edit.parentId };
  const form = useForm({ initialValues: { name: before.name, parent: before.parentId ?? '' } });
  const done = async (offer: () => void) => {
    await refreshUnits();
    offer();
    onDone(form.values.parent || null);
    onClose();
  };
  const add = useMutation(
    api.directory.addUnit.mutationOptions({
      onSuccess: ({ unitId }, { name: unit }) => done(() => undo.added(unitId, unit)),
    }),
  );
  const change = useMutation(
    api.directory.changeUnit.mutationOptions({
      onSuccess: () => done(() => edit.kind === 'change' && undo.changed(edit.unit, form.values.name.trim())),
    }),
  );
  const submit = form.onSubmit(({ name, parent }) => {
    const parentId = parent || null;
    if (edit.kind === 'add') return add.mutate({ name: name.trim(), parentId });
    const differing = {
      ...(name.trim() !== before.name && { name: name.trim() }),
      ...(parentId !== before.parentId && { parentId }),
    };
    if (Object.keys(differing).length === 0) return onClose();
    return change.mutate({ unitId: edit.unit.id, ...differing });
  });
  return (
    <form onSubmit={submit}>
      <Stack>
        <TextInput
          label={t('units.name')}
          required
          withAsterisk={false}
          maxLength={80}
          data-autofocus
          {...form.getInputProps('name')}
        />
        <NativeSelect size="md" label={t('units.parent')} data={parents} {...form.getInputProps('parent')} />
        {edit.kind === 'change' && whoIAm.data?.mayNamePlaces === false ? (
          <p className="loam-muted unit-note">{t('units.by-file')}</p>
        ) : null}
        <Problem error={add.error ?? change.error} />
        <Group justify="flex-end">
          <Button variant="plain" onClick={onClose}>
            {t('units.cancel')}
          </Button>
          <Button type="submit" variant="filled" loading={add.isPending || change.isPending}>
            {t(edit.kind === 'add' ? 'units.do-add' : 'units.save')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

interface DialogProps extends Pick<FormProps, 'units' | 'onDone' | 'onClose'> {
  edit: UnitEdit | null;
}

/** Adds a unit, or renames and moves one. */
export function UnitDialog({ edit, ...props }: DialogProps) {
  const t = useTranslation(en);
  // What it was about stays while it closes.
  const [last, setLast] = useState(edit);
  if (edit && edit !== last) setLast(edit);
  const title = last?.kind === 'change' ? t('units.change-title', { unit: last.unit.name }) : t('units.add');
  return (
    <Dialog opened={edit !== null} onClose={props.onClose} title={title}>
      {last ? <UnitForm edit={last} {...props} /> : null}
    </Dialog>
  );
}

interface MenuProps {
  unit: Unit;
  /** Whether nothing stands below it. */
  isLeaf: boolean;
  onEdit(edit: UnitEdit): void;
  onRemove(): void;
}

/** What a steward can do with one unit. */
export function UnitMenu({ unit, isLeaf, onEdit, onRemove }: MenuProps) {
  const t = useTranslation(en);
  const isEmpty = isLeaf && unit.people === 0;
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" size="lg" aria-label={t('units.menu', { unit: unit.name })}>
          <IconDots size={20} stroke={1.5} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => onEdit({ kind: 'change', unit })}>{t('units.change')}</Menu.Item>
        <Menu.Item onClick={() => onEdit({ kind: 'add', parentId: unit.id })}>{t('units.add-below')}</Menu.Item>
        <Menu.Item disabled={!isEmpty} onClick={onRemove}>
          {t(isEmpty ? 'units.remove' : 'units.remove-not')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
