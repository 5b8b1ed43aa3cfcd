-- Grows with every game service instance that runs the room's game, so that news about an earlier one are known
-- to be from the past.
alter table lobby.room add column game_fence bigint default 0 not null;
