import { followAddress } from './arrival.ts';
import { closeOnChoice, markPlace } from './contents-place.ts';
import { copyReferences } from './copying.ts';

followAddress();
markPlace();
closeOnChoice();
copyReferences();
