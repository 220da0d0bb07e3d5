// Makes a fresh clone ready: packages, the web app (--web), a browser for the tests (--browser).
// Plain CommonJS: it runs on any Node ≥ 20, before anything is installed. Silent on standard output.
const { execFileSync, spawnSync } = require('node:child_process');
const { createHash } = require('node:crypto');
const fs = require('node:fs');
const path = require('node:path');
const { wrongPackages } = require('./check-packages.cjs');

const root = path.resolve(__dirname, '..');
const wants = new Set(process.argv.slice(2));
const say = (text) => process.stderr.write(`${text}\n`);

function stop(text) {
  say(text);
  process.exit(1);
}

function run(command, args, options = {}) {
  const result = spawnSync(command, args, {
    cwd: root,
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
    ...options,
  });
  if (result.status !== 0) stop(`Set-up stopped: "${command} ${args.join(' ')}" failed (see above).`);
}

function hashOf(files) {
  const hash = createHash('sha256');
  for (const file of files) hash.update(file).update(fs.readFileSync(path.join(root, file)));
  return hash.digest('hex');
}

function filesBelow(folder) {
  return fs
    .readdirSync(path.join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(root, path.join(entry.parentPath ?? entry.path, entry.name)))
    .sort();
}

/** Does `work` when `stamp` does not hold `wanted`, then notes it. */
function whenChanged(stamp, wanted, work) {
  const file = path.join(root, stamp);
  if (fs.existsSync(file) && fs.readFileSync(file, 'utf8') === wanted) return;
  // Killed half-way, it is not taken for done.
  fs.rmSync(file, { force: true });
  work();
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, wanted);
}

function installPackages() {
  whenChanged('node_modules/.loam-stamp', hashOf(['package-lock.json']), () => {
    say('Installing packages …');
    const quietly = ['--no-audit', '--no-fund', '--loglevel=error'];
    const exact = spawnSync('npm', ['ci', ...quietly], {
      cwd: root,
      stdio: ['ignore', 2, 2],
      shell: process.platform === 'win32',
    });
    // A registry may not hold what is for other machines alone.
    if (exact.status !== 0) run('npm', ['install', '--no-save', ...quietly]);
    const wrong = wrongPackages(root);
    if (wrong.length > 0)
      stop(`Set-up stopped: the packages are not those of the lock file.\n${wrong.slice(0, 20).join('\n')}`);
  });
}

function checkNode() {
  const own = path.join(root, 'node_modules', '.bin', process.platform === 'win32' ? 'node.cmd' : 'node');
  const command = fs.existsSync(own) ? own : 'node';
  const version = execFileSync(command, ['--version'], {
    encoding: 'utf8',
    shell: process.platform === 'win32',
  }).trim();
  if (Number(version.slice(1).split('.')[0]) < 24) {
    stop(
      `Loam needs Node 24 or newer; this is ${version} and no packaged Node 24 fits this machine. Please install Node 24.`,
    );
  }
}

function buildWeb() {
  const files = [
    ...filesBelow('web'),
    ...filesBelow('contract'),
    ...filesBelow('engine'),
    'vite.config.ts',
    'package-lock.json',
  ].filter((file) => !/\.test\.tsx?$/.test(file));
  whenChanged('dist/.web-stamp', hashOf(files), () => {
    say('Building the web app …');
    run('npm', ['run', '--silent', 'build']);
  });
}

const BROWSERS = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
];

function playwrightBrowser() {
  try {
    const { chromium } = require(path.join(root, 'node_modules', '@playwright', 'test'));
    return fs.existsSync(chromium.executablePath());
  } catch {
    return false;
  }
}

function findBrowser() {
  const known = [process.env.LOAM_TEST_BROWSER, ...BROWSERS].some((file) => file && fs.existsSync(file));
  return known || playwrightBrowser();
}

function installBrowser() {
  if (findBrowser()) return;
  say('Installing a browser for the tests …');
  const isDebianRoot = process.getuid?.() === 0 && fs.existsSync('/usr/bin/apt-get');
  if (isDebianRoot) {
    spawnSync('apt-get', ['update', '-qq'], { stdio: ['ignore', 2, 2] });
    spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], {
      stdio: ['ignore', 2, 2],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
  } else {
    spawnSync('npx', ['playwright', 'install', 'chromium'], {
      cwd: root,
      stdio: ['ignore', 2, 2],
      shell: process.platform === 'win32',
    });
  }
  if (!findBrowser()) stop('No browser for the tests: install Chromium, or name one in LOAM_TEST_BROWSER.');
}

installPackages();
checkNode();
if (wants.has('--web')) buildWeb();
if (wants.has('--browser')) installBrowser();
