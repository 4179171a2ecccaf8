-- People found by two words of a name, however many bear each of them: beside every word stands the whole name, in lower
-- case, without marks, y as i, so that the rows of the rarer word alone say whom both words fit. The table is made anew
-- because that is quicker than to change each of its rows.
create table patient_name_word (
    facility_id     integer      not null,
    patient_id      bigint       not null,
    word            varchar(40)  not null,
    name            varchar(255)                        -- null only within the transaction that brings a patient back
);
insert into patient_name_word (facility_id, patient_id, word, name)
    select w.facility_id, w.patient_id, w.word, translate(p.search_name, 'y', 'i')
    from patient_word w join patient p on p.facility_id = w.facility_id and p.patient_id = w.patient_id;
drop table patient_word;
alter table patient_name_word rename to patient_word;
alter table patient_word add constraint patient_word_key primary key (facility_id, patient_id, word);
alter table patient_word add constraint patient_word_patient
    foreign key (facility_id, patient_id) references patient;
create index patient_word_of_name on patient_word (facility_id, word, patient_id, name);

-- Who begins with just what was typed, in the order of names.
create index patient_by_name on patient (facility_id, search_name, birth_date, patient_id);
