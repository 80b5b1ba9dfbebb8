import { followAddress } from './arrival.ts';
import { closeOnChoice, markPlace } from './contents-place.ts';
import { copyParagraphs } from './copy-paragraphs.ts';
import { copyReferences } from './copying.ts';
import { findHere } from './find-here.ts';
import { rememberTextSize } from './text-size.ts';

followAddress();
markPlace();
closeOnChoice();
copyReferences();
copyParagraphs();
findHere();
rememberTextSize();

// Some phones show what a tap points at only on pages that listen for taps.
document.addEventListener('touchstart', () => undefined, { passive: true });
