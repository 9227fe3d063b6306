/** Loaded before the controller: lets the parent process set the machine's wall clock as this process sees it, as an operator or a battery would. */

let shiftMs = 0
const trueNow = Date.now
Date.now = () => trueNow() + shiftMs
process.on('message', (message) => {
  if (typeof message === 'number') shiftMs = message
})
