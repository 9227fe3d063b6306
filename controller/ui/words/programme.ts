/** *Program*: the timetable of the day, put right with one thumb. */

const nb = {
  title: 'Program',
}

const en: typeof nb = {
  title: 'Programme',
}

export const programme = { nb, en }
