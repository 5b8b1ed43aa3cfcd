-- Stores games of a service. A greater fence takes a game from whoever had it. Returns the ids of the games that
-- are not stored because they belong to somebody else now.
-- KEYS: prefix. ARGV: service, instance, milliseconds to keep; then id, fence, room and snapshot of each game.
local lost = {}
local games = KEYS[1] .. 'games:' .. ARGV[1]
for n = 4, #ARGV, 4 do
    local id, fence = ARGV[n], ARGV[n + 1]
    local key = KEYS[1] .. 'game:' .. id
    local known = redis.call('HMGET', key, 'owner', 'fence')
    if known[1] == ARGV[1] and known[2] == fence then
        redis.call('HSET', key, 'snapshot', ARGV[n + 3])
        redis.call('PEXPIRE', key, ARGV[3])
    elseif not known[2] or tonumber(known[2]) < tonumber(fence) then
        if known[1] then
            redis.call('SREM', KEYS[1] .. 'games:' .. known[1], id)
        end
        redis.call('HSET', key, 'owner', ARGV[1], 'fence', fence, 'instance', ARGV[2],
            'room', ARGV[n + 2], 'snapshot', ARGV[n + 3])
        redis.call('PEXPIRE', key, ARGV[3])
        redis.call('SADD', games, id)
    else
        lost[#lost + 1] = id
    end
end
redis.call('PEXPIRE', games, ARGV[3])
return lost
