-- How far the chain has been read.
create table chain_cursor (
    singleton   boolean     primary key default true check (singleton),
    next_block  bigint      not null check (next_block >= 0),
    final_block bigint      not null check (final_block >= -1),
    final_hash  bytea       check (octet_length(final_hash) = 32),
    final_time  timestamptz,
    updated_at  timestamptz not null,
    check ((final_block >= 0) = (final_hash is not null)),
    check ((final_hash is null) = (final_time is null))
);

create table log_entry (
    sequence     bigint      primary key check (sequence > 0),
    decision     bytea       not null unique references decision,
    head         bytea       not null unique check (octet_length(head) = 32),
    anchored_at  timestamptz not null,
    block_number bigint      not null check (block_number >= 0),
    block_hash   bytea       not null check (octet_length(block_hash) = 32),
    transaction  bytea       not null check (octet_length(transaction) = 32),
    gas_used     bigint      not null check (gas_used > 0),
    entry        text        not null,
    finalised_at timestamptz
);

-- The chain may take back what is not final, and nothing else.
create function refuse_change_of_final_entry() returns trigger language plpgsql as $$
begin
    if old.finalised_at is not null then
        raise exception 'entry % of the log is final', old.sequence using errcode = 'restrict_violation';
    end if;
    return case tg_op when 'DELETE' then old else new end;
end
$$;

create trigger log_entry_final_is_forever
    before update or delete on log_entry
    for each row execute function refuse_change_of_final_entry();
