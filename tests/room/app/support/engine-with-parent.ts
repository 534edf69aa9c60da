/** Runs the engine with the channel to the process that forked it in the place of Electron's parent port. */
const parentPort = {
  on: (_event: 'message', listen: (message: { data: unknown; ports: [] }) => void) =>
    process.on('message', (data) => listen({ data, ports: [] })),
  postMessage: (message: object) => process.send?.(message),
};
Object.assign(process, { parentPort });
await import('../../../../main/engine.ts');
