import './workspace.css';

export { FactsSection } from './facts-section.tsx';
export { MailSection } from './mail-section.tsx';
