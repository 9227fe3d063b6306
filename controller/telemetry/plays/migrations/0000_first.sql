CREATE TABLE `manifests` (
	`id` integer PRIMARY KEY NOT NULL,
	`hash` text NOT NULL,
	`body` blob NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `manifests_hash_unique` ON `manifests` (`hash`);--> statement-breakpoint
CREATE TABLE `plays` (
	`from_at` integer NOT NULL,
	`screen` text NOT NULL,
	`until_at` integer NOT NULL,
	`manifest` integer NOT NULL,
	`exceptions` text,
	`device` text NOT NULL,
	`number` integer NOT NULL,
	PRIMARY KEY(`from_at`, `screen`)
) WITHOUT ROWID;
