-- Renews the lease of a service. Returns 1 if it was still held, or 0 if it had lapsed and is a new one; and the
-- time of day here, milliseconds.
-- KEYS: prefix. ARGV: service, milliseconds, how many games it could take.
local lease = KEYS[1] .. 'lease:' .. ARGV[1]
local held = redis.call('EXISTS', lease)
redis.call('SET', lease, ARGV[3], 'PX', ARGV[2])
redis.call('SADD', KEYS[1] .. 'services', ARGV[1])
local now = redis.call('TIME')
return {held, now[1] * 1000 + math.floor(now[2] / 1000)}
