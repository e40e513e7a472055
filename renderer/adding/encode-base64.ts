/** How many bytes become characters at a time: a function takes only so many arguments. */
const chunk = 0x8000;

/** `bytes` in Base64: by the browser itself where it can. */
export function encodeBase64(bytes: Uint8Array): string {
  // Newer than the types that are known of it.
  const { toBase64 } = bytes as Uint8Array & { readonly toBase64?: () => string };
  if (toBase64) return toBase64.call(bytes);
  let characters = '';
  for (let at = 0; at < bytes.length; at += chunk) {
    characters += String.fromCharCode(...bytes.subarray(at, at + chunk));
  }
  return btoa(characters);
}
