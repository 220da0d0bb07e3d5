interface Named {
  id: string;
  parentId: string | null;
  name: string;
}

/** Every unit with a name that tells it from others of the same name. */
export function unitPaths(units: readonly Named[]): { value: string; label: string }[] {
  const byId = new Map(units.map((unit) => [unit.id, unit]));
  const pathOf = (id: string | null, depth = 0): string[] => {
    const unit = id === null || depth > 8 ? undefined : byId.get(id);
    return unit ? [...pathOf(unit.parentId, depth + 1), unit.name] : [];
  };
  return units
    .map(({ id }) => ({ value: id, label: pathOf(id).join(' / ') }))
    .sort((one, other) => one.label.localeCompare(other.label));
}
