import { followAddress } from './arrival.ts';
import { closeOnChoice, markPlace } from './contents-place.ts';
import { copyReferences } from './copying.ts';

followAddress();
markPlace();
closeOnChoice();
copyReferences();

// Some phones show what a tap points at only on pages that listen for taps.
document.addEventListener('touchstart', () => undefined, { passive: true });
