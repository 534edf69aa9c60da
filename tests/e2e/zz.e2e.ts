import { execSync } from 'node:child_process';
import { test } from './support/desktop.ts';
test('x', async ({ desktop, folder }) => {
  await desktop.page.getByLabel('Your first name').waitFor();
  const pids = await desktop.application.evaluate(({ app }) => app.getAppMetrics().map((m) => [m.type, m.name, m.pid]));
  console.log(JSON.stringify(pids));
  const r = await desktop.application.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.webContents.getOSProcessId());
  process.kill(r, 'SIGSEGV');
  process.kill((await desktop.enginePid())!, 'SIGABRT');
  await new Promise((r) => setTimeout(r, 3000));
  console.log(execSync(`find ${folder} -maxdepth 2; find ${folder} -name '*.dmp'; ls /work/main/core* 2>/dev/null; ulimit -c; cat /proc/sys/kernel/core_pattern; ps aux | grep -c '[c]rashpad'`).toString());
});
