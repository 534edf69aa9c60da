/** What comes in and goes out, after HTTP has been taken off and before it is put on. */

export interface Answer {
  readonly status: number;
  /** Sent as JSON; null sends no body. */
  readonly body: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Call {
  /** The named parts of the path, decoded. */
  readonly path: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly form: URLSearchParams;
  /** The path with its query as it came, for the `uri` of a list. */
  readonly uri: string;
  /** Counts requests; names the draws that belong to this one. */
  readonly ordinal: number;
  /** `http://127.0.0.1:port`, for the absolute URLs of the newer hosts. */
  readonly baseUrl: string;
}

export function answer(status: number, body: unknown): Answer {
  return { status, body };
}
