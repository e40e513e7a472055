/** Whether the window is on a Mac, whose keyboards have Command where others have Ctrl. */
export function isMac(): boolean {
  // Deprecated, but the one answer that every browser and Electron give, and give at once.
  return /^(?:Mac|iP)/u.test(navigator.platform);
}
