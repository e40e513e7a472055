/** Runs in the page, before the reader does: this device has seen the tour. A page without an origin has no storage. */
export function skipTour(): void {
  if (location.origin !== 'null') localStorage.setItem('attest.tour', '"done"');
}
