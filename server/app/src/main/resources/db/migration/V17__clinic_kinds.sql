-- What a place is to a patient. Only a clinic is chosen or booked; the others are reached by being sent.
alter table clinic add column kind varchar(12) default 'CLINIC' not null
    check (kind in ('CLINIC', 'RECEPTION', 'LABORATORY', 'IMAGING', 'CASHIER', 'PHARMACY'));

-- The letters before its numbers: "B007". Numbers of clinics without one are told apart by the clinic alone.
alter table clinic add column mark varchar(2);
alter table clinic add constraint clinic_mark_is_its_own unique (facility_id, mark);
