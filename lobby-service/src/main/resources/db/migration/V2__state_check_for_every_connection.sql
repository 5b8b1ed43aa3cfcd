-- H2 binds a list of values in a check to the connection that made the check. Once the pool has retired that
-- connection, every insert fails, so the same is said without a list, and without an "or", which H2 turns
-- into one.
alter table lobby.room drop constraint room_state_known;
alter table lobby.room add constraint room_state_known
    check (case state when 'WAIT' then true when 'PREPARE' then true when 'PLAY' then true else false end);
