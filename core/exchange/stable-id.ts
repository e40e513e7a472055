export { stableId } from '../text/stable-id.ts';
