-- Visitors without consent who read a page, and now and then send a form.
local threads = {}
local n = 0
wrong = 0
answered = 0
first = ""

function setup(thread)
  table.insert(threads, thread)
end

function delay()
  return 20 -- the gates, the site and the reloads share a few cores
end

function request()
  n = n + 1
  if n % 10 == 0 then
    return wrk.format("POST", "/form", { ["Content-Type"] = "application/x-www-form-urlencoded" }, "a=b")
  end
  return wrk.format("GET", "/page.html?" .. n, { ["Accept"] = "text/html" })
end

function response(status, headers, body)
  answered = answered + 1
  if status ~= 200 or not body:find("</html>", 1, true) or body:find("<script src=\"https://www.google", 1, true) then
    wrong = wrong + 1
    if first == "" then first = status .. ": " .. body:sub(1, 300) end
  end
end

function done(summary, latency, requests)
  local w, a = 0, 0
  for _, thread in ipairs(threads) do
    w = w + thread:get("wrong")
    a = a + thread:get("answered")
    if thread:get("first") ~= "" then print("WRONG " .. thread:get("first")) end
  end
  print("COUNT answered " .. a)
  print("COUNT wrong " .. w)
  print("COUNT status " .. summary.errors.status)
  print("COUNT connect " .. summary.errors.connect)
  print("COUNT read " .. summary.errors.read)
  print("COUNT write " .. summary.errors.write)
  print("COUNT timeout " .. summary.errors.timeout)
end
