-- What happened, in order. A row is written in the same transaction as the step it tells of and is never changed.
create table audit_entry (
    id          bigint generated always as identity primary key,
    at          timestamptz not null,
    subject     text        not null check (subject in ('JURISDICTION', 'CEREMONY', 'REGISTRY', 'DECISION', 'SITE', 'TOKEN')),
    subject_id  bytea       not null check (octet_length(subject_id) between 20 and 32),
    step        text        not null check (step ~ '^[A-Z][A-Z_]{1,39}$'),
    detail      text        not null default '' check (length(detail) <= 2000)
);

create index audit_entry_of_subject on audit_entry (subject, subject_id, id);

create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'rows of % are only ever added', tg_table_name using errcode = 'restrict_violation';
end
$$;

create trigger audit_entry_is_append_only
    before update or delete on audit_entry
    for each row execute function refuse_change();
