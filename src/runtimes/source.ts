/** What a line of a file of dependencies says: which version of a package is taken. */
export interface Taken {
  readonly package: string
  /** null: the line names a folder or an address. */
  readonly version: string | null
  /**
   * The list of versions that it comes by, as people call it, where the line does not name the package:
   * then it speaks for this very version alone.
   */
  readonly by?: string
}

type FileLines = readonly string[]

/**
 * A file that says which version of a package is taken: a manifest, a lock file, a list of what is vendored.
 */
export interface DependencyFile {
  /** Its base name, or a pattern of its path. */
  readonly name: string | RegExp
  /**
   * What line `index` of `lines` says; empty for one that says nothing. A replacement speaks for both names.
   * `users`: lines of each other file that `usedIn` finds.
   */
  readonly read: (lines: readonly string[], index: number, users: readonly FileLines[]) => readonly Taken[]
  /**
   * Base names of files that may use what its lines define, as a version that many modules take.
   * Left out: it says all by itself.
   */
  readonly usedIn?: RegExp
  /** Its lines tell of versions too that are not taken: each speaks for that very version alone. */
  readonly listsAll?: true
}

/** First and last line of a part of a file, counted from 1. */
export type Lines = readonly [from: number, to: number]

/** What a pull request's files tell whoever knows the language. */
export interface SourceFiles {
  /** What people write before what tools write: the first line found is the one to open. */
  readonly dependencyFiles: readonly DependencyFile[]
  /**
   * Paths of installed packages, whose own such files say nothing of the program. Left out:
   * none lie in a repository.
   */
  readonly installedPackages?: RegExp
  /** A line near the top of a file by which a tool says that it wrote the file. Has the flag `m`. */
  readonly generated: RegExp
  /**
   * Patterns of a trimmed line that defines a function or type; the first that matches counts. Its groups are
   * the names, a method's after its type's.
   */
  readonly definitions: readonly RegExp[]
  /** Of a site's name what `definitions` find: type and function, without package, file and closures. */
  readonly identifiers: (site: string) => readonly string[]
  /** The same text with comments blanked: lines stay where they are. */
  readonly withoutComments: (text: string) => string
  /**
   * The function around a line of a source without comments, with all that is nested in it;
   * else the statement of the file, imports left out. null: there is none.
   */
  readonly around: (lines: readonly string[], line: number) => Lines | null
  /** Paths of sources, and of those among them that are tests. */
  readonly sources: RegExp
  readonly tests: RegExp
  /**
   * Packages whose imported names line `line` of a source uses, counted from 1: code that was compiled into a
   * package has no frames of its own. Left out: all code has.
   */
  readonly packagesUsed?: (source: string, line: number) => readonly string[]
  /** A dependency by what all of its versions have in common. Left out: its name. */
  readonly unversioned?: (packageName: string) => string
}
