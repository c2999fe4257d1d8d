/*
 * What a plain page is better with. Without it every form works all the same: a second click on a button is answered by the server
 * as the first was.
 */
(() => {
  const all = (selector, action) => document.querySelectorAll(selector).forEach(action);
  const submits = form => form.querySelectorAll("button[type=submit]");

  // After the form has been read, for a disabled button may keep it from being sent
  addEventListener("submit", event => setTimeout(() => submits(event.target).forEach(button => (button.disabled = true))));

  // The back button brings the page as it was left
  addEventListener("pageshow", () => all("button[type=submit]", button => (button.disabled = false)));

  all(".reveal", button => {
    const field = document.getElementById(button.getAttribute("aria-controls"));
    button.hidden = false;
    button.addEventListener("click", () => {
      const shown = field.type === "password";
      field.type = shown ? "text" : "password";
      button.setAttribute("aria-pressed", String(shown));
    });
    // A password in clear is not offered again as something that was typed into a text field
    field.form.addEventListener("submit", () => (field.type = "password"));
  });

  all("[data-wait]", timer => {
    const end = Date.now() + timer.dataset.wait * 1000;
    const tick = () => {
      const left = Math.max(0, Math.ceil((end - Date.now()) / 1000));
      const time = `${Math.floor(left / 60)}:${String(left % 60).padStart(2, "0")}`;
      timer.textContent = timer.dataset.left.replace("0:00", time);
      if (left === 0) {
        clearInterval(ticking);
        // What it said to wait for is over
        all(".form-message, .field-error", said => said.remove());
        all("[aria-invalid]", field => field.removeAttribute("aria-invalid"));
        timer.setAttribute("role", "status");
        timer.textContent = timer.dataset.over;
      }
    };
    const ticking = setInterval(tick, 1000);
    timer.hidden = false;
    tick();
  });

  const lines = source => (source.children.length ? [...source.children].map(line => line.textContent) : [source.textContent]);

  const say = (button, sentence) => {
    const said = document.createElement("span");
    said.setAttribute("role", "status");
    said.className = "hint";
    button.after(said);
    said.textContent = sentence;
    setTimeout(() => said.remove(), 5000);
  };

  all("[data-copy]", button => {
    const source = document.getElementById(button.dataset.copy);
    // On plain HTTP a browser has no clipboard to write to; it still copies what is selected
    const select = () => {
      getSelection().selectAllChildren(source);
      document.execCommand("copy");
    };
    button.hidden = false;
    button.addEventListener("click", async () => {
      try {
        await navigator.clipboard.writeText(lines(source).join("\n").replaceAll(" ", ""));
      } catch {
        select();
      }
      say(button, button.dataset.done);
    });
  });

  all("[data-download]", button => {
    const source = document.getElementById(button.dataset.download);
    button.hidden = false;
    button.addEventListener("click", () => {
      const link = document.createElement("a");
      const text = [source.querySelector("p").textContent, "", ...lines(source.querySelector("ol")), ""].join("\n");
      link.href = URL.createObjectURL(new Blob([text], {type: "text/plain"}));
      link.download = button.dataset.name;
      link.click();
      setTimeout(() => URL.revokeObjectURL(link.href), 1000);
    });
  });

  all("[data-print]", button => {
    button.hidden = false;
    button.addEventListener("click", () => print());
  });
})();
