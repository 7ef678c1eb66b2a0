-- An open-loop load: requests arrive as in a Poisson process, whether or not earlier ones were answered, and go out
-- on whichever of the connections is free. A request's time counts from when it was due, so that one which waits for a
-- connection, or for this generator itself, is as slow as its visitor would find it. Every target meets the same
-- arrivals, in rounds: A B C, A B C. What an answer has beyond its head is discarded in the kernel, for the upstream
-- shares the core.
--
-- Prints a line for each target and round: port, answers, then in microseconds the 50th, 90th, 99th and 99.9th
-- percentile, the longest, and the 99th percentile of how late requests were sent.
--
-- Usage: luajit open-loop.lua RATE SECONDS ROUNDS CONNECTIONS PATH PORT,PORT,... [FIELD...]
-- Times of more than SLOW microseconds, where that variable is set, go to standard error, with when they were due.
local ffi = require("ffi")
ffi.cdef [[
struct address { uint16_t family; uint16_t port; uint32_t host; char zero[8]; };
struct __attribute__((packed)) event { uint32_t events; int32_t fd; uint32_t more; };
struct moment { long seconds; long nanos; };
int socket(int, int, int);
int connect(int, const struct address *, unsigned);
int setsockopt(int, int, int, const int *, unsigned);
int close(int);
long send(int, const char *, size_t, int);
long recv(int, char *, size_t, int);
int epoll_create1(int);
int epoll_ctl(int, int, int, struct event *);
int epoll_pwait2(int, struct event *, int, const struct moment *, const void *);
int clock_gettime(int, struct moment *);
int prctl(int, unsigned long);
]]
local C = ffi.C
local TRUNCATE, AT_ONCE, AGAIN, TIMER_SLACK = 0x20, 0x40, 11, 29
local rate, seconds, rounds, connections = tonumber(arg[1]), tonumber(arg[2]), tonumber(arg[3]), tonumber(arg[4])
local slow = tonumber(os.getenv("SLOW") or "inf")

local request = "GET " .. arg[5] .. " HTTP/1.1\r\nHost: 127.0.0.1:19000\r\n"
for i = 7, #arg do request = request .. arg[i] .. "\r\n" end
request = request .. "\r\n"

local moment = ffi.new("struct moment")

--- Microseconds of the clock that nobody sets (1), or of the day (0).
local function clock(which)
  C.clock_gettime(which or 1, moment)
  return tonumber(moment.seconds) * 1e6 + tonumber(moment.nanos) / 1e3
end

local function checked(result, what)
  if result < 0 then error(what .. " fails: " .. ffi.errno(), 2) end
  return result
end

local function opened(port, epoll)
  local fd = checked(C.socket(2, 1, 0), "socket")
  local swapped = math.floor(port / 256) + port % 256 * 256
  checked(C.connect(fd, ffi.new("struct address", { 2, swapped, 0x0100007f }), 16), "connect")
  checked(C.setsockopt(fd, 6, 1, ffi.new("int[1]", 1), 4), "setsockopt")
  checked(C.epoll_ctl(epoll, 1, fd, ffi.new("struct event", { 1, fd, 0 })), "epoll_ctl")
  return { fd = fd, which = 0, left = -1 }
end

local SIZE = 65536
local buffer = ffi.new("char[?]", SIZE)

--- Reads what came of an answer; whether it is complete. `left` is -1 before the head, -2 where only its end tells.
local function received(link)
  if link.left > 0 then
    local count = tonumber(C.recv(link.fd, buffer, link.left, TRUNCATE + AT_ONCE))
    if count == 0 then error("closed before its answer's end") end
    if count > 0 then link.left = link.left - count end
    return link.left == 0
  end
  local count = tonumber(C.recv(link.fd, buffer, SIZE, AT_ONCE))
  if count <= 0 then
    if count == 0 or ffi.errno() ~= AGAIN then error("closed before its answer's end") end
    return false
  end
  local text = ffi.string(buffer, link.left == -2 and count or math.min(count, 8192))
  if link.left == -1 then
    local _, head = text:find("\r\n\r\n", 1, true)
    if not head or text:sub(10, 12) ~= "200" then error("not to be measured: " .. text:sub(1, 200)) end
    local length = text:match("\n[Cc]ontent%-[Ll]ength: (%d+)")
    if length then
      link.left = tonumber(length) + head - count
      if link.left > 0 then return received(link) end
      return link.left == 0
    end
    link.left, link.tail = -2, ""
    text = ffi.string(buffer, count)
  end
  link.tail = (link.tail .. text:sub(-7)):sub(-7)
  return link.tail == "\r\n0\r\n\r\n"
end

local function arrivals(seed)
  math.randomseed(seed)
  local due, at = ffi.new("double[?]", math.floor(rate * seconds)), 0
  for i = 0, math.floor(rate * seconds) - 1 do
    at = at - math.log(1 - math.random()) / rate * 1e6
    due[i] = at
  end
  return due, math.floor(rate * seconds)
end

local function run(port, seed)
  local due, count = arrivals(seed)
  local took, late = ffi.new("double[?]", count), ffi.new("double[?]", count)
  local epoll = checked(C.epoll_create1(0), "epoll_create1")
  local links, free, idle = {}, {}, connections
  for i = 1, connections do
    free[i] = opened(port, epoll)
    links[free[i].fd] = free[i]
  end
  local events, pause = ffi.new("struct event[64]"), ffi.new("struct moment")
  local sent, answered, size = 0, 0, #request
  local start = clock() + 1000
  local last = start + seconds * 1e6 + 10e6
  while answered < count do
    local now = clock() - start
    while sent < count and idle > 0 and due[sent] <= now do
      local link = free[idle]
      idle = idle - 1
      link.which, link.left = sent, -1
      late[sent] = now - due[sent]
      sent = sent + 1
      if C.send(link.fd, request, size, AT_ONCE) ~= size then error("a request was not taken whole") end
      now = clock() - start
    end
    if now + start > last then error(answered .. " of " .. count .. " answered at port " .. port) end
    local wait = sent < count and idle > 0 and math.max(0, due[sent] - now) or 1e5
    pause.seconds, pause.nanos = 0, math.min(9e8, wait * 1e3)
    local ready = checked(C.epoll_pwait2(epoll, events, 64, pause, nil), "epoll_pwait2")
    for i = 0, ready - 1 do
      local link = links[events[i].fd]
      if received(link) then
        took[link.which] = clock() - start - due[link.which]
        answered = answered + 1
        idle = idle + 1
        free[idle] = link
      end
    end
  end
  for _, link in pairs(links) do C.close(link.fd) end
  C.close(epoll)
  return due, took, late, count, clock(0) - clock() + start
end

local function sorted(times, count)
  local list = {}
  for i = 0, count - 1 do list[i + 1] = times[i] end
  table.sort(list)
  return list
end

local function at(list, share) return list[math.max(1, math.min(#list, math.ceil(#list * share)))] end

C.prctl(TIMER_SLACK, 1000) -- timers that end within a microsecond, not fifty
for round = 1, rounds do
  for port in arg[6]:gmatch("%d+") do
    collectgarbage()
    collectgarbage("stop")
    local due, took, late, count, start = run(tonumber(port), round)
    collectgarbage("restart")
    local times = sorted(took, count)
    print(("%s %d %.0f %.0f %.0f %.0f %.0f %.0f"):format(port, count, at(times, 0.5), at(times, 0.9), at(times, 0.99),
      at(times, 0.999), times[count], at(sorted(late, count), 0.99)))
    io.stdout:flush()
    for i = 0, count - 1 do
      if took[i] > slow then io.stderr:write(("%s %.6f took %.0f late %.0f\n"):format(port, (due[i] + start) / 1e6, took[i], late[i])) end
    end
  end
end
