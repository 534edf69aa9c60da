export interface Electron {
  readonly executable: string;
  /** Flags that this machine needs; they come before the application's folder. */
  readonly args: string[];
  /** To be added to the environment of the process. */
  readonly env: { FIELDLINE_SQLITE_BINDING?: string };
  /** True for the old Electron that serves tests and trying out where the real one cannot be downloaded. */
  readonly isStandIn: boolean;
  readonly version: string;
}

/**
 * The Electron of this machine. Start it as `executable ...args <application folder>` with `env` added to the
 * environment; on Linux without a display, under xvfb-run.
 * @throws Error, in words for a person, when there is none
 */
export function findElectron(): Electron;
