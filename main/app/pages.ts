import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { protocol, type Session, type WebFrameMain } from 'electron';

/**
 * The page has a scheme of its own rather than `file:`, which would give it an opaque origin that other files share:
 * here `'self'` means our built page and nothing else, a sender can be checked by its origin, and no path leads out of
 * the folder.
 */
const scheme = 'app';
const host = 'fieldline';
const pageOrigin = `${scheme}://${host}`;
export const pageUrl = `${pageOrigin}/index.html`;

/**
 * Nothing is loaded from anywhere but the built page, no script or style stands inside a document, and text never
 * becomes markup. `data:` images are what the style sheets contain.
 */
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ');

const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};

/** Must run before Electron is ready. */
export function declarePageScheme(): void {
  protocol.registerSchemesAsPrivileged([{ scheme, privileges: { standard: true, secure: true, codeCache: true } }]);
}

/** Serves the built page in `folder`. Whatever is not a file of a known type in there does not exist. */
export function servePages(session: Session, folder: string): void {
  session.protocol.handle(scheme, async (request) => {
    // A standard URL is normalised before it comes here: `..` in any spelling is resolved within the host.
    const { hostname, pathname } = new URL(request.url);
    const type = contentTypes[extname(pathname)];
    if (request.method !== 'GET' || hostname !== host || !type || !/^(\/[\w-][\w.-]*)+$/.test(pathname))
      return notFound();
    const body = await readFile(join(folder, pathname)).catch(() => null);
    return body ? new Response(new Uint8Array(body), { headers: headersFor(type) }) : notFound();
  });
}

/** Whether a message comes from the top frame of our own page; nobody else is answered. */
export function isOurPage(frame: WebFrameMain | null): frame is WebFrameMain {
  return frame !== null && frame.parent === null && frame.origin === pageOrigin;
}

function headersFor(contentType: string): Record<string, string> {
  return {
    'content-type': contentType,
    'content-security-policy': contentSecurityPolicy,
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-cache',
  };
}

function notFound(): Response {
  return new Response('not found', { status: 404, headers: headersFor('text/plain') });
}
