-- Which systems ask over FHIR, and not over HL7 or with files alone: for them a server loads its library in time.
alter table device add column speaks_fhir boolean default false not null;
