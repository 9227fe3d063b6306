/** The systemd units of a box, as text: the agent, locked in; the kiosk, which needs the panel; and the one thing that asks for a reboot. */
import { account, places, programFile } from './places.ts'

export interface UnitFile {
  readonly name: string
  readonly text: string
}

/** Without a sign of life for this long, systemd starts the agent again (s). */
const watchdogS = 20

/** What the agent may not do. V8 writes code while it runs, so memory that is both writable and executable stays allowed. */
const locked = `NoNewPrivileges=yes
CapabilityBoundingSet=
AmbientCapabilities=
ProtectSystem=strict
ProtectHome=yes
ProtectProc=invisible
ProcSubset=pid
ProtectClock=yes
ProtectHostname=yes
ProtectKernelLogs=yes
ProtectKernelModules=yes
ProtectKernelTunables=yes
ProtectControlGroups=yes
PrivateTmp=yes
PrivateDevices=yes
PrivateUsers=yes
RestrictNamespaces=yes
RestrictRealtime=yes
RestrictSUIDSGID=yes
RestrictAddressFamilies=AF_INET AF_INET6 AF_UNIX AF_NETLINK
LockPersonality=yes
RemoveIPC=yes
SystemCallArchitectures=native
SystemCallFilter=@system-service
SystemCallFilter=~@privileged @resources
UMask=0077`

const run = (node: string, command: string): string => `${node} ${places.program}/${programFile} ${command}`

/** Units for a box whose Node stands at `node` (an absolute path). */
export function unitsFor(node: string): readonly UnitFile[] {
  return [
    {
      name: 'infoskjerm-agent.service',
      text: `[Unit]
Description=infoskjerm: keeps the show of this screen
Documentation=file:${places.program}/README.md
# The network is never waited for: what the box keeps is shown at once.
After=local-fs.target
StartLimitIntervalSec=0

[Service]
Type=notify
NotifyAccess=all
WatchdogSec=${watchdogS}
ExecStart=${run(node, 'run')}
EnvironmentFile=-${places.settings}/agent.env
User=${account}
Group=${account}
StateDirectory=infoskjerm
StateDirectoryMode=0700
RuntimeDirectory=infoskjerm
RuntimeDirectoryMode=0700
RuntimeDirectoryPreserve=restart
Restart=always
RestartSec=1
OOMScoreAdjust=-500
${locked}

[Install]
WantedBy=multi-user.target
`,
    },
    {
      name: 'infoskjerm-kiosk.service',
      text: `[Unit]
Description=infoskjerm: the browser on the panel
Wants=infoskjerm-agent.service
After=infoskjerm-agent.service systemd-user-sessions.service plymouth-quit-wait.service getty@tty1.service
Conflicts=getty@tty1.service
StartLimitIntervalSec=0

[Service]
ExecStart=/usr/bin/cage -ds -- ${run(node, 'kiosk')}
EnvironmentFile=-${places.settings}/agent.env
User=${account}
Group=${account}
SupplementaryGroups=video render input audio
PAMName=login
TTYPath=/dev/tty1
TTYReset=yes
TTYVHangup=yes
TTYVTDisallocate=yes
StandardInput=tty-fail
StandardOutput=journal
UtmpIdentifier=tty1
UtmpMode=user
Restart=always
RestartSec=1
# The browser's own sandbox needs namespaces, and the panel its devices.
ProtectSystem=full
ProtectHome=yes
ProtectKernelModules=yes
ProtectKernelTunables=yes
PrivateTmp=yes
NoNewPrivileges=yes

[Install]
WantedBy=multi-user.target
`,
    },
    {
      name: 'infoskjerm-reboot.path',
      text: `[Unit]
Description=infoskjerm: the agent asks for a reboot

[Path]
PathExists=${places.runtime}/reboot

[Install]
WantedBy=multi-user.target
`,
    },
    {
      name: 'infoskjerm-reboot.service',
      text: `[Unit]
Description=infoskjerm: reboots, because a signed command asked for it

[Service]
Type=oneshot
ExecStartPre=/usr/bin/rm -f ${places.runtime}/reboot
ExecStart=/usr/bin/systemctl reboot
`,
    },
  ]
}

/** What systemd-sysusers reads: one account without shell and password. */
export const accountFile = `u ${account} - "infoskjerm player" ${places.state}
m ${account} video
m ${account} render
m ${account} input
m ${account} audio
`

/**
 * What Chromium may open on a box. Pages of others are allowed as frames of slides, so other sites cannot be forbidden here;
 * that no frame can take the place of the page is what its sandbox is for.
 */
export const browserRules = `${JSON.stringify(
  {
    URLBlocklist: ['file://*', 'chrome://*', 'chrome-untrusted://*', 'devtools://*', 'view-source:*', 'ftp://*'],
    AudioCaptureAllowed: false,
    VideoCaptureAllowed: false,
    DefaultGeolocationSetting: 2,
    DefaultNotificationsSetting: 2,
    DefaultPopupsSetting: 2,
    DownloadRestrictions: 3,
    PasswordManagerEnabled: false,
    TranslateEnabled: false,
    BrowserSignin: 0,
    SyncDisabled: true,
    MetricsReportingEnabled: false,
    ExtensionInstallBlocklist: ['*'],
    PrintingEnabled: false,
  },
  null,
  2,
)}\n`
