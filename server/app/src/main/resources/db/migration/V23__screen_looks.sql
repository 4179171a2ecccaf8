-- How each call screen speaks and looks. No names unless the hospital wants them: who holds the number knows.

alter table device add column screen_names boolean default false not null;
alter table device add column screen_dark boolean default false not null;
alter table device add column screen_spoken boolean default true not null;
