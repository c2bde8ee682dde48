import { posix } from 'node:path'

const lists = /^(?:[\w.-]*requirements[\w.-]*\.(?:txt|in)|pyproject\.toml|Pipfile|setup\.(?:py|cfg))$/
const locks = /^(?:uv|poetry|pdm|Pipfile)\.lock$/
const inFolder = /(?:^|\/)requirements\/[\w.-]+\.(?:txt|in)$/

/** Whether a file, wherever it stands, lists packages by what is asked for. */
export const listsPackages = (file: string): boolean =>
  lists.test(posix.basename(file)) || inFolder.test(file)

/** Whether a file lists packages in their exact versions. */
export const locksPackages = (file: string): boolean => locks.test(posix.basename(file))
