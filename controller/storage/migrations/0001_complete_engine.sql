CREATE TABLE `sponsors` (
	`id` text PRIMARY KEY NOT NULL,
	`event` text NOT NULL,
	`name` text NOT NULL,
	`promise` text,
	`rivals` text NOT NULL,
	FOREIGN KEY (`event`) REFERENCES `events`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
ALTER TABLE `schedule` ADD `manual` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `schedule` ADD `armed` text;--> statement-breakpoint
-- Bodies that were stored as JSON, and the record of what they were, so that undo reaches back past this version.
UPDATE `slides` SET `draft` = json_insert(`draft`, '$.variants', json('[]'), '$.sponsor', NULL, '$.embargo', json('false')) WHERE `draft` IS NOT NULL;--> statement-breakpoint
UPDATE `slides` SET `published` = json_insert(`published`, '$.variants', json('[]'), '$.sponsor', NULL, '$.embargo', json('false')) WHERE `published` IS NOT NULL;--> statement-breakpoint
UPDATE `playlists` SET `draft` = json_set(`draft`, '$.items', json((SELECT json_group_array(json(CASE json_extract(value, '$.of.kind') WHEN 'playlist' THEN json_insert(value, '$.of.take', NULL) ELSE value END)) FROM json_each(`draft`, '$.items')))) WHERE `draft` IS NOT NULL;--> statement-breakpoint
UPDATE `playlists` SET `published` = json_set(`published`, '$.items', json((SELECT json_group_array(json(CASE json_extract(value, '$.of.kind') WHEN 'playlist' THEN json_insert(value, '$.of.take', NULL) ELSE value END)) FROM json_each(`published`, '$.items')))) WHERE `published` IS NOT NULL;--> statement-breakpoint
UPDATE `changes` SET `before` = json_insert(`before`, '$.draft.variants', json('[]'), '$.draft.sponsor', NULL, '$.draft.embargo', json('false'), '$.published.variants', json('[]'), '$.published.sponsor', NULL, '$.published.embargo', json('false')) WHERE `table` = 'slides' AND `before` IS NOT NULL;--> statement-breakpoint
UPDATE `changes` SET `after` = json_insert(`after`, '$.draft.variants', json('[]'), '$.draft.sponsor', NULL, '$.draft.embargo', json('false'), '$.published.variants', json('[]'), '$.published.sponsor', NULL, '$.published.embargo', json('false')) WHERE `table` = 'slides' AND `after` IS NOT NULL;--> statement-breakpoint
UPDATE `changes` SET `before` = json_set(`before`, '$.draft.items', json((SELECT json_group_array(json(CASE json_extract(value, '$.of.kind') WHEN 'playlist' THEN json_insert(value, '$.of.take', NULL) ELSE value END)) FROM json_each(`before`, '$.draft.items'))), '$.published.items', json((SELECT json_group_array(json(CASE json_extract(value, '$.of.kind') WHEN 'playlist' THEN json_insert(value, '$.of.take', NULL) ELSE value END)) FROM json_each(`before`, '$.published.items')))) WHERE `table` = 'playlists' AND `before` IS NOT NULL;--> statement-breakpoint
UPDATE `changes` SET `after` = json_set(`after`, '$.draft.items', json((SELECT json_group_array(json(CASE json_extract(value, '$.of.kind') WHEN 'playlist' THEN json_insert(value, '$.of.take', NULL) ELSE value END)) FROM json_each(`after`, '$.draft.items'))), '$.published.items', json((SELECT json_group_array(json(CASE json_extract(value, '$.of.kind') WHEN 'playlist' THEN json_insert(value, '$.of.take', NULL) ELSE value END)) FROM json_each(`after`, '$.published.items')))) WHERE `table` = 'playlists' AND `after` IS NOT NULL;--> statement-breakpoint
UPDATE `changes` SET `before` = json_insert(`before`, '$.manual', json('false'), '$.armed', NULL) WHERE `table` = 'schedule' AND `before` IS NOT NULL;--> statement-breakpoint
UPDATE `changes` SET `after` = json_insert(`after`, '$.manual', json('false'), '$.armed', NULL) WHERE `table` = 'schedule' AND `after` IS NOT NULL;
