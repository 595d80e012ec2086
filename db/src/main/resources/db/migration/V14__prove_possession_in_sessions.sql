-- A member has a share of possession for each session that asks it; of all else it says each thing once, as before.
alter table ceremony_contradiction
    drop constraint ceremony_contradiction_ceremony_type_identifier_fkey,
    add foreign key (ceremony) references ceremony;
alter table ceremony_message
    drop constraint ceremony_message_ceremony_type_identifier_key;
create unique index ceremony_message_once
    on ceremony_message (ceremony, type, identifier)
    where type <> 'softpause-possession-share-v1';
