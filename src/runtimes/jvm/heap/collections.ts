/** Packages whose classes only hold what others put into them. */
const packages =
  /^(?:java\.util\.(?:concurrent\.(?:atomic\.)?)?[A-Z]|com\.google\.common\.(?:cache|collect)\.|com\.github\.benmanes\.caffeine\.cache\.|scala\.collection\.|kotlin\.collections\.|io\.netty\.util\.collection\.|it\.unimi\.dsi\.fastutil\.|org\.eclipse\.collections\.|org\.agrona\.collections\.)/

export const isCollection = (name: string): boolean => packages.test(name) && !workers.test(name)

/** What runs and what is run stands in the same packages. */
const workers = /^java\.util\.(?:concurrent\.)?(?:\w*Executor|\w*Task|Timer|\w*Future|ForkJoin)\w*(?:\$|$)/

/**
 * Whether an object is a part of its holder that says nothing of who holds what: the entries of a map,
 * the array of a list, the map behind a set; the bytes of a text. What was put into a collection is none.
 */
export function isInternal(holder: string, field: string, name: string): boolean {
  if (holder === 'java.lang.String' || ofThread.test(name)) return true
  const element = name.replace(/(?:\[\])+$/, '')
  if (isCollection(holder)) {
    if (element !== name) return element === 'java.lang.Object' ? !put.test(field) : isCollection(element)
    return isCollection(name) && (name.includes('$') || !put.test(field))
  }
  return isCollection(holder.replace(/(?:\[\])+$/, '')) && isCollection(name) && name.includes('$')
}

/** Fields in which an entry keeps what was put in; '' is an element of an array. */
const put = /^(?:val|value|key|item|element|e|obj|referent|)$/

/** Where a thread keeps what it was given, and what its thread locals hold. */
const ofThread = /^java\.lang\.Thread(?:\$FieldHolder|Local\$ThreadLocalMap)/

/** Whether the fields of a class are a way of its own to hold what it was given, of which nobody speaks. */
export const isSilent = (holder: string): boolean =>
  isCollection(holder) || /\$\$Lambda$|^java\.lang\.Thread$/.test(holder) || ofThread.test(holder)
