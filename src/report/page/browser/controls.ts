/** A group of buttons of which one is pressed; with `pressed` left undefined they only act. */
export function buttons<T>(
  place: HTMLElement,
  label: string,
  choices: readonly (readonly [string, T])[],
  pressed: T | undefined,
  choose: (value: T) => void,
): void {
  const group = place.ownerDocument.createElement('fieldset')
  group.setAttribute('aria-label', label)
  const made = choices.map(([text, value]) => {
    const button = place.ownerDocument.createElement('button')
    button.type = 'button'
    button.textContent = text
    if (pressed !== undefined) button.setAttribute('aria-pressed', String(value === pressed))
    button.addEventListener('click', () => {
      if (pressed !== undefined)
        for (const one of made) one.setAttribute('aria-pressed', String(one === button))
      choose(value)
    })
    return button
  })
  group.append(...made)
  place.append(group)
}

/** A field that calls `find` with what is typed, and with '' when it is emptied. */
export function search(place: HTMLElement, find: (term: string) => void): void {
  const field = place.ownerDocument.createElement('input')
  field.type = 'search'
  field.placeholder = 'search functions'
  field.setAttribute('aria-label', 'search functions')
  field.addEventListener('input', () => find(field.value.trim()))
  place.append(field)
}
