-- The check-in record (bảng trạng thái KCB) of each visit with something to pay for, on its way to the gateway, and the
-- receipts, which the gateway itself shows for 60 days only.

create table coverage_record (
    facility_id     integer      not null references facility,
    record_id       varchar(36)  not null,
    ma_lk           varchar(100) not null,              -- the visit's id; never another one, however often it is sent
    visit_key       varchar(120) not null,              -- one record for each visit
    patient_id      bigint       not null,
    business_day    date         not null,
    state           varchar(10)  not null check (state in ('FAULTY', 'READY', 'SENT', 'TASK')),
    content         varchar(16000) not null,            -- the 26 fields as JSON
    faults          varchar(1000) not null,             -- names of the fields that keep it from being sent
    made_at         timestamp(6) with time zone not null,
    made_by         varchar(80)  not null,
    tries           integer      not null,
    next_try        timestamp(6) with time zone,
    worker          varchar(36),
    worker_until    timestamp(6) with time zone,
    sent_at         timestamp(6) with time zone,
    version         integer      not null,
    primary key (facility_id, record_id),
    unique (facility_id, ma_lk),
    unique (facility_id, visit_key),
    foreign key (facility_id, patient_id) references patient
);
create index coverage_record_of_patient on coverage_record (facility_id, patient_id);
create index coverage_record_open on coverage_record (state, next_try);
create index coverage_record_of_day on coverage_record (facility_id, business_day);

create table coverage_receipt (
    facility_id     integer      not null,
    record_id       varchar(36)  not null,
    receipt_id      varchar(36)  not null,
    at              timestamp(6) with time zone not null,
    result          varchar(20)  not null,
    transaction_no  varchar(100),
    received_at     varchar(14),                        -- thoiGianTiepNhan, as the gateway writes it
    primary key (facility_id, record_id, receipt_id),
    foreign key (facility_id, record_id) references coverage_record
);
