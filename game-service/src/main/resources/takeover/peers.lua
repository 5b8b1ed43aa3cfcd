-- Returns how many games the living services other than one could take.
-- KEYS: prefix. ARGV: service.
local free = 0
for _, service in ipairs(redis.call('SMEMBERS', KEYS[1] .. 'services')) do
    if service ~= ARGV[1] then
        free = free + (tonumber(redis.call('GET', KEYS[1] .. 'lease:' .. service) or '0') or 0)
    end
end
return free
