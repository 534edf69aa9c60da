import type { CallsOf, Handlers } from '../../shared/contract/index.ts';
import type { Tx } from '../store/index.ts';
import type { Delivery } from './index.ts';

export function deliveryHandlers(delivery: Pick<Delivery, 'sweepNow'>): Handlers<CallsOf<'delivery'>, Tx> {
  return { 'delivery/sweep-now': () => delivery.sweepNow() };
}
