-- Passes games from one owner to another, with the same fence. Returns the ids of those that were not its own.
-- KEYS: prefix. ARGV: former owner, next owner, 1 if the games may be taken from the next owner while it has no
-- lease, milliseconds to keep; then id and fence of each game.
local refused = {}
for n = 5, #ARGV, 2 do
    local id = ARGV[n]
    local key = KEYS[1] .. 'game:' .. id
    local known = redis.call('HMGET', key, 'owner', 'fence')
    if known[1] == ARGV[1] and known[2] == ARGV[n + 1] then
        redis.call('HSET', key, 'owner', ARGV[2])
        redis.call('PEXPIRE', key, ARGV[4])
        redis.call('SREM', KEYS[1] .. 'games:' .. ARGV[1], id)
        if ARGV[3] == '1' then
            redis.call('SADD', KEYS[1] .. 'games:' .. ARGV[2], id)
        end
    else
        refused[#refused + 1] = id
    end
end
if ARGV[3] == '1' then
    redis.call('SADD', KEYS[1] .. 'services', ARGV[2])
end
return refused
