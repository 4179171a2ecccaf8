-- What kiosks could not finish: people on the way to the desk. A row lives for a business day.
create table handover (
    facility_id       integer      not null references facility,
    handover_id       varchar(36)  not null,            -- the kiosk's own
    device_id         varchar(36)  not null,
    kiosk             varchar(80)  not null,            -- its name at the time: where the patient stands
    at                timestamp(6) with time zone not null,
    business_day      date         not null,
    fault             varchar(40),                      -- null: the patient asked for somebody
    step              varchar(20)  not null,
    patient_id        bigint,                           -- null: nobody knows
    clinic_code       varchar(12),                      -- what had been chosen
    check_in_id       varchar(36),                      -- was sent, and not answered by then
    state             varchar(8)   not null check (state in ('WAITING', 'TAKEN', 'CLOSED')),
    taken_by          varchar(60),
    taken_name        varchar(120),
    outcome           varchar(12),
    closed_by         varchar(60),                      -- null: nobody needed to
    closed_at         timestamp(6) with time zone,
    version           integer      not null,
    primary key (facility_id, handover_id),
    foreign key (facility_id, patient_id) references patient,
    check ((state = 'CLOSED') = (outcome is not null)),
    check (state <> 'TAKEN' or taken_by is not null)
);
create index handover_of_day on handover (facility_id, business_day, state, at);
create index handover_of_patient on handover (facility_id, patient_id);
