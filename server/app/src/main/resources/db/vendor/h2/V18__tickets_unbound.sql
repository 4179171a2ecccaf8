-- A ticket is to have one more state, and a patient's one open ticket is to count where the visit is. Version 1 named
-- neither constraint, and H2 names the nameless after the table's name, the same in every database.
alter table ticket drop constraint "CONSTRAINT_CBE8";
alter table ticket drop constraint "CONSTRAINT_CBE86B0";
