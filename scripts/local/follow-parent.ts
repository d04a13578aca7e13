// Loaded into the programs that a command starts. The channel to the parent closes when the parent ends, even by
// kill -9; the program then ends as if it had been asked to, and no port or database stays held by nobody's child.
process.on('disconnect', () => {
  process.kill(process.pid, 'SIGTERM');
  setTimeout(() => process.kill(process.pid, 'SIGKILL'), 10_000).unref();
});
process.channel?.unref();
