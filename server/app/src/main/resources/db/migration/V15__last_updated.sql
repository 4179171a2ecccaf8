-- When visits and results were last written, for other systems that ask what is new since. Unknown of what was there
-- before: the column comes without a value, and gets its default afterwards.
alter table visit add column changed_at timestamp(6) with time zone;
alter table visit alter column changed_at set default current_timestamp;
alter table observation add column changed_at timestamp(6) with time zone;
alter table observation alter column changed_at set default current_timestamp;
