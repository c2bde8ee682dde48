/** Rounds of a diagnostic run: enough to tell what stays from what comes and goes. */
export const diagnosticRounds = 4
