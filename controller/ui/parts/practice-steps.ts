/** What is stepped and shifted by hand, practised: the page plays it, the screens do not. */
import type { SlipResource, StepsResource } from '@infoskjerm/shared/wire/api.ts'
import { steppedTo } from '../views/steps-model.ts'
import { replaced, type Row, text } from './practice-effect.ts'
import { type Done, json, type PracticeGround } from './practice-ground.ts'

/** `PUT /steps/{id}`. */
export function stepped(entry: string, body: Row, { who, now }: PracticeGround): Done {
  const item = text(body['item'])
  return {
    value: { item, at: json(now), by: who },
    effect: replaced<readonly StepsResource[]>('/steps', (all) => steppedTo(all, entry, item, now, who)),
  }
}

/** `PUT /slips/{id}`; 0 takes it back. */
export function slipped(slide: string, body: Row, { who, now }: PracticeGround): Done {
  const laterMs = Number(body['laterMs'])
  const slip: SlipResource = { slide, laterMs, at: json(now), by: who }
  return {
    value: null,
    effect: replaced<readonly SlipResource[]>('/slips', (all) => [
      ...(laterMs === 0 ? [] : [slip]),
      ...all.filter((one) => one.slide !== slide),
    ]),
  }
}
