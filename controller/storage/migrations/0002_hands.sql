CREATE TABLE `notices` (
	`id` text PRIMARY KEY NOT NULL,
	`event` text NOT NULL,
	`template` text NOT NULL,
	`values` text NOT NULL,
	`words` text NOT NULL,
	`target` text NOT NULL,
	`from` integer NOT NULL,
	`until` integer NOT NULL,
	`by` text NOT NULL,
	`ended_at` integer,
	`ended_by` text,
	FOREIGN KEY (`event`) REFERENCES `events`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `crews` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`parent` text
);
--> statement-breakpoint
CREATE TABLE `grants` (
	`id` text PRIMARY KEY NOT NULL,
	`to` text NOT NULL,
	`right` text NOT NULL,
	`areas` text,
	`from` integer,
	`until` integer
);
--> statement-breakpoint
CREATE TABLE `memberships` (
	`id` text PRIMARY KEY NOT NULL,
	`user` text NOT NULL,
	`crew` text NOT NULL,
	`rank` text NOT NULL,
	`from` integer,
	`until` integer,
	FOREIGN KEY (`crew`) REFERENCES `crews`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `placements` (
	`id` text PRIMARY KEY NOT NULL,
	`event` text NOT NULL,
	`slide` text NOT NULL,
	`target` text NOT NULL,
	`from` integer NOT NULL,
	`until` integer,
	`by` text NOT NULL,
	FOREIGN KEY (`event`) REFERENCES `events`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`slide`) REFERENCES `slides`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `corrections` (
	`id` text PRIMARY KEY NOT NULL,
	`event` text NOT NULL,
	`correction` text NOT NULL,
	`seen` text NOT NULL,
	`by` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`event`) REFERENCES `events`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `rounds` (
	`id` text PRIMARY KEY NOT NULL,
	`event` text NOT NULL,
	`started_at` integer NOT NULL,
	`by` text NOT NULL,
	`ended_at` integer,
	`screens` text NOT NULL,
	FOREIGN KEY (`event`) REFERENCES `events`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `sightings` (
	`id` text PRIMARY KEY NOT NULL,
	`round` text NOT NULL,
	`screen` text NOT NULL,
	`at` integer NOT NULL,
	`by` text NOT NULL,
	`seen` integer NOT NULL,
	`note` text NOT NULL,
	`picture` text,
	`state` text NOT NULL,
	`heard_at` integer,
	FOREIGN KEY (`round`) REFERENCES `rounds`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `takeover_keys` (
	`id` text PRIMARY KEY NOT NULL,
	`event` text NOT NULL,
	`name` text NOT NULL,
	`secret_hash` text NOT NULL,
	`screens` text NOT NULL,
	`expires_at` integer NOT NULL,
	`uses_left` integer NOT NULL,
	`by` text NOT NULL,
	FOREIGN KEY (`event`) REFERENCES `events`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `takeovers` (
	`id` text PRIMARY KEY NOT NULL,
	`event` text NOT NULL,
	`content` text NOT NULL,
	`target` text NOT NULL,
	`from` integer NOT NULL,
	`until` integer NOT NULL,
	`by` text NOT NULL,
	`key` text,
	`ended_at` integer,
	`ended_by` text,
	FOREIGN KEY (`event`) REFERENCES `events`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
ALTER TABLE `events` ADD `phase` text DEFAULT 'running' NOT NULL;--> statement-breakpoint
ALTER TABLE `invitations` ADD `into` text;--> statement-breakpoint
ALTER TABLE `sessions` ADD `id` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `sessions` ADD `seen_at` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `sessions` ADD `browser` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `sessions` ADD `practice` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `happenings` ADD `origin` text DEFAULT 'sample' NOT NULL;--> statement-breakpoint
ALTER TABLE `screens` ADD `size_inches` real;--> statement-breakpoint
ALTER TABLE `screens` ADD `position` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
UPDATE `screens` SET `state` = json_set(`state`, '$.note', json_extract(`state`, '$.why'), '$.why', 'other') WHERE json_extract(`state`, '$.kind') = 'out-of-service';--> statement-breakpoint
UPDATE `slides` SET `draft` = json_set(`draft`, '$.audience', 'everyone') WHERE `draft` IS NOT NULL;--> statement-breakpoint
UPDATE `slides` SET `published` = json_set(`published`, '$.audience', 'everyone') WHERE `published` IS NOT NULL;
--> statement-breakpoint
-- The record of what things were, so that undo reaches back past this version.
UPDATE `changes` SET `before` = json_insert(`before`, '$.draft.audience', 'everyone', '$.published.audience', 'everyone') WHERE `table` = 'slides' AND `before` IS NOT NULL;--> statement-breakpoint
UPDATE `changes` SET `after` = json_insert(`after`, '$.draft.audience', 'everyone', '$.published.audience', 'everyone') WHERE `table` = 'slides' AND `after` IS NOT NULL;--> statement-breakpoint
UPDATE `changes` SET `before` = json_insert(`before`, '$.sizeInches', NULL, '$.position', 0) WHERE `table` = 'screens' AND `before` IS NOT NULL;--> statement-breakpoint
UPDATE `changes` SET `after` = json_insert(`after`, '$.sizeInches', NULL, '$.position', 0) WHERE `table` = 'screens' AND `after` IS NOT NULL;--> statement-breakpoint
UPDATE `changes` SET `before` = json_set(`before`, '$.state.note', json_extract(`before`, '$.state.why'), '$.state.why', 'other') WHERE `table` = 'screens' AND json_extract(`before`, '$.state.kind') = 'out-of-service';--> statement-breakpoint
UPDATE `changes` SET `after` = json_set(`after`, '$.state.note', json_extract(`after`, '$.state.why'), '$.state.why', 'other') WHERE `table` = 'screens' AND json_extract(`after`, '$.state.kind') = 'out-of-service';--> statement-breakpoint
UPDATE `changes` SET `before` = json_insert(`before`, '$.phase', 'running') WHERE `table` = 'events' AND `before` IS NOT NULL;--> statement-breakpoint
UPDATE `changes` SET `after` = json_insert(`after`, '$.phase', 'running') WHERE `table` = 'events' AND `after` IS NOT NULL;--> statement-breakpoint
UPDATE `changes` SET `before` = json_insert(`before`, '$.origin', 'sample') WHERE `table` = 'happenings' AND `before` IS NOT NULL;--> statement-breakpoint
UPDATE `changes` SET `after` = json_insert(`after`, '$.origin', 'sample') WHERE `table` = 'happenings' AND `after` IS NOT NULL;
