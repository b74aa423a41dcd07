"""What is measured in a page by the browser itself: JavaScript whose value is a list of what is wrong, in words."""

from __future__ import annotations

_WALK = """
  const root = document.querySelector(".stApp");
  const seen = (element) => element.checkVisibility({ opacityProperty: true, visibilityProperty: true });
  const call = (element) => `${element.tagName} “${element.textContent.trim().slice(0, 40)}”`;
  const texts = [];
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const element = walker.currentNode.parentElement;
    if (!walker.currentNode.data.trim() || element.matches("script, style, template") || !seen(element)) continue;
    if (element.closest('[data-testid="stIconMaterial"]') || getComputedStyle(element).fontSize === "0px") continue;
    const range = document.createRange();
    range.selectNodeContents(walker.currentNode);
    texts.push({ element, boxes: [...range.getClientRects()].filter((box) => box.width > 1) });
  }
  const scrolls = (how) => ["auto", "scroll"].includes(how);
"""

STICKING_OUT = (
    "() => {"
    + _WALK
    + """
  const wrong = [];
  const wide = document.documentElement.clientWidth;
  for (const whole of [document.documentElement, document.querySelector(".stMain")])
    if (whole.scrollWidth > whole.clientWidth + 1) wrong.push(`${whole.tagName} scrolls to ${whole.scrollWidth}`);
  for (const { element, boxes } of texts) {
    let by = element;
    const passes = (part) => scrolls(getComputedStyle(part).overflowX) && part.scrollWidth > part.clientWidth;
    while (by !== root && !passes(by)) by = by.parentElement;
    if (by === root && boxes.some((box) => box.left < -1 || box.right > wide + 1)) wrong.push(call(element));
  }
  return wrong;
}"""
)
"""Text beyond the sides of the window, unless it lies in a part that scrolls by itself; and a page that scrolls."""

CUT_OFF = (
    "() => {"
    + _WALK
    + """
  const wrong = [];
  const pen = document.createElement("canvas").getContext("2d");
  const measure = (element) => {
    pen.font = getComputedStyle(element).font;
    return pen.measureText("ỘỖỆỄẶẰỰgỵ");
  };
  for (const { element, boxes } of texts) {
    const ink = measure(element);
    for (const box of boxes) {
      const top = box.top + ink.fontBoundingBoxAscent - ink.actualBoundingBoxAscent;
      const bottom = box.bottom - ink.fontBoundingBoxDescent + ink.actualBoundingBoxDescent;
      for (let by = element; by !== root; by = by.parentElement) {
        const how = getComputedStyle(by);
        if (scrolls(how.overflowY)) break;
        if (how.display === "inline" || !["hidden", "clip"].includes(how.overflowY)) continue;
        const edge = by.getBoundingClientRect();
        if (edge.width <= 1) break;  // for those who hear the page
        if (top < edge.top - 0.5 || bottom > edge.bottom + 0.5) wrong.push(`${call(element)} by ${by.className}`);
        if (how.overflowX !== "visible" && box.right > edge.right + 1) wrong.push(`the end of ${call(element)}`);
      }
    }
    const lines = new Set(boxes.map((box) => Math.round(box.top))).size;
    const style = getComputedStyle(element);
    const apart = parseFloat(style.lineHeight) / parseFloat(style.fontSize);
    if (lines > 1 && !(apart >= 1.3)) wrong.push(`lines of ${call(element)} stand ${style.lineHeight} apart`);
  }
  for (const field of document.querySelectorAll(".stMain :is(input[type=text], textarea)")) {
    const ink = measure(field), style = getComputedStyle(field);
    const room = field.clientHeight - parseFloat(style.paddingTop) - parseFloat(style.paddingBottom);
    if (seen(field) && room < ink.actualBoundingBoxAscent + ink.actualBoundingBoxDescent) wrong.push(call(field));
  }
  return [...new Set(wrong)];
}"""
)
"""Text of which the accents would be cut by what it stands in, were there the highest and deepest that Vietnamese has;
lines so close that the accents of one touch the next; and text whose end is cut."""

PALE_EDGES = """() => {
  const parts = (colour) => colour.match(/[\\d.]+/g).map(Number);
  const light = (colour) => {
    const [red, green, blue] = parts(colour).map((one) => {
      const part = one / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const solid = (colour) => (parts(colour)[3] ?? 1) === 1;
  const ground = (element) => {
    for (let by = element; by; by = by.parentElement) {
      const { backgroundColor } = getComputedStyle(by);
      if (solid(backgroundColor)) return backgroundColor;
    }
    return "rgb(255, 255, 255)";
  };
  const fields = [
    '[data-testid="stTextInputRootElement"]', '.react-aria-ComboBox > [role="group"]', ".stCheckbox label > span + div",
  ];
  return [...document.querySelectorAll(fields)].flatMap((field) => {
    const style = getComputedStyle(field);
    const edge = parseFloat(style.borderTopWidth) ? style.borderTopColor : style.backgroundColor;
    const [low, high] = [light(edge), light(ground(field.parentElement))].sort((one, other) => one - other);
    const ratio = (high + 0.05) / (low + 0.05);
    const name = field.dataset.testid ?? field.className;
    return solid(edge) && ratio >= 3 ? [] : [`${name}: ${edge}, ${ratio.toFixed(1)} to 1`];
  });
}"""
"""Fields whose edge stands at less than 3 to 1 on what is around them."""

STOP = """() => {
  let element = document.activeElement;
  if (element === document.body) return null;
  while (element.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  const chain = [];
  for (let by = element; by && chain.length < 4; by = by.parentElement) chain.push(by);
  const ringed = chain.some((by) => {
    const { outlineStyle, outlineWidth } = getComputedStyle(by);
    return outlineStyle === "solid" && parseFloat(outlineWidth) >= 2;
  });
  const host = document.activeElement;
  const box = (element.matches("input") ? chain[2] : element).getBoundingClientRect();
  const middle = Math.max(box.top, 0) + Math.min(box.height, innerHeight) / 2;
  const at = document.elementFromPoint(box.left + box.width / 2, middle);
  const name = (element.ariaLabel || element.innerText || element.className).trim().replace(/\\s+/g, " ").slice(0, 60);
  const bar = document.querySelector(".st-key-vk-thanh");
  const under = Boolean(at?.closest(".st-key-vk-thanh")) && !bar.contains(host);
  const tag = element.closest("canvas") ? "CANVAS" : element.tagName;
  return { name, tag, ringed, behind: under || box.bottom < 0 || box.top > innerHeight };
}"""
"""Where the keyboard is: its name and tag, whether a ring is drawn around it, whether the bar at the top or the end of
the window hides it; ``None`` where it is nowhere."""
