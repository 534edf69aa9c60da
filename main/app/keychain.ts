import type { SafeStorage } from 'electron';

/** The operating system's way to lock something away for the person who is signed in to this computer. */
export interface Keychain {
  /** Without one nothing secret is written anywhere. */
  isAvailable(): boolean;
  seal(secret: string): Uint8Array;
  /** Null for what this keychain did not seal. */
  unseal(sealed: Uint8Array): string | null;
}

type Storage = Pick<
  SafeStorage,
  'isEncryptionAvailable' | 'getSelectedStorageBackend' | 'encryptString' | 'decryptString'
>;

/**
 * The keychain behind Electron's `safeStorage`, which can be asked once Electron is ready. On Linux that falls back on
 * `basic_text`, a key that stands in Chromium's source: it hides from eyes only, so it counts as no keychain.
 */
export function keychainOver(storage: Storage, platform: NodeJS.Platform): Keychain {
  return {
    isAvailable: () =>
      storage.isEncryptionAvailable() &&
      (platform !== 'linux' || !['basic_text', 'unknown'].includes(storage.getSelectedStorageBackend())),
    seal: (secret) => storage.encryptString(secret),
    unseal(sealed) {
      try {
        return storage.decryptString(Buffer.from(sealed));
      } catch {
        return null;
      }
    },
  };
}
