// Plans side by side.

function comparePage() {
  return [];
}
