/**
 * Codes of errors that the next start would only repeat: such a program is neither waited for any longer nor
 * started again.
 */
export const finalCodes = { elsewhere: 'listens-elsewhere', keptOut: 'probe-kept-out' } as const

export const isFinal = (code: string): boolean => Object.values<string>(finalCodes).includes(code)
