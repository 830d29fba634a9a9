// What a reader of the page would meet: too small letters, cut words, a page that scrolls sideways.
const faults = [];
const screen = document.documentElement.clientWidth;
if (document.documentElement.scrollWidth > screen) faults.push("the page scrolls sideways");
for (const svg of document.querySelectorAll("svg")) {
  const name = svg.getAttribute("aria-labelledby");
  const frame = svg.getBoundingClientRect();
  const scale = frame.width / svg.viewBox.baseVal.width;
  for (const text of svg.querySelectorAll("text")) {
    const box = text.getBoundingClientRect();
    const size = parseFloat(getComputedStyle(text).fontSize) * scale;
    if (size < 8.5) faults.push(`${name}: letters of ${size.toFixed(1)} px: ${text.textContent}`);
    const isCut = box.left < frame.left - 1 || box.right > frame.right + 1;
    if (isCut) faults.push(`${name}: beyond the edge: ${text.textContent}`);
    const tile = name.endsWith("map-title") && text.parentNode.querySelector("rect");
    if (tile && text.parentNode !== svg) {
      const room = tile.getBoundingClientRect();
      const fits = box.left >= room.left - 1 && box.right <= room.right + 1;
      const isHigh = box.top < room.top - 2 || box.bottom > room.bottom + 2;
      if (!fits || isHigh) faults.push(`${name}: beyond its tile: ${text.textContent}`);
    }
  }
  for (const link of svg.querySelectorAll("a")) {
    const box = link.getBoundingClientRect();
    const isSmall = Math.min(box.width, box.height) < 21;
    if (isSmall) faults.push(`${name}: a small link: ${link.firstChild.textContent}`);
  }
}
const charts = document.querySelectorAll("svg").length;
window.top.document.title = JSON.stringify({ screen, charts, faults });
