-- A page load: the page and 30 assets, one after the other over the same connections.
local paths = { "/page.html" }
for i = 0, 2 do paths[#paths + 1] = "/mix/style" .. i .. ".css" end
for i = 0, 6 do paths[#paths + 1] = "/mix/script" .. i .. ".js" end
for i = 0, 19 do paths[#paths + 1] = "/mix/picture" .. i .. ".png" end
local requests, at = {}, 0
function init()
  for i, path in ipairs(paths) do requests[i] = wrk.format("GET", path) end
end
function request()
  at = at % #requests + 1
  return requests[at]
end
