/** All SQL on the account's numbers and messaging services. */
import { type Book, idCounter } from './book.ts';

/** What a customer sets, by the parameter's name: `SmsUrl`, `FriendlyName` and so on. */
export type Settings = Readonly<Record<string, string>>;

export interface NumberRow {
  readonly id: number;
  readonly sid: string;
  readonly phone: string;
  readonly settings: Settings;
  readonly queueFreeAt: number;
  readonly serviceSid: string | null;
  readonly createdAt: number;
  readonly updatedAt: number;
}

export interface ServiceRow {
  readonly id: number;
  readonly sid: string;
  readonly settings: Settings;
  readonly createdAt: number;
  readonly updatedAt: number;
}

export interface NumberRows {
  nextId(): number;
  add(row: NumberRow): void;
  /** The account's numbers, the newest first. */
  all(): NumberRow[];
  bySid(sid: string): NumberRow | undefined;
  byPhone(phone: string): NumberRow | undefined;
  wasReleased(phone: string): boolean;
  changeSettings(id: number, settings: Settings, updatedAt: number): void;
  setQueueFree(id: number, at: number): void;
  setService(id: number, serviceSid: string | null): void;
  release(id: number, at: number): void;
  nextServiceId(): number;
  addService(row: ServiceRow): void;
  services(): ServiceRow[];
}

type Raw<Row> = Omit<Row, 'settings'> & { readonly settings: string };

const columns = `id, sid, phone, settings, queue_free_at AS queueFreeAt, service_sid AS serviceSid,
  created_at AS createdAt, updated_at AS updatedAt`;

export function numberRows(book: Book): NumberRows {
  const { database } = book;
  const add = database.prepare<[Raw<NumberRow>]>(
    `INSERT INTO number (id, sid, phone, settings, queue_free_at, service_sid, created_at, updated_at)
     VALUES (@id, @sid, @phone, @settings, @queueFreeAt, @serviceSid, @createdAt, @updatedAt)`,
  );
  const owned = `SELECT ${columns} FROM number WHERE released_at IS NULL`;
  const all = database.prepare<[], Raw<NumberRow>>(`${owned} ORDER BY id DESC`);
  const bySid = database.prepare<[string], Raw<NumberRow>>(`${owned} AND sid = ?`);
  const byPhone = database.prepare<[string], Raw<NumberRow>>(`${owned} AND phone = ?`);
  const released = database.prepare('SELECT 1 FROM number WHERE phone = ? AND released_at IS NOT NULL');
  const change = database.prepare('UPDATE number SET settings = ?, updated_at = ? WHERE id = ?');
  const queueFree = database.prepare('UPDATE number SET queue_free_at = ? WHERE id = ?');
  const service = database.prepare('UPDATE number SET service_sid = ? WHERE id = ?');
  const release = database.prepare('UPDATE number SET released_at = ?, service_sid = NULL WHERE id = ?');
  const addService = database.prepare<[Raw<ServiceRow>]>(
    `INSERT INTO service (id, sid, settings, created_at, updated_at)
     VALUES (@id, @sid, @settings, @createdAt, @updatedAt)`,
  );
  const services = database.prepare<[], Raw<ServiceRow>>(
    'SELECT id, sid, settings, created_at AS createdAt, updated_at AS updatedAt FROM service ORDER BY id DESC',
  );

  return {
    nextId: idCounter(database, 'number'),
    add: (row) => void add.run({ ...row, settings: JSON.stringify(row.settings) }),
    all: () => all.all().map(parsed),
    bySid: (sid) => optional(bySid.get(sid)),
    byPhone: (phone) => optional(byPhone.get(phone)),
    wasReleased: (phone) => released.get(phone) !== undefined,
    changeSettings: (id, settings, updatedAt) => void change.run(JSON.stringify(settings), updatedAt, id),
    setQueueFree: (id, at) => void queueFree.run(at, id),
    setService: (id, serviceSid) => void service.run(serviceSid, id),
    release: (id, at) => void release.run(at, id),
    nextServiceId: idCounter(database, 'service'),
    addService: (row) => void addService.run({ ...row, settings: JSON.stringify(row.settings) }),
    services: () => services.all().map(parsed),
  };
}

/** The simulator wrote the JSON itself, so it is trusted. */
function parsed<Row>(row: Row & { readonly settings: string }): Omit<Row, 'settings'> & { settings: Settings } {
  return { ...row, settings: JSON.parse(row.settings) as Settings };
}

function optional(row: Raw<NumberRow> | undefined): NumberRow | undefined {
  return row === undefined ? undefined : parsed(row);
}
