-- A withdrawal is a decision about a slot, as a pause and a lift are.
alter table decision
    drop constraint decision_type_check,
    drop constraint decision_check1,
    add constraint decision_type_check check (type in ('Pause', 'Lift', 'Withdraw', 'Renew', 'Rotate')),
    add constraint decision_check1 check ((slot is not null) = (type in ('Pause', 'Lift', 'Withdraw')));
