/**
 * The contract's server. It takes requests off a wire, finds out who acts, parses what they ask, and gives one answer
 * to each; it refuses what the contract does not name, what the role does not include and what does not parse. Acts
 * that may happen only once are recorded in their own transaction. It is imported by the engine alone.
 */
export { createFiles, type Files } from './files.ts';
export { openLineDoor } from './line-door.ts';
export { openPortDoor, type ParentPort } from './port-door.ts';
export { createServer, type EngineHandlers } from './server.ts';
