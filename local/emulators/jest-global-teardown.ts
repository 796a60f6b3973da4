export { stopForJest as default } from './jest-firestore';
