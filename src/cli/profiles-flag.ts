/**
 * `--profiles DIRECTORY` as `--write-profiles DIRECTORY`: who has no endpoint to name means the directory.
 * With the URL of an endpoint, or `name: URL`, it stays the key of the configuration.
 */
export function directoryOfProfiles(args: readonly string[]): readonly string[] {
  return args.map((arg, i) => {
    const [, joined] = /^--profiles=(.*)$/s.exec(arg) ?? []
    const value = joined ?? (arg === '--profiles' ? args[i + 1] : undefined)
    if (value === undefined || value === '' || value.includes(':')) return arg
    return arg.replace('--profiles', '--write-profiles')
  })
}
