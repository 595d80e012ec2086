-- Who signed the plan, so that it can be counted what one member opens. Unknown for ceremonies of before.
alter table ceremony add column opened_by bytea references jurisdiction;

create index ceremony_of_opener on ceremony (opened_by, opened_at);
