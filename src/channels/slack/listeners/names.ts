/** Names the manifests in `slack/` give to what people start. */
export const SLASH_COMMAND = '/plan';
export const ASK_MESSAGE_SHORTCUT = 'ask_message';
export const EXPORT_MESSAGE_SHORTCUT = 'export_message';
export const SUBSCRIBE_MESSAGE_SHORTCUT = 'subscribe_message';
export const ASK_SHORTCUT = 'ask_global';
export const ASK_STEP = 'ask_step';
