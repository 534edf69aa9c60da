/**
 * The carrier room's door. It takes credentials and an address, gives a `Carrier` that hands texts over and tells what
 * became of them, and explains the carrier's error codes. It refuses every host but Twilio's own and this machine.
 * Nothing here loads the carrier's package: that happens at the first call, or in `warmUp` when the engine is idle.
 */

export { carrierHandlers } from './calls.ts';
export {
  type CarrierError,
  type CarrierErrorEffect,
  type FailureBucket,
  lookUpCarrierError,
  type RetryClass,
} from './carrier-errors.ts';
export { createLateCarrier } from './late-carrier.ts';
export * from './port.ts';
export { createTwilioCarrier, type TwilioSettings } from './twilio/carrier.ts';
export { type CarrierAddresses, checkAddress, isLoopback } from './twilio/hosts.ts';
export type { TwilioCredentials } from './twilio/line.ts';
