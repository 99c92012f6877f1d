let armed: string | undefined;

/** Arms one fail point; the configuration only names one in test builds. */
export function armFailpoint(name: string | undefined): void {
  armed = name;
}

/** Ends the process on the spot, as a power cut would, if this fail point is armed. */
export function failpoint(name: string): void {
  if (armed === name) process.kill(process.pid, 'SIGKILL');
}
