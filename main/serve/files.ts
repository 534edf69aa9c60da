import { randomBytes } from 'node:crypto';
import { type AppError, appError } from '../../shared/errors.ts';
import { err, ok, type Result } from '../../shared/result.ts';

/**
 * The files that a person has chosen, by token. Calls name a file by its token only, so a window that has been taken
 * over cannot make the engine read the disk.
 */
export interface Files {
  /** Gives the token under which the file may be read while this engine lives. */
  register(path: string, token?: string): string;
  find(token: string): Result<string, AppError<'serve/file-not-registered'>>;
}

export function createFiles(): Files {
  const paths = new Map<string, string>();
  return {
    register: (path, token = randomBytes(16).toString('base64url')) => {
      paths.set(token, path);
      return token;
    },
    find: (token) => {
      const path = paths.get(token);
      return path === undefined ? err(appError('serve/file-not-registered')) : ok(path);
    },
  };
}
