-- The hospital's own part of health insurance: its code with the insurance, its certificate, what its clinics order first,
-- and the names of the places where people are registered.

alter table insurance_account add column facility_code varchar(5);
-- Whether rooms say what is ordered first, because no other system does.
alter table insurance_account add column rooms_order boolean default false not null;

-- The certificate that signs check-in records; its key sealed by the secret store.
create table insurance_certificate (
    facility_id     integer      not null primary key references facility,
    private_key     bytea        not null,
    certificate     bytea        not null,
    changed_at      timestamp(6) with time zone not null,
    changed_by      varchar(80)  not null
);

-- What is billed first in a clinic (công khám), offered to its rooms.
create table clinic_item (
    facility_id     integer      not null,
    clinic_id       integer      not null,
    item_code       varchar(50)  not null,
    item_name       varchar(300) not null,
    primary key (facility_id, clinic_id),
    foreign key (facility_id, clinic_id) references clinic
);

-- Names of facilities by their code (mã CSKCB), as the hospital has loaded them.
create table care_place (
    facility_id     integer      not null references facility,
    code            varchar(5)   not null,
    valid_from      date         not null,
    valid_until     date,
    name            varchar(300) not null,
    primary key (facility_id, code, valid_from)
);

create index coverage_call_of on coverage_call (facility_id, transaction_no);
