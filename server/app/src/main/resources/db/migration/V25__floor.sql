-- Where telephones reach this server: the QR on a ticket leads there. Without it there is none.
alter table facility add column public_address varchar(100);

-- For the day's figures: where a number was taken, and how long it took from the first touch.
alter table ticket add column taken_at varchar(6) check (taken_at in ('KIOSK', 'DESK'));   -- null: from before
alter table ticket add column door_seconds integer check (door_seconds between 0 and 3600);

-- Since when a device that reports has had something broken.
alter table device add column faulty_since timestamp(6) with time zone;
