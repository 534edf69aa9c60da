import { app, type Session, type WebContents } from 'electron';
import { pageUrl } from './pages.ts';

/** Denies every page of the application what no page of ours needs. The second wall: the content policy is the first. */
export function guardPages(): void {
  app.on('web-contents-created', (_event, contents) => guard(contents));
}

/**
 * A way out that leads nowhere. WebRTC asks neither the content policy nor `webRequest`; it obeys the proxy, and so does
 * whatever else of Chromium we have not thought of. The engine has sockets of its own and no part in this.
 */
const noWayOut = { proxyRules: 'socks5://127.0.0.1:9', proxyBypassRules: '<-loopback>' };

/** Denies permissions, devices, downloads and the network to everything that runs in the session. */
export async function guardSession(session: Session): Promise<void> {
  session.setPermissionRequestHandler((_contents, _permission, decide) => decide(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.on('will-download', (event) => event.preventDefault());
  const network = ['http', 'https', 'ws', 'wss', 'ftp', 'file'].map((scheme) => `${scheme}://*/*`);
  session.webRequest.onBeforeRequest({ urls: network }, (_details, decide) => decide({ cancel: true }));
  await session.setProxy(noWayOut);
}

function guard(contents: WebContents): void {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
  contents.on('will-frame-navigate', (event) => {
    // A reload is a navigation to where the page already is.
    if (!event.isMainFrame || event.url !== pageUrl) event.preventDefault();
  });
}
