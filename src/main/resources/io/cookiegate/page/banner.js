/* Sends the answer to the banner without leaving the page, so that a form that is half filled in stays. */
(function (banner) {
  "use strict";
  var form = banner && banner.querySelector("form");
  if (!form || !window.fetch || !window.FormData || !window.URLSearchParams) {
    return;
  }

  /* Where the browser does not tell the server, a page in a frame asks too: there it is not the place. */
  if (window.self !== window.top) {
    banner.parentNode.removeChild(banner);
    return;
  }

  function saved() {
    var line = document.createElement("p");
    line.setAttribute("role", "status");
    line.tabIndex = -1;
    line.textContent = banner.getAttribute("data-saved") + " ";
    line.appendChild(form.querySelector("a"));
    while (banner.firstChild) {
      banner.removeChild(banner.firstChild);
    }
    banner.appendChild(line);
    line.focus();
  }

  /* What cannot be sent in this way goes in the usual one; the page stays, if the answer has no content. */
  function send(button) {
    [[button.name, button.value], ["stay", "1"]].forEach(function (pair) {
      var field = document.createElement("input");
      field.type = "hidden";
      field.name = pair[0];
      field.value = pair[1];
      form.appendChild(field);
    });
    HTMLFormElement.prototype.submit.call(form);
    saved();
  }

  form.addEventListener("submit", function (event) {
    var button = event.submitter;
    if (!button) {
      return;
    }
    event.preventDefault();
    var fields = new URLSearchParams(new FormData(form));
    fields.append(button.name, button.value);
    fields.append("stay", "1");
    fetch(form.action, { method: "POST", body: fields, credentials: "same-origin" }).then(
      function (answer) {
        return answer.ok ? saved() : send(button);
      },
      function () {
        send(button);
      }
    );
  });
})(document.querySelector(".cookie-gate-banner"));
