// Runs the Khronos glTF validator (npm: gltf-validator) over every .glb file of a folder.
const fs = require("fs");
const path = require("path");
const validator = require("gltf-validator");

async function main(folder) {
  const files = fs.readdirSync(folder).filter((name) => name.endsWith(".glb")).sort();
  const totals = { files: files.length, errors: 0, warnings: 0, infos: 0 };
  for (const name of files) {
    const report = await validator.validateBytes(new Uint8Array(fs.readFileSync(path.join(folder, name))));
    totals.errors += report.issues.numErrors;
    totals.warnings += report.issues.numWarnings;
    totals.infos += report.issues.numInfos;
    if (report.issues.numErrors + report.issues.numWarnings > 0) {
      console.log(name, JSON.stringify(report.issues.messages.slice(0, 3)));
    }
  }
  console.log("gltf-validator", JSON.stringify(totals));
  process.exit(totals.errors + totals.warnings > 0 ? 1 : 0);
}

main(process.argv[2]);
