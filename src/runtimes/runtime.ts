import type { Workload } from '../configure/config.ts'
import type { Frame, Profile, Quantity } from '../profile/profile.ts'
import type { Advice } from './advice.ts'
import type { ContainerRecipe } from './container.ts'
import type { RuntimeName } from './names.ts'
import type { Onboarding } from './onboarding/onboarding.ts'
import type { Probe, ProbeAddress } from './probe.ts'
import type { SourceFiles } from './source.ts'
import type { TestRunner } from './test-runner.ts'

/**
 * Variables to add to a command's environment. Those that hold a list are appended to what the user has set.
 */
export type Environment = Readonly<Record<string, string>>

/** Which trial is measured: the first one, or the finer and longer one that confirms. */
export type Stage = 'first' | 'confirm'

/** What a diagnostic run is to find: who holds what grew, or who opened the files that stay open. */
export type DiagnosticGoal = 'holders' | 'openers'

export interface Instrumentation {
  /** For `setup` (build flags only). */
  readonly buildEnv: Environment
  /** For `start`: what the program needs at run time, build flags included. */
  readonly runEnv: (stage: Stage, sockets: string) => Environment
  /**
   * For `start` in the diagnostic run that explains a red: what tells more and costs more. Left out:
   * there is nothing more to see.
   */
  readonly diagnosticEnv?: (sockets: string, goal: DiagnosticGoal) => Environment
}

export interface InstrumentRequest {
  readonly workload: Workload
  /** Absolute directory in which the workload's commands run, inside one revision. */
  readonly directory: string
  /** Absolute directory of ours for generated files; lives as long as the revision. */
  readonly scratch: string
}

/** Whose code a frame is, and where it stands. `path` is relative to the revision's root, forward slashes. */
export type Location =
  | {
      readonly origin: 'project'
      readonly path: string
      /** Where a source map says so: the line of `path`. The frame's own is of the file that ran. */
      readonly line?: number
      /** Of a function without a name what people call it: `GET /report`. */
      readonly called?: string
    }
  | {
      readonly origin: 'dependency'
      readonly package: string
      readonly version: string | null
      readonly path: string | null
      readonly called?: string
    }
  | {
      readonly origin: 'runtime'
      /** Where it stands in the runtime's library: nothing of the machine on which it ran is told. */
      readonly path?: string | undefined
    }

/** A stack that the runtime itself (or our probe) keeps alive, and why it is ignored. */
export interface IgnoreRule {
  readonly name: string
  readonly reason: string
  readonly quantity: Quantity | 'any'
  readonly matches: (stack: readonly Frame[]) => boolean
}

/** What keeps new objects alive: `sessions → Map → Session`. */
export interface Retainer {
  readonly path: string
  readonly bytes: number
  /** Of all bytes of new objects of its process, 0 to 1. */
  readonly share: number
  /** Of all new open files, 0 to 1; left out: it holds none, or nobody can tell. */
  readonly files?: number
  /** The same of new classes. */
  readonly classes?: number
  /**
   * Of new objects of single types, by the site of a type, the same;
   * types of which it holds few are left out.
   */
  readonly types?: Readonly<Record<string, number>>
  /** What the thing that grew is called by, where its own name is known: `AppService.recent`. */
  readonly collection?: string
  /** Where it holds functions: the one of which most are new, as a listener or a callback is registered. */
  readonly registered?: Frame
}

/** What `locate` needs to know of the revision in which a frame ran. */
export interface LocateContext {
  /** Absolute path of the worktree's root. */
  readonly root: string
  /** Absolute directory in which commands run. */
  readonly directory: string
}

/** What the stack of a task tells: where it runs and waits now, or where it was created. */
export type TaskStack = 'running' | 'creation'

/** Profiles that programs write themselves, or serve, where they can. */
export interface OwnProfiles {
  /** How a program writes them, for who gives `snapshot`, and for who gives `files`. */
  readonly howTo: { readonly snapshot: string; readonly files: string }
  /** Where a program serves them, for who gives `profiles`. */
  readonly endpoint: string
  /** Bytes between two heap samples from which on small growth is named poorly, and what to do about it. */
  readonly coarse: { readonly period: number; readonly remedy: string }
}

/** What the tools of a language do to processes, variables and output, whatever program they are used for. */
export interface Tools {
  /**
   * Whether a process only starts others: a package manager, a build tool.
   * `script` is its first argument that is no flag, `words` are all of its arguments.
   */
  readonly wraps: (program: string, script: string | undefined, words: readonly string[]) => boolean
  /**
   * Variables that hold a list, with what separates its items;
   * ours go behind the user's unless they have to come first.
   */
  readonly lists: Readonly<Record<string, { readonly separator: string; readonly oursFirst?: true }>>
  /**
   * Of a line that tells of a missing package, where in its project it would stand; null for other lines.
   * Left out: none tell.
   */
  readonly missingPackage?: (line: string) => string | null
}

/** Objects of a program as a file, which nobody else reads. */
export interface ObjectGraph {
  /** Whether `Probe.snapshot` wrote this file as one. */
  readonly is: (path: string) => boolean
  /** Whether any measured program writes it; left out: only one that was started to be diagnosed. */
  readonly ofAny?: true
  /**
   * Who holds what is new, largest first. Names of classes, variables and properties, never keys or values.
   * Throws FormatError.
   */
  readonly retainers: (path: string) => Promise<readonly Retainer[]>
}

/** Why a program cannot be met, and what to do about it. */
export interface Unreachable {
  /** After `No probe answers in the program: `, without a full stop. */
  readonly why: string
  readonly remedy: string
}

/** One adapter. After this interface nothing knows the language. */
export interface Runtime {
  readonly name: RuntimeName
  /** What the field calls a task here: a goroutine, a timer or handle. */
  readonly task: { readonly one: string; readonly many: string }
  readonly taskStack: TaskStack
  /** True when `directory` looks like a program of this runtime (go.mod, package.json). */
  recognise(directory: string): Promise<boolean>
  /**
   * Version of the toolchain used in `directory`, as it prints it: `go1.26.8`, `v20.20.2`.
   * Throws UserError when there is none.
   */
  toolchain(directory: string): Promise<string>
  instrument(request: InstrumentRequest): Promise<Instrumentation>
  /** The process id that a socket's file name tells, or null when the name is not one of ours. */
  socketPid(fileName: string): number | null
  connect(address: ProbeAddress): Promise<Probe>
  /** Absent: the tests of this runtime cannot be repeated. */
  readonly tests?: TestRunner
  /**
   * Set: `parse` takes files named `*.profile`, which a program has written itself.
   * As `profileWriters` tells.
   */
  readonly ownProfiles?: OwnProfiles
  readonly tools: Tools
  /** Of which quantities snapshots of a stage tell the stacks. Left out: of tasks and the heap, always. */
  readonly profiled?: (stage: Stage) => readonly Quantity[]
  /** Whether the command line of a process, or what it is, keeps the probe out of it. Left out: none does. */
  readonly unreachable?: (words: readonly string[], pid: number) => Unreachable | null
  /** One file that `Probe.snapshot` wrote. Throws FormatError. */
  parse(fileName: string, bytes: Buffer): readonly Profile[]
  readonly objectGraph?: ObjectGraph
  /**
   * Whether a stack on which memory was allocated made what stands for an open file there. Left out:
   * `parse` tells of files.
   */
  readonly opensFiles?: (stack: readonly Frame[]) => boolean
  /**
   * The function's name without what changes between builds of the same code: closure ordinals,
   * generic shapes.
   */
  site(frame: Frame): string
  /** A name as people write it, where the linker escapes some of its characters. Left out: it is that. */
  readable?(name: string): string
  /** A locator for one revision; what it reads of the module layout it reads once. */
  locator(context: LocateContext): Promise<(frame: Frame) => Location>
  /** Growth a round below which a total is noise, in units of the quantity. */
  readonly floors: Readonly<Partial<Record<Quantity, number>>>
  readonly ignoreRules: readonly IgnoreRule[]
  readonly advice: Advice
  readonly source: SourceFiles
  /** For `leakdiff init`, loaded when it asks. */
  readonly onboarding: () => Promise<Onboarding>
  /** For `leakdiff probe`, loaded when it asks. */
  readonly container: () => Promise<ContainerRecipe>
}
