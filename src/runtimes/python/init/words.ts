/** Words of a line of a shell; quotes stay around what they hold. */
export const wordsOfShell = (line: string): readonly string[] => line.match(/"[^"]*"|'[^']*'|\S+/g) ?? []
