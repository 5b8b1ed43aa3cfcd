-- Returns the ids of those of the given games that do not belong to a service.
-- KEYS: prefix. ARGV: service, 1 if games of which nothing is known count as its own; then id and fence of each.
local lost = {}
for n = 3, #ARGV, 2 do
    local known = redis.call('HMGET', KEYS[1] .. 'game:' .. ARGV[n], 'owner', 'fence')
    local missing = not known[1]
    local own = known[1] == ARGV[1] and known[2] == ARGV[n + 1]
    if not own and not (missing and ARGV[2] == '1') then
        lost[#lost + 1] = ARGV[n]
    end
end
return lost
