// A server that builds a shell command from what its visitors send.
const { exec } = require("child_process");
const { readFile } = require("fs");
const { createServer } = require("http");

const server = createServer((request, response) => {
  const url = new URL(request.url, "http://localhost");
  const name = url.searchParams.get("name");
  if (url.pathname === "/count") {
    exec(`wc -l < public/${name}`, (error, output) => response.end(error ? `failed: ${error.code}` : output));
  } else {
    readFile(`public/${name}`, (error, text) => response.end(error ? `failed: ${error.code}` : text));
  }
});
server.listen(process.argv[2], "127.0.0.1", () => console.log("listening"));
process.on("SIGTERM", () => {
  console.log("stopped");
  server.close();
  server.closeAllConnections?.();
});
