-- What an administrator changes on pages. Nothing that was used is deleted: history and numbers refer to it.

-- Raised by every change of clinics, rooms, hours and closed days: servers look at it every second or two.
alter table facility add column setup_version bigint default 0 not null;

-- The last business day of a clinic that is closed for good: it takes nobody any more, those who wait are still called,
-- and from the next day on it is shown nowhere.
alter table clinic add column last_day date;
alter table room add column hidden boolean default false not null;

alter table staff add column must_change boolean default false not null;   -- the password was given by somebody else
alter table staff add column version integer default 1 not null;           -- raised by what ends sessions

-- A line on the call screens.
create table screen_notice (
    facility_id     integer      not null references facility,
    notice_id       varchar(36)  not null,
    text_vi         varchar(160) not null,
    text_en         varchar(160) not null,
    shown_from      timestamp(6) with time zone not null,
    shown_until     timestamp(6) with time zone not null,
    made_by         varchar(80)  not null,
    removed         boolean      default false not null,
    primary key (facility_id, notice_id),
    check (shown_from < shown_until)
);
