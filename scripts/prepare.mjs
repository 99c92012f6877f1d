// Makes the checkout ready to run: the right Node, the packages of package-lock.json, a build of these sources. Runs before `npm start`
// and `npm test`, and says nothing when there is nothing to do. Plain Node, because it runs before anything is installed;
// `--server-only` leaves the web client out.
const [major, minor] = process.versions.node.split('.').map(Number);
const newEnough = major > 20 || (major === 20 && minor >= 19);

// Releases between, such as 22.0, are newer and still cannot load the ES modules that the server requires.
if (!newEnough || !process.features.require_module) {
  console.error(`\nMaterial Zone needs Node 20.19, 22.12 or newer; this is Node ${process.versions.node} (${process.execPath}).`);
  console.error('→ Install a newer one, for instance from https://nodejs.org, and try again.\n');
  process.exit(1);
}

// Loaded only now: an old Node would stumble over its syntax before it could say the above.
import('./prepare/steps.mjs').then(({ prepare }) => prepare({ serverOnly: process.argv.includes('--server-only') }));
