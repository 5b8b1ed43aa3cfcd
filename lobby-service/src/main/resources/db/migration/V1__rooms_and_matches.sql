-- The schema itself is made by Flyway.

-- A room's id is also the id of its game: it is never used again, not after a restart either.
create sequence lobby.room_id start with 1 increment by 1;

create table lobby.room (
    id            integer                  not null primary key,
    name          varchar(25)              not null,
    capacity      integer                  not null,
    owner_id      integer                  not null,
    state         varchar(8)               not null,
    game_instance varchar(255),
    member_count  integer                  not null,
    created_at    timestamp with time zone not null,
    state_since   timestamp with time zone not null,
    version       bigint                   not null,
    constraint room_state_known check (state in ('WAIT', 'PREPARE', 'PLAY')),
    constraint room_not_overfull check (member_count between 0 and capacity)
);

create index room_waiting_since on lobby.room (state, created_at);
create index room_state_since on lobby.room (state, state_since);

-- The primary key keeps a user in one room at most.
create table lobby.room_member (
    user_id        integer     not null primary key,
    room_id        integer     not null,
    nickname       varchar(80) not null,
    seat           integer     not null,
    session_number bigint      not null,
    constraint room_member_room foreign key (room_id) references lobby.room (id)
);

create unique index room_member_seat on lobby.room_member (room_id, seat);

create table lobby.played_match (
    game_id        integer                  not null primary key,
    game_instance  varchar(255)             not null,
    started_at     timestamp with time zone,
    ended_at       timestamp with time zone not null,
    outcome        varchar(64)              not null,
    waves_survived integer                  not null,
    version        bigint                   not null
);

create index played_match_ended on lobby.played_match (ended_at, game_id);

create table lobby.played_match_player (
    game_id integer not null,
    user_id integer not null,
    primary key (game_id, user_id),
    constraint played_match_player_match
        foreign key (game_id) references lobby.played_match (game_id) on delete cascade
);
