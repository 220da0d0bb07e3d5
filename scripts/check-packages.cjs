// Whether what is installed is what the lock file says. Plain CommonJS: set-up runs it on any Node ≥ 20.
const fs = require('node:fs');
const path = require('node:path');

/** Packages below `root` that are not those of its lock file, in words; what is for other machines may be absent. */
function wrongPackages(root) {
  const read = (file) => JSON.parse(fs.readFileSync(path.join(root, file), 'utf8'));
  const locked = read('package-lock.json').packages;
  const installed = read('node_modules/.package-lock.json').packages;
  const wrong = [];
  for (const [place, known] of Object.entries(installed)) {
    const wanted = locked[place];
    // npm compared the bytes with this hash when it unpacked them.
    if (!wanted) wrong.push(`${place} is not in the lock file`);
    else if (known.version !== wanted.version || known.integrity !== wanted.integrity)
      wrong.push(`${place} is not the one of the lock file`);
  }
  for (const [place, wanted] of Object.entries(locked).filter(([each]) => each !== '')) {
    if (!wanted.integrity) wrong.push(`${place} has no hash in the lock file`);
    const manifest = path.join(root, place, 'package.json');
    const mayMiss = wanted.optional || wanted.devOptional || wanted.peer;
    if (!fs.existsSync(manifest)) {
      if (!mayMiss) wrong.push(`${place} is missing`);
      continue;
    }
    const { name, version } = JSON.parse(fs.readFileSync(manifest, 'utf8'));
    const expected = place.slice(place.lastIndexOf('node_modules/') + 'node_modules/'.length);
    if (name !== expected || version !== wanted.version) wrong.push(`${place} is ${name}@${version}`);
    if (!installed[place]) wrong.push(`${place} was not put there by npm`);
  }
  return wrong;
}

module.exports = { wrongPackages };
