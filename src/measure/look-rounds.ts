/** Rounds of a look: enough to tell what stays from what comes and goes. */
export const lookRounds = 4
