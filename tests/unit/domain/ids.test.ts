import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  asContactId,
  asDeviceNumber,
  asEventId,
  asIntentId,
  asUserId,
  asWorldId,
  isUuid,
  splitWorldId,
  uuidV7,
  worldId,
} from '../../../shared/domain/ids.ts';

const maxId = 2 ** 36 - 1;
const maxDevice = 2 ** 17 - 1;
const ids = fc.integer({ min: 1, max: maxId }).map(asContactId);
const devices = fc.integer({ min: 0, max: maxDevice }).map(asDeviceNumber);

describe('local ids', () => {
  it('are the numbers they are made of', () => {
    expect(asUserId(7)).toBe(7);
    expect(asContactId(maxId)).toBe(maxId);
  });

  it.each([0, -1, 1.5, Number.NaN, Number.POSITIVE_INFINITY, maxId + 1])('cannot be %d', (value) => {
    expect(() => asContactId(value)).toThrow(RangeError);
  });
});

describe('world ids', () => {
  it('give back the device and the id they were made of', () => {
    fc.assert(
      fc.property(devices, ids, (device, id) => {
        expect(splitWorldId(worldId(device, id))).toEqual({ device, id });
      }),
    );
  });

  it('fill the range of exact numbers to its last value and no further', () => {
    const last = worldId(asDeviceNumber(maxDevice), asContactId(maxId));
    expect(last).toBe(Number.MAX_SAFE_INTEGER);
    expect(splitWorldId(last)).toEqual({ device: maxDevice, id: maxId });
  });

  it('equal the local id on a store of its own', () => {
    fc.assert(
      fc.property(ids, (id) => {
        expect(worldId(asDeviceNumber(0), id)).toBe(id);
      }),
    );
  });

  it('differ wherever device or id differ', () => {
    fc.assert(
      fc.property(devices, ids, devices, ids, (device, id, otherDevice, otherId) => {
        const same = device === otherDevice && id === otherId;
        expect(worldId(device, id) === worldId(otherDevice, otherId)).toBe(same);
      }),
    );
  });

  it.each([
    ['no row on the first device', 0],
    ['no row on a later device', 3 * 2 ** 36],
    ['a negative number', -5],
    ['a fraction', 2 ** 36 + 0.5],
    ['not a number', Number.NaN],
    ['a number beyond the exact range', 2 ** 53],
  ])('cannot be read from %s', (_what, value) => {
    expect(() => asWorldId(value)).toThrow(RangeError);
  });

  it.each([-1, 0.5, maxDevice + 1])('have no device %d', (device) => {
    expect(() => asDeviceNumber(device)).toThrow(RangeError);
  });
});

describe('version 7 UUIDs', () => {
  const instants = fc.integer({ min: 0, max: 2 ** 48 - 1 });
  const bytes = fc.uint8Array({ minLength: 10, maxLength: 16 });

  it('match the example of RFC 9562, appendix A.6', () => {
    const random = Uint8Array.of(0x0c, 0xc3, 0x18, 0xc4, 0xdc, 0x0c, 0x0c, 0x07, 0x39, 0x8f);
    expect(uuidV7(0x017f22e279b0, random)).toBe('017f22e2-79b0-7cc3-98c4-dc0c0c07398f');
  });

  it('are UUIDs and can name events and intents, whatever the instant and the bytes', () => {
    fc.assert(
      fc.property(instants, bytes, (nowMs, random) => {
        const uuid = uuidV7(nowMs, random);
        expect(asEventId(uuid)).toBe(uuid);
        expect(asIntentId(uuid)).toBe(uuid);
      }),
    );
  });

  it('sort by time as text', () => {
    fc.assert(
      fc.property(instants, instants, bytes, bytes, (a, b, randomA, randomB) => {
        fc.pre(a !== b);
        expect(uuidV7(a, randomA) < uuidV7(b, randomB)).toBe(a < b);
      }),
    );
  });

  it('carry 74 of the random bits', () => {
    const setBits = (fill: number) =>
      BigInt(`0x${uuidV7(0, new Uint8Array(10).fill(fill)).replaceAll('-', '')}`)
        .toString(2)
        .replaceAll('0', '').length;
    expect(setBits(0xff) - setBits(0)).toBe(74);
  });

  it.each([-1, 0.5, Number.NaN, 2 ** 48])('cannot be made at instant %d', (nowMs) => {
    expect(() => uuidV7(nowMs, new Uint8Array(10))).toThrow(RangeError);
  });

  it('cannot be made of fewer than ten random bytes', () => {
    expect(() => uuidV7(0, new Uint8Array(9))).toThrow(RangeError);
  });
});

describe('isUuid', () => {
  it('takes what the platform makes', () => {
    expect(isUuid(crypto.randomUUID())).toBe(true);
  });

  it.each([
    ['capital letters', '017F22E2-79B0-7CC3-98C4-DC0C0C07398F'],
    ['no dashes', '017f22e279b07cc398c4dc0c0c07398f'],
    ['braces', '{017f22e2-79b0-7cc3-98c4-dc0c0c07398f}'],
    ['a line break at the end', '017f22e2-79b0-7cc3-98c4-dc0c0c07398f\n'],
    ['another variant', '017f22e2-79b0-7cc3-c8c4-dc0c0c07398f'],
    ['the nil UUID', '00000000-0000-0000-0000-000000000000'],
    ['the max UUID', 'ffffffff-ffff-ffff-ffff-ffffffffffff'],
    ['nothing', ''],
  ])('refuses %s', (_what, text) => {
    expect(isUuid(text)).toBe(false);
    expect(() => asIntentId(text)).toThrow(TypeError);
  });

  it('does not make an event id of a UUID that does not sort by time', () => {
    expect(() => asEventId('919108f7-52d1-4320-9bac-f847db4148a8')).toThrow(TypeError);
  });
});
