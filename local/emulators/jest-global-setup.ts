export { startForJest as default } from './jest-firestore';
