-- How often what the patient's card is to hold has changed, and what of that a card on its way was prepared with.
alter table patient add column card_changes bigint default 0 not null;
alter table card_issue add column card_changes bigint;        -- null: prepared before this was counted

-- Raised by every start of a server: the block list's sequence goes on above what a restored backup has forgotten.
alter table facility add column block_list_epoch bigint default 0 not null;
