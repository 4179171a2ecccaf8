-- How often a message was told to a receiver who was there and has not answered it.
alter table hl7_outbox add column tries integer not null default 0;

-- Each patient has a time of the last change, so that it can be looked for: so far it was empty until the first one.
alter table patient alter column changed_at set default current_timestamp;
update patient set changed_at = created_at where changed_at is null;
