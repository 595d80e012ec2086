-- What is written stays. Row triggers know nothing of TRUNCATE, and four tables of V2 to V5 had no guard at all.

create function refuse_truncate() returns trigger language plpgsql as $$
begin
    raise exception 'table % is never emptied', tg_table_name using errcode = 'restrict_violation';
end
$$;

-- Every table, whatever it holds: only a lease may be taken away, row by row.
do $$
declare
    name text;
begin
    for name in
        select c.relname from pg_class c
        where c.relnamespace = current_schema()::regnamespace and c.relkind = 'r' and c.relname not like 'flyway%'
    loop
        execute format('create trigger %I before truncate on %I for each statement execute function refuse_truncate()',
                       name || '_is_never_emptied', name);
    end loop;
end
$$;

-- A change is refused unless it is one of the columns named in the trigger.
create function refuse_change_but_of() returns trigger language plpgsql as $$
begin
    if (to_jsonb(new) - tg_argv) is distinct from (to_jsonb(old) - tg_argv) then
        raise exception 'of a row of % only % may change', tg_table_name, array_to_string(tg_argv, ', ')
            using errcode = 'restrict_violation';
    end if;
    return new;
end
$$;

-- The same, and what such a column once holds it keeps.
create function refuse_second_value_of() returns trigger language plpgsql as $$
declare
    name text;
begin
    foreach name in array tg_argv loop
        if to_jsonb(old) -> name <> 'null'::jsonb and to_jsonb(old) -> name <> to_jsonb(new) -> name then
            raise exception '% of a row of % is set once', name, tg_table_name using errcode = 'restrict_violation';
        end if;
    end loop;
    return new;
end
$$;

create trigger jurisdiction_is_append_only
    before update or delete on jurisdiction
    for each row execute function refuse_change();

create trigger enrolment_code_is_never_deleted
    before delete on enrolment_code
    for each row execute function refuse_change();
create trigger enrolment_code_is_only_used
    before update on enrolment_code
    for each row execute function refuse_change_but_of('used_at');
create trigger enrolment_code_is_used_once
    before update on enrolment_code
    for each row execute function refuse_second_value_of('used_at');

create trigger ceremony_is_never_deleted
    before delete on ceremony
    for each row execute function refuse_change();
create trigger ceremony_only_goes_on
    before update on ceremony
    for each row execute function refuse_change_but_of('phase', 'roster_hash', 'group_key', 'possession', 'version');
create trigger ceremony_keeps_what_it_made
    before update on ceremony
    for each row execute function refuse_second_value_of('roster_hash', 'group_key', 'possession');

create trigger decision_is_never_deleted
    before delete on decision
    for each row execute function refuse_change();
create trigger decision_only_goes_on
    before update on decision
    for each row execute function refuse_change_but_of('state', 'version');

create function refuse_change_of_final_decision() returns trigger language plpgsql as $$
begin
    raise exception 'decision % is final', encode(old.id, 'hex') using errcode = 'restrict_violation';
end
$$;

create trigger decision_final_is_forever
    before update on decision
    for each row when (old.state = 'FINAL' and new.state <> 'FINAL')
    execute function refuse_change_of_final_decision();

-- The bytes that were signed, and what they were signed for.
create trigger anchoring_transaction_is_never_deleted
    before delete on anchoring_transaction
    for each row execute function refuse_change();
create trigger anchoring_transaction_only_goes_on
    before update on anchoring_transaction
    for each row execute function refuse_change_but_of('sent_at', 'settled_at');
