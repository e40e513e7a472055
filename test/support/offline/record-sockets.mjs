import childProcess from 'node:child_process';
import dgram from 'node:dgram';
import dns from 'node:dns';
import { appendFileSync } from 'node:fs';
import module from 'node:module';
import net from 'node:net';
import { join } from 'node:path';
import { threadId } from 'node:worker_threads';

/**
 * Loaded before a program of Attest, in each of its threads, by `--import`: writes down every socket it opens, every name it
 * looks up and every program it starts, one JSON value a line, in the folder that `ATTEST_SOCKET_RECORD` names.
 */
const folder = process.env.ATTEST_SOCKET_RECORD ?? '';
const file = join(folder, `node-${process.pid}-${threadId}.jsonl`);

/** @param {Record<string, unknown>} entry */
function record(entry) {
  appendFileSync(file, `${JSON.stringify(entry)}\n`);
}

/**
 * Replaces the function `name` of `owner` by one that calls `note` with its arguments first.
 *
 * @param {any} owner
 * @param {string} name
 * @param {(this: any, args: any[]) => void} note
 */
function watch(owner, name, note) {
  const original = owner[name];
  owner[name] = function watched(/** @type {any[]} */ ...args) {
    note.call(this, args);
    return original.apply(this, args);
  };
}

/** @param {any[]} args those of `net.Socket.connect`: options, a port and a host, a path, or Node's own list of these */
function noteConnection(args) {
  const [first, second] = Array.isArray(args[0]) ? args[0] : args;
  if (typeof first === 'string' && !/^\d+$/u.test(first)) record({ kind: 'connect', path: first });
  else if (typeof first === 'object' && first !== null) {
    const { path, host, port } = first;
    record(path ? { kind: 'connect', path } : { kind: 'connect', host: host ?? 'localhost', port: Number(port) });
  } else {
    record({ kind: 'connect', host: typeof second === 'string' ? second : 'localhost', port: Number(first) });
  }
}

record({ kind: 'start', program: process.argv[1] ?? '', thread: threadId });

watch(net.Socket.prototype, 'connect', noteConnection);
watch(net.Server.prototype, 'listen', function note() {
  this.once('listening', () => {
    const address = this.address();
    if (typeof address === 'string') record({ kind: 'listen', path: address });
    else if (address) record({ kind: 'listen', host: address.address, port: address.port });
  });
});
for (const name of ['bind', 'connect', 'send']) {
  watch(dgram.Socket.prototype, name, (args) => record({ kind: 'udp', does: name, with: args.map(String).join(' ') }));
}
for (const owner of [dns, dns.promises, dns.Resolver.prototype, dns.promises.Resolver.prototype]) {
  for (const name of Object.getOwnPropertyNames(owner)) {
    if (!/^(?:lookup|resolve|reverse)/u.test(name) || name === 'lookupService') continue;
    watch(owner, name, ([host]) => record({ kind: 'lookup', host: String(host) }));
  }
}
// The class is not in Node's types; every way to start a program that does not wait for it ends here.
watch(/** @type {any} */ (childProcess).ChildProcess.prototype, 'spawn', ([{ file: program }]) =>
  record({ kind: 'program', program }),
);
for (const name of ['spawnSync', 'execFileSync', 'execSync']) {
  watch(childProcess, name, ([program]) => record({ kind: 'program', program: String(program) }));
}
module.syncBuiltinESMExports();
