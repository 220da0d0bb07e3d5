import { type ReactNode, useEffect } from 'react';

interface PageProps {
  /** Also the document's title. */
  title: string;
  above?: ReactNode;
  lead?: ReactNode;
  children: ReactNode;
}

/** Names the page in the browser's tab. */
export function useTitle(title: string): void {
  useEffect(() => {
    document.title = `${title} · Loam`;
  }, [title]);
}

function Head({ title, above, lead }: Omit<PageProps, 'children'>) {
  return (
    <header className="loam-page-head">
      {above ? <div className="loam-muted">{above}</div> : null}
      <h1>{title}</h1>
      {lead ? <p className="loam-lead">{lead}</p> : null}
    </header>
  );
}

/** A page inside the app. */
export function Page({ children, ...head }: PageProps) {
  useTitle(head.title);
  return (
    <div className="loam-page">
      <Head {...head} />
      {children}
    </div>
  );
}

/** A page before signing in, or to read. */
export function PublicPage({ children, isWide, ...head }: PageProps & { isWide?: boolean }) {
  useTitle(head.title);
  return (
    <main className="loam-public" data-wide={isWide || undefined}>
      <Head {...head} />
      {children}
    </main>
  );
}
