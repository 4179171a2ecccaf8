-- Why there was no answer while a patient waited: what is known of the question itself is overwritten by the next try.
alter table coverage_check add column told_code varchar(20);
