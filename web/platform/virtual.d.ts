/// <reference types="vite/client" />

declare module 'virtual:contract' {
  export const contract: typeof import('../../contract/contract.ts').contract;
}

/** The styles of those Mantine components that the app names. */
declare module 'virtual:mantine.css';
