import { expect, test } from 'vitest';
import { readDefines } from '../../../scripts/electron/sqlite-binding.mjs';

test("SQLite's features are read from the driver's own list, without its key", () => {
  const gypi =
    "# generated\n{\n  'defines': [\n    'SQLITE_DQS=0',\n    'SQLITE_DEFAULT_CACHE_SIZE=-16000',\n    'SQLITE_ENABLE_FTS5',\n  ],\n}\n";
  expect(readDefines(gypi)).toEqual(['SQLITE_DQS=0', 'SQLITE_DEFAULT_CACHE_SIZE=-16000', 'SQLITE_ENABLE_FTS5']);
});
