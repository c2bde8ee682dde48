import { recogniseGo } from './go.ts'
import { recogniseNode } from './node.ts'
import type { Recognised } from './recognised.ts'
import { foldersWith, subtree, type Tree } from './tree.ts'

/** Every server and test suite of the repository that can be measured as it is, the outermost folder first. */
export function recognise(tree: Tree): readonly Recognised[] {
  const modules = foldersWith(tree, 'go.mod')
  const packages = foldersWith(tree, 'package.json')
  const found = [
    ...modules.flatMap((folder) => recogniseGo(subtree(tree, folder, modules), folder)),
    ...packages.flatMap((folder) => recogniseNode(subtree(tree, folder, packages), folder)),
  ]
  return found.sort((a, b) => depth(a.folder) - depth(b.folder) || (a.folder < b.folder ? -1 : 1))
}

const depth = (folder: string): number => (folder === '' ? 0 : folder.split('/').length)
