-- A roster is known once its ceremony is complete, and sits where a Rotate puts it: nowhere yet, or in several places.
alter table committee rename to roster;
alter table roster rename column roster to hash;

create table committee (
    mandate    text     not null check (mandate in ('STANDING', 'EMERGENCY')),
    epoch      bigint   not null check (epoch between 0 and 4294967295),
    position   smallint not null check (position between 0 and 4),
    -- A refresh seats a new roster of the same members and key in the same place.
    generation smallint not null check (generation >= 0),
    roster     bytea    not null references roster,
    primary key (mandate, epoch, position, generation)
);

insert into committee (mandate, epoch, position, generation, roster)
    select mandate, epoch, position, 0, hash from roster;

alter table roster
    drop column mandate,
    drop column position,
    drop column epoch;

create trigger roster_is_append_only
    before update or delete on roster
    for each row execute function refuse_change();
create trigger committee_is_append_only
    before update or delete on committee
    for each row execute function refuse_change();
