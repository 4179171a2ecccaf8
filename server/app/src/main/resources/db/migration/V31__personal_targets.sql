-- A patient's own targets, which a doctor set in place of the general ones. One that was taken back stays without ends:
-- that is a decision too, with somebody who made it.
create table personal_target (
    facility_id     integer      not null,
    patient_id      bigint       not null,
    kind            varchar(20)  not null,              -- history.ObservationKind
    low             numeric(9, 3),                      -- in the kind's own unit; below it a value is too low
    high            numeric(9, 3),                      -- above it a value is too high
    set_by          varchar(60)  not null,              -- login
    set_on          date         not null,
    version         integer      not null,
    primary key (facility_id, patient_id, kind),
    foreign key (facility_id, patient_id) references patient
);
