/** Draws the panel into the element of the page; `data.context` is what the plugin gave for it. */
export function renderPanel(target, data) {
  target.textContent = `There are ${data.context.items} stock items.`
}
