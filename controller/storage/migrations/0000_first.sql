CREATE TABLE `changes` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`revision` integer NOT NULL,
	`table` text NOT NULL,
	`row` text NOT NULL,
	`before` text,
	`after` text,
	FOREIGN KEY (`revision`) REFERENCES `revisions`(`revision`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `changes_revision` ON `changes` (`revision`);--> statement-breakpoint
CREATE TABLE `revisions` (
	`revision` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`at` integer NOT NULL,
	`who` text NOT NULL,
	`who_name` text NOT NULL,
	`what` text NOT NULL,
	`undoes` integer
);
--> statement-breakpoint
CREATE TABLE `areas` (
	`id` text PRIMARY KEY NOT NULL,
	`event` text NOT NULL,
	`name` text NOT NULL,
	`position` integer NOT NULL,
	FOREIGN KEY (`event`) REFERENCES `events`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `events` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`venue_name` text NOT NULL,
	`first_day` text NOT NULL,
	`last_day` text NOT NULL,
	`zone` text NOT NULL,
	`day_break` text NOT NULL,
	`theme` text NOT NULL,
	`current` integer NOT NULL,
	`sample_reach` text
);
--> statement-breakpoint
CREATE TABLE `media` (
	`id` text PRIMARY KEY NOT NULL,
	`event` text NOT NULL,
	`name` text NOT NULL,
	`kind` text NOT NULL,
	`hash` text NOT NULL,
	`thumbnail` text,
	`type` text NOT NULL,
	`width_px` integer NOT NULL,
	`height_px` integer NOT NULL,
	`duration_ms` integer,
	`size_bytes` integer NOT NULL,
	`uploaded_at` integer NOT NULL,
	`uploaded_by` text NOT NULL,
	FOREIGN KEY (`event`) REFERENCES `events`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `overrides` (
	`id` text PRIMARY KEY NOT NULL,
	`template` text NOT NULL,
	`target` text NOT NULL,
	`status` text NOT NULL,
	`since` integer NOT NULL,
	`ending` text
);
--> statement-breakpoint
CREATE TABLE `credentials` (
	`user` text PRIMARY KEY NOT NULL,
	`password_hash` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `invitations` (
	`id` text PRIMARY KEY NOT NULL,
	`token_hash` text NOT NULL,
	`role` text NOT NULL,
	`may_start_override` integer NOT NULL,
	`may_end_override` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`used_at` integer
);
--> statement-breakpoint
CREATE TABLE `sessions` (
	`id_hash` text PRIMARY KEY NOT NULL,
	`user` text NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`address` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `tokens` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`user` text NOT NULL,
	`hash` text NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `users` (
	`id` text PRIMARY KEY NOT NULL,
	`username` text NOT NULL,
	`name` text NOT NULL,
	`role` text NOT NULL,
	`may_start_override` integer NOT NULL,
	`may_end_override` integer NOT NULL,
	`language` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `users_username_unique` ON `users` (`username`);--> statement-breakpoint
CREATE TABLE `playlists` (
	`id` text PRIMARY KEY NOT NULL,
	`event` text NOT NULL,
	`draft` text,
	`published` text,
	`changed_at` integer NOT NULL,
	`changed_by` text NOT NULL,
	FOREIGN KEY (`event`) REFERENCES `events`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `happenings` (
	`id` text PRIMARY KEY NOT NULL,
	`event` text NOT NULL,
	`title` text NOT NULL,
	`stage` text,
	`start` integer NOT NULL,
	`end` integer NOT NULL,
	`description` text NOT NULL,
	`tags` text NOT NULL,
	`was` text,
	`cancelled` integer NOT NULL,
	FOREIGN KEY (`event`) REFERENCES `events`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `stages` (
	`id` text PRIMARY KEY NOT NULL,
	`event` text NOT NULL,
	`name` text NOT NULL,
	`letter` text NOT NULL,
	`area` text,
	`position` integer NOT NULL,
	FOREIGN KEY (`event`) REFERENCES `events`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `documents` (
	`hash` text PRIMARY KEY NOT NULL,
	`body` text NOT NULL,
	`stored_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `pointers` (
	`name` text PRIMARY KEY NOT NULL,
	`signed` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `schedule` (
	`id` text PRIMARY KEY NOT NULL,
	`event` text NOT NULL,
	`name` text NOT NULL,
	`playlist` text NOT NULL,
	`target` text NOT NULL,
	`slot` text NOT NULL,
	`band` text NOT NULL,
	`exclusive` integer NOT NULL,
	`weight` real NOT NULL,
	`when` text NOT NULL,
	FOREIGN KEY (`event`) REFERENCES `events`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`playlist`) REFERENCES `playlists`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `devices` (
	`id` text PRIMARY KEY NOT NULL,
	`screen` text NOT NULL,
	`secret_hash` text NOT NULL,
	`local` integer NOT NULL,
	`paired_at` integer NOT NULL,
	FOREIGN KEY (`screen`) REFERENCES `screens`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `screens` (
	`id` text PRIMARY KEY NOT NULL,
	`event` text NOT NULL,
	`area` text NOT NULL,
	`name` text NOT NULL,
	`tags` text NOT NULL,
	`profile` text NOT NULL,
	`width_px` integer NOT NULL,
	`height_px` integer NOT NULL,
	`distance` text NOT NULL,
	`exits` text NOT NULL,
	`audience` text NOT NULL,
	`state` text NOT NULL,
	`local` integer NOT NULL,
	FOREIGN KEY (`event`) REFERENCES `events`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`area`) REFERENCES `areas`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `slides` (
	`id` text PRIMARY KEY NOT NULL,
	`event` text NOT NULL,
	`draft` text,
	`published` text,
	`changed_at` integer NOT NULL,
	`changed_by` text NOT NULL,
	FOREIGN KEY (`event`) REFERENCES `events`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `settings` (
	`name` text PRIMARY KEY NOT NULL,
	`value` text NOT NULL
);
