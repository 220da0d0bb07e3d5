import { Button, FileButton, Loader } from '@mantine/core';
import { type DragEvent, useState } from 'react';
import { IMPORT_LIMIT } from '#contract/limits.ts';
import { base } from '#web/platform/place.ts';
import { Problem } from '#web/platform/problem.tsx';
import { useTranslation } from '#web/platform/words.ts';
import { Card } from '#web/ui/card.tsx';
import { en } from './imports.words.ts';

interface FileStepProps {
  /** The file that is being read at this moment. */
  name: string | undefined;
  onFile(file: File): void;
}

/** Where a file is dropped or chosen. */
export function FileStep({ name, onFile }: FileStepProps) {
  const t = useTranslation(en);
  const [isOver, setIsOver] = useState(false);
  const [isTooLarge, setIsTooLarge] = useState(false);
  const take = (file: File | null | undefined) => {
    if (!file) return;
    setIsTooLarge(file.size > IMPORT_LIMIT);
    if (file.size <= IMPORT_LIMIT) onFile(file);
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setIsOver(false);
    take(event.dataTransfer.files[0]);
  };
  const over = (event: DragEvent) => {
    event.preventDefault();
    setIsOver(true);
  };
  return (
    <Card label={t('imports.step-file')}>
      <Problem error={isTooLarge} words={t('imports.too-large')} />
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is for the mouse; the button does the same */}
      <div
        className="imports-drop"
        data-over={isOver || undefined}
        onDragOver={over}
        onDragLeave={() => setIsOver(false)}
        onDrop={drop}
      >
        {name === undefined ? (
          <>
            <h2>{t('imports.drop')}</h2>
            <p className="loam-muted loam-measure loam-flush">{t('imports.drop-text')}</p>
            <FileButton onChange={take} accept=".csv,.tsv,.txt,text/csv,text/plain">
              {(props) => (
                <Button {...props} variant="filled" mt={8}>
                  {t('imports.choose')}
                </Button>
              )}
            </FileButton>
            <a href={`${base}/api/imports/template`} download="people.csv">
              {t('imports.template')}
            </a>
          </>
        ) : (
          <div role="status" className="imports-busy">
            <Loader size="sm" aria-hidden />
            <h2>{t('imports.reading', { name })}</h2>
            <p className="loam-muted loam-flush">{t('imports.reading-text')}</p>
          </div>
        )}
      </div>
    </Card>
  );
}
