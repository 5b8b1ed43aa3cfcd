-- Forgets games that are over. What stays for a while is that they belong to nobody, for an owner who was away.
-- KEYS: prefix. ARGV: service, milliseconds to keep; then id and fence of each game.
for n = 3, #ARGV, 2 do
    local key = KEYS[1] .. 'game:' .. ARGV[n]
    local known = redis.call('HMGET', key, 'owner', 'fence')
    if known[1] == ARGV[1] and known[2] == ARGV[n + 1] then
        redis.call('HSET', key, 'owner', 'ended')
        redis.call('HDEL', key, 'room', 'base', 'snapshot', 'delta', 'instance')
        redis.call('PEXPIRE', key, ARGV[2])
        redis.call('SREM', KEYS[1] .. 'games:' .. ARGV[1], ARGV[n])
    end
end
return {}
