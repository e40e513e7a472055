import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describeLicences, describeMaterials } from './describe-packages.mjs';
import { readShippedPackages } from './shipped-packages.mjs';

// `npm run notices`: after a change of dependencies.
const project = join(import.meta.dirname, '..', '..');
const program = JSON.parse(readFileSync(join(project, 'package.json'), 'utf8'));
const packages = readShippedPackages(project);
writeFileSync(join(project, 'THIRD_PARTY_NOTICES.txt'), describeLicences(packages));
writeFileSync(join(project, 'sbom.cdx.json'), describeMaterials(program, Object.keys(program.dependencies), packages));
console.log(`${packages.length} packages: THIRD_PARTY_NOTICES.txt and sbom.cdx.json are written.`);
