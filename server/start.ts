import { enableCompileCache } from 'node:module';

// The next start finds everything compiled; only what is loaded from here on is kept.
enableCompileCache();
await import('./processes.ts');
