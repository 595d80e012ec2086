-- A refresh may come before its committee sits anywhere, and a Rotate may name the roster of before it:
-- whoever takes a seat then signs with the shares of the newest.
create table refresh (
    roster    bytea primary key references roster,
    successor bytea not null unique references roster,
    check (roster <> successor)
);

insert into refresh (roster, successor)
    select distinct one.roster, next.roster
    from committee one
    join committee next
        on (next.mandate, next.epoch, next.position) = (one.mandate, one.epoch, one.position)
        and next.generation = one.generation + 1;

create trigger refresh_is_append_only
    before update or delete on refresh
    for each row execute function refuse_change();
