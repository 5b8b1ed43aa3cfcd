-- Stores games of a service. A greater fence takes a game from whoever had it. Returns two lists of ids of games
-- that are not stored: those that belong to somebody else now, and those with a delta to a whole snapshot that is
-- not here.
-- KEYS: prefix. ARGV: service, instance, milliseconds to keep, games. Each game: id (4 bytes), fence (8), checksum
-- of the whole snapshot (4), room and snapshot (each with its length in 4 bytes before it), one after another.
-- Without a room, the snapshot is a delta. An argument for each would cost the service more than making the
-- snapshot.
local lost, incomplete = {}, {}
local games = KEYS[1] .. 'games:' .. ARGV[1]
local packed, at = ARGV[4], 1
while at <= #packed do
    local id, fence, base, room, snapshot
    id, fence, base, room, snapshot, at = struct.unpack('>i4i8I4i4c0i4c0', packed, at)
    id, fence = string.format('%.0f', id), string.format('%.0f', fence)
    base = string.format('%.0f', base)
    local key = KEYS[1] .. 'game:' .. id
    local known = redis.call('HMGET', key, 'owner', 'fence', 'base')
    local own = known[1] == ARGV[1] and known[2] == fence
    if own and room == '' and known[3] == base then
        redis.call('HSET', key, 'delta', snapshot)
        redis.call('PEXPIRE', key, ARGV[3])
    elseif not own and known[2] and tonumber(known[2]) >= tonumber(fence) then
        lost[#lost + 1] = id
    elseif room == '' then
        incomplete[#incomplete + 1] = id
    else
        if known[1] and not own then
            redis.call('SREM', KEYS[1] .. 'games:' .. known[1], id)
        end
        redis.call('HSET', key, 'owner', ARGV[1], 'fence', fence, 'instance', ARGV[2],
            'room', room, 'base', base, 'snapshot', snapshot, 'delta', '')
        redis.call('PEXPIRE', key, ARGV[3])
        redis.call('SADD', games, id)
    end
end
redis.call('PEXPIRE', games, ARGV[3])
return {lost, incomplete}
