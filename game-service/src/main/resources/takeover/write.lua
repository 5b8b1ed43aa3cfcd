-- Stores games of a service. A greater fence takes a game from whoever had it. Returns the ids of the games that
-- are not stored because they belong to somebody else now.
-- KEYS: prefix. ARGV: service, instance, milliseconds to keep, games. Each game: id (4 bytes), fence (8), room and
-- snapshot (each with its length in 4 bytes before it), one after another. An argument for each would cost the
-- service more than making the snapshot.
local lost = {}
local games = KEYS[1] .. 'games:' .. ARGV[1]
local packed, at = ARGV[4], 1
while at <= #packed do
    local id, fence, room, snapshot
    id, fence, room, snapshot, at = struct.unpack('>i4i8i4c0i4c0', packed, at)
    id, fence = string.format('%.0f', id), string.format('%.0f', fence)
    local key = KEYS[1] .. 'game:' .. id
    local known = redis.call('HMGET', key, 'owner', 'fence')
    if known[1] == ARGV[1] and known[2] == fence then
        redis.call('HSET', key, 'snapshot', snapshot)
        redis.call('PEXPIRE', key, ARGV[3])
    elseif not known[2] or tonumber(known[2]) < tonumber(fence) then
        if known[1] then
            redis.call('SREM', KEYS[1] .. 'games:' .. known[1], id)
        end
        redis.call('HSET', key, 'owner', ARGV[1], 'fence', fence, 'instance', ARGV[2],
            'room', room, 'snapshot', snapshot)
        redis.call('PEXPIRE', key, ARGV[3])
        redis.call('SADD', games, id)
    else
        lost[#lost + 1] = id
    end
end
redis.call('PEXPIRE', games, ARGV[3])
return lost
