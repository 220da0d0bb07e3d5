import { useForm } from '@mantine/form';
import { useDraft } from './draft.ts';

// A type alias fits, an interface does not.
type Fields = Record<string, unknown>;

/** A form as its fields take it; the library's own name for it is lost to modules. */
export type Form<T extends Fields> = ReturnType<typeof useForm<T>>;

interface DraftForm<T extends Fields> {
  form: Form<T>;
  /** To be called when it is sent. */
  clear(): void;
}

/** A form that begins empty; what is typed into it is kept as a draft until it is sent. */
export function useDraftForm<T extends Fields>(name: string, empty: T): DraftForm<T> {
  const { value, set, clear } = useDraft(name, empty);
  return { form: useForm<T>({ initialValues: value, onValuesChange: set }), clear };
}
