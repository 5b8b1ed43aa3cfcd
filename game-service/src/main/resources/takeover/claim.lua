-- Takes games whose service has no lease, while the one that takes has its own. Returns id, new fence, former
-- instance, room, whole snapshot and delta of each.
-- KEYS: prefix. ARGV: service, instance, at most how many, milliseconds to keep, and the time of day here, in
-- milliseconds, after which nobody waits for the answer any more. When Redis has stood still, all leases have lapsed
-- and commands from before are still in its queue: whoever is first would get the games of all, and not even know.
local claimed = {}
local prefix, me, left = KEYS[1], ARGV[1], tonumber(ARGV[3])
local now = redis.call('TIME')
if now[1] * 1000 + math.floor(now[2] / 1000) > tonumber(ARGV[5]) then
    return claimed
end
if redis.call('EXISTS', prefix .. 'lease:' .. me) == 0 then
    return claimed
end
for _, owner in ipairs(redis.call('SMEMBERS', prefix .. 'services')) do
    if left > 0 and redis.call('EXISTS', prefix .. 'lease:' .. owner) == 0 then
        local games = prefix .. 'games:' .. owner
        local ids = redis.call('SRANDMEMBER', games, left)
        if #ids == 0 then
            redis.call('SREM', prefix .. 'services', owner)
        end
        for _, id in ipairs(ids) do
            local key = prefix .. 'game:' .. id
            local game = redis.call('HMGET', key, 'owner', 'instance', 'room', 'snapshot', 'delta')
            redis.call('SREM', games, id)
            if game[1] == owner and game[3] and game[4] then
                redis.call('HINCRBY', key, 'fence', 1)
                redis.call('HSET', key, 'owner', me, 'instance', ARGV[2])
                redis.call('PEXPIRE', key, ARGV[4])
                redis.call('SADD', prefix .. 'games:' .. me, id)
                local fields = {id, redis.call('HGET', key, 'fence'), game[2], game[3], game[4], game[5] or ''}
                for _, value in ipairs(fields) do
                    claimed[#claimed + 1] = value
                end
                left = left - 1
            end
        end
    end
end
return claimed
