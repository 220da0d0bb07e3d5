export { unitPaths } from './units.ts';
