/* Keeps page scripts working that call a library which is not loaded without consent. */
(function (window, names) {
  /* Globals that their libraries declare as arrays; everything else is a function with methods. */
  var arrays = /^(dataLayer|adsbygoogle|uetq|_(?!fbq)\w+q|_mtm|_hmt|_tfa|_taboola)$/;

  function isCallback(key) {
    return /callback$/i.test(key) || key === "success" || key === "complete";
  }

  /* A page that waits for a hit to be sent goes on as if it had been. */
  function answer(args) {
    for (var i = 0; i < args.length; i++) {
      var arg = args[i];
      if (!arg || typeof arg !== "object") {
        continue;
      }
      for (var key in arg) {
        if (isCallback(key) && typeof arg[key] === "function") {
          setTimeout(arg[key], 0);
        }
      }
    }
    for (var j = 0; j + 1 < args.length; j++) {
      if (typeof args[j] === "string" && isCallback(args[j]) && typeof args[j + 1] === "function") {
        setTimeout(args[j + 1], 0);
      }
    }
  }

  /* A function that also has every method anybody asks it for. */
  function silent() {
    function call() {
      answer(arguments);
      return self;
    }
    call.push = function () {
      for (var i = 0; i < arguments.length; i++) {
        take(arguments[i]);
      }
      return 0;
    };
    call.q = [];
    call.l = +new Date();
    call.loaded = true;
    call.getAll = function () {
      return [];
    };
    var self = call;
    if (typeof Proxy === "function") {
      self = new Proxy(call, {
        get: function (target, key) {
          if (key in target || typeof key !== "string" || key === "then" || key === "toJSON") {
            return target[key];
          }
          target[key] = silent();
          return target[key];
        }
      });
    }
    return self;
  }

  /* What is pushed to a queue: a function to run, a command, or an event with a callback. */
  function take(item) {
    if (typeof item === "function") {
      setTimeout(function () {
        item.call(silent());
      }, 0);
    } else if (item && typeof item === "object") {
      answer("length" in item ? Array.prototype.slice.call(item) : [item]);
    }
  }

  /* What is pushed stays, for another library that shares the queue and is allowed. */
  function queue(items) {
    items.push = function () {
      for (var i = 0; i < arguments.length; i++) {
        take(arguments[i]);
      }
      return Array.prototype.push.apply(items, arguments);
    };
    return items;
  }

  for (var i = 0; i < names.length; i++) {
    var name = names[i];
    var earlier = window[name];
    var queued = earlier && typeof earlier === "object" && typeof earlier.length === "number";
    if (earlier !== undefined && earlier !== null && !queued) {
      continue;
    }
    window[name] = arrays.test(name) ? queue(queued ? earlier : []) : silent();
    if (queued) {
      for (var j = 0; j < earlier.length; j++) {
        take(earlier[j]);
      }
    }
  }
})
