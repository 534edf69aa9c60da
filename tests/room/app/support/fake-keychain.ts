import type { Keychain } from '../../../../main/app/keychain.ts';

/** Seals for one owner by turning bits, so that a sealed secret can be found nowhere as it was typed. */
export function fakeKeychain(owner = 85, isAvailable = true): Keychain {
  const turn = (bytes: Uint8Array): Uint8Array => bytes.map((byte) => byte ^ owner);
  return {
    isAvailable: () => isAvailable,
    seal: (secret) => turn(Buffer.from(`sealed ${secret}`)),
    unseal(sealed) {
      const text = Buffer.from(turn(sealed)).toString('utf8');
      return text.startsWith('sealed ') ? text.slice('sealed '.length) : null;
    },
  };
}
