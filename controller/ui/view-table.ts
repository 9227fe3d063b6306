/** The views of the crew pages: each with its code loaded when it is first opened. */
import { html, type TemplateResult } from 'lit'
import type { Place, ViewName } from './router.ts'
import { say } from './words/words.ts'

/** `load` fetches its code, `show` is its element, `title` stands in the browser’s tab. */
export interface View {
  readonly load: () => Promise<unknown>
  readonly show: (place: Place) => TemplateResult
  readonly title: () => string
}

const nav = () => say().common.nav

/** By name; *lost* is no view but a sentence. */
export const views: Readonly<Record<Exclude<ViewName, 'lost'>, View>> = {
  now: { load: () => import('./views/now.ts'), show: () => html`<is-now-view></is-now-view>`, title: () => nav().now },
  slides: { load: () => import('./views/slides.ts'), show: () => html`<is-slides-view></is-slides-view>`, title: () => nav().slides },
  slide: {
    load: () => import('./views/slide.ts'),
    show: ({ id }) => html`<is-slide-view .slideId=${id ?? ''}></is-slide-view>`,
    title: () => nav().slides,
  },
  playlists: {
    load: () => import('./views/playlists.ts'),
    show: () => html`<is-playlists-view></is-playlists-view>`,
    title: () => nav().playlists,
  },
  playlist: {
    load: () => import('./views/playlist.ts'),
    show: ({ id }) => html`<is-playlist-view .playlistId=${id ?? ''}></is-playlist-view>`,
    title: () => nav().playlists,
  },
  schedule: {
    load: () => import('./views/schedule.ts'),
    show: ({ id }) => html`<is-schedule-view .entryId=${id}></is-schedule-view>`,
    title: () => nav().schedule,
  },
  sponsors: {
    load: () => import('./views/sponsors.ts'),
    show: () => html`<is-sponsors-view></is-sponsors-view>`,
    title: () => nav().sponsors,
  },
  themes: {
    load: () => import('./views/themes.ts'),
    show: ({ id }) => html`<is-themes-view .themeId=${id}></is-themes-view>`,
    title: () => nav().themes,
  },
  advice: { load: () => import('./views/advice.ts'), show: () => html`<is-advice-view></is-advice-view>`, title: () => say().advice.title },
  media: { load: () => import('./views/media.ts'), show: () => html`<is-media-view></is-media-view>`, title: () => nav().media },
  screens: {
    load: () => import('./views/screens.ts'),
    show: ({ id }) => html`<is-screens-view .screenId=${id}></is-screens-view>`,
    title: () => nav().screens,
  },
  override: {
    load: () => import('./views/override.ts'),
    show: () => html`<is-override-view></is-override-view>`,
    title: () => nav().override,
  },
  people: {
    load: () => import('./views/people.ts'),
    show: () => html`<is-people-view .inviting=${false}></is-people-view>`,
    title: () => nav().people,
  },
  invite: {
    load: () => import('./views/people.ts'),
    show: () => html`<is-people-view .inviting=${true}></is-people-view>`,
    title: () => say().people.inviteTitle,
  },
  history: { load: () => import('./views/history.ts'), show: () => html`<is-history-view></is-history-view>`, title: () => nav().history },
  settings: {
    load: () => import('./views/settings.ts'),
    show: () => html`<is-settings-view></is-settings-view>`,
    title: () => nav().settings,
  },
  more: { load: () => import('./views/more.ts'), show: () => html`<is-more-view></is-more-view>`, title: () => nav().more },
  notice: {
    load: () => import('./views/notice.ts'),
    show: ({ id }) => html`<is-notice-view .noticeId=${id}></is-notice-view>`,
    title: () => nav().notice,
  },
  takeover: {
    load: () => import('./views/takeover.ts'),
    show: ({ id }) => html`<is-takeover-view .screenId=${id}></is-takeover-view>`,
    title: () => nav().takeover,
  },
  programme: {
    load: () => import('./views/programme.ts'),
    show: ({ id }) => html`<is-programme-view .day=${id}></is-programme-view>`,
    title: () => nav().programme,
  },
  'new-slide': {
    load: () => import('./views/new-slide.ts'),
    show: ({ id }) => html`<is-new-slide-view .placementId=${id}></is-new-slide-view>`,
    title: () => nav()['new'],
  },
  round: {
    load: () => import('./views/round.ts'),
    show: () => html`<is-round-view></is-round-view>`,
    title: () => nav().round,
  },
  steps: {
    load: () => import('./views/steps.ts'),
    show: ({ id }) => html`<is-steps-view .entryId=${id ?? ''}></is-steps-view>`,
    title: () => say().steps.title,
  },
  'stage-key': {
    load: () => import('./views/stage-key.ts'),
    show: ({ id }) => html`<is-stage-key-view .key=${id}></is-stage-key-view>`,
    title: () => say().takeover.stageTitle,
  },
  invitation: {
    load: () => import('./views/invitation.ts'),
    show: ({ id }) => html`<is-invitation-view .token=${id ?? ''}></is-invitation-view>`,
    title: () => say().signin.invitation,
  },
}
