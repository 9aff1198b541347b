// Plain JavaScript in the place of the two native modules that the VS Code server loads. The exports are
// written one by one, since the server imports these CommonJS files by name.

/** `native-watchdog`: ends the extension host when the server, its parent, is no longer there. */
export const WATCHDOG = `'use strict';
exports.start = (parent) => {
  const look = setInterval(() => {
    try {
      process.kill(parent, 0);
    } catch {
      process.exit(87);
    }
  }, 1500);
  look.unref();
};
exports.exit = (code) => process.exit(code);
`;

/** `@vscode/spdlog`: the log files. */
export const LOGGER = `'use strict';
const { appendFileSync, mkdirSync } = require('node:fs');
const { dirname } = require('node:path');
const LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'critical'];

class Logger {
  constructor(_kind, _name, file) {
    this.file = file;
    this.lowest = LEVELS.indexOf('info');
    this.bare = false;
  }
  append(level, text) {
    if (level < this.lowest) return;
    const line = this.bare ? text : new Date().toISOString() + ' [' + LEVELS[level] + '] ' + text + '\\n';
    try {
      appendFileSync(this.file, line);
    } catch {
      // A log that cannot be written is no reason to stop.
    }
  }
  getLevel() { return this.lowest; }
  setLevel(level) { this.lowest = level; }
  clearFormatters() { this.bare = true; }
  setPattern() {}
  flush() {}
  drop() {}
}
LEVELS.forEach((name, level) => {
  Logger.prototype[name] = function (text) { this.append(level, text); };
});

const open = async (name, file) => {
  mkdirSync(dirname(file), { recursive: true });
  return new Logger('file', name, file);
};
exports.version = 'stand-in';
exports.setLevel = () => {};
exports.setFlushOn = () => {};
exports.Logger = Logger;
exports.createRotatingLogger = open;
exports.createAsyncRotatingLogger = open;
`;
