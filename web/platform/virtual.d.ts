/// <reference types="vite/client" />

declare module 'virtual:contract' {
  export const contract: typeof import('../../contract/contract.ts').contract;
}
