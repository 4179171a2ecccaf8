-- One ticket for the whole way through the house. clinic_id stays the clinic that gave the number; where the patient is
-- now, and whose patient, may be others. They name clinics that exist, and need no foreign keys of their own: a check-in
-- would look for each.
alter table ticket add constraint ticket_state_known
    check (state in ('WAITING', 'CALLED', 'IN_ROOM', 'DONE', 'MISSED', 'CANCELLED'));
alter table ticket add column mark varchar(2);                         -- the letters before the number, as printed
alter table ticket add column at_clinic_id integer;                    -- where it waits or is served
alter table ticket add column visit_clinic_id integer;                 -- whose patient: where the doctor sits
alter table ticket add column stop integer default 1 not null;         -- counts the places it has come to
alter table ticket add column cause varchar(12) default 'ISSUED' not null
    check (cause in ('ISSUED', 'SENT', 'BACK', 'TRANSFERRED'));
alter table ticket add column queued_at timestamp(6) with time zone;   -- since when it counts as waiting here
alter table ticket add column wished_room_id integer;                  -- the room that it waits for first
alter table ticket add column first_called_at timestamp(6) with time zone;   -- here; called_at is the last call
alter table ticket add column not_before integer default 0 not null;   -- after so many calls of its queue
alter table ticket add column way varchar(200) default '' not null;    -- where it goes then: "31 4/12", clinic or clinic/room
alter table ticket add column grounds varchar(120) default '' not null;      -- for going first; these count
alter table ticket add column declared varchar(120) default '' not null;     -- these wait for somebody who looks
alter table ticket add column confirmed_by varchar(60);
alter table ticket add column expected_at timestamp(6) with time zone; -- by appointment
alter table ticket add column overtaken integer default 0 not null;    -- by so many who came later

update ticket set at_clinic_id = clinic_id, visit_clinic_id = clinic_id, queued_at = issued_at,
    first_called_at = called_at;
alter table ticket alter column at_clinic_id set not null;
alter table ticket alter column visit_clinic_id set not null;
alter table ticket alter column queued_at set not null;
alter table ticket add constraint ticket_open_once
    unique (facility_id, visit_clinic_id, business_day, open_patient_id);
drop index ticket_queue;
create index ticket_queue on ticket (facility_id, at_clinic_id, business_day, state, queued_at);

-- Calls so far, and how many of the last ones went to somebody who goes first.
alter table ticket_counter add column called integer default 0 not null;
alter table ticket_counter add column in_a_row integer default 0 not null;

-- Each place that a ticket has come to, from its first call there on.
create table ticket_stop (
    facility_id     integer      not null,
    ticket_id       varchar(36)  not null,
    stop            integer      not null,
    clinic_id       integer      not null,
    business_day    date         not null,
    cause           varchar(12)  not null,
    state           varchar(12)  not null check (state in
        ('WAITING', 'CALLED', 'IN_ROOM', 'DONE', 'MISSED', 'CANCELLED', 'SENT', 'TRANSFERRED')),
    room_id         integer,
    calls           integer      not null,
    queued_at       timestamp(6) with time zone not null,
    first_called_at timestamp(6) with time zone,
    entered_at      timestamp(6) with time zone,
    ended_at        timestamp(6) with time zone,
    primary key (facility_id, ticket_id, stop),
    foreign key (facility_id, ticket_id) references ticket,
    foreign key (facility_id, clinic_id) references clinic
);
insert into ticket_stop (facility_id, ticket_id, stop, clinic_id, business_day, cause, state, room_id, calls, queued_at,
        first_called_at, entered_at, ended_at)
    select facility_id, ticket_id, 1, clinic_id, business_day, 'ISSUED', state, room_id, calls, issued_at, called_at,
        entered_at, ended_at
    from ticket where called_at is not null;
create index ticket_stop_of_clinic on ticket_stop (facility_id, clinic_id, business_day, first_called_at);

-- The last act of each room, as long as it can be taken back.
create table room_act (
    facility_id     integer      not null,
    room_id         integer      not null,
    business_day    date         not null,
    before          varchar(6000) not null,             -- JSON: how the tickets stood, and the queue
    primary key (facility_id, room_id),
    foreign key (facility_id, room_id) references room
);

create table room_pause (
    facility_id     integer      not null,
    room_id         integer      not null,
    since           timestamp(6) with time zone not null,
    reason          varchar(80)  not null,
    paused_by       varchar(60)  not null,
    primary key (facility_id, room_id),
    foreign key (facility_id, room_id) references room
);

-- Known when somebody is identified: the check-in itself looks at no birth date.
alter table identification add column ground varchar(28);
