CREATE TABLE `themes` (
	`id` text PRIMARY KEY NOT NULL,
	`event` text NOT NULL,
	`draft` text,
	`published` text,
	`changed_at` integer NOT NULL,
	`changed_by` text NOT NULL,
	FOREIGN KEY (`event`) REFERENCES `events`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
ALTER TABLE `screens` ADD `care` text DEFAULT '{"rotation":0,"overscanPct":0,"pixelShift":false,"dimStill":false,"quiet":null,"keys":false,"sound":false}' NOT NULL;