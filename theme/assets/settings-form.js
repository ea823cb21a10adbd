// The form on the page of settings: a change is seen at once, kept in this browser, and said once.
"use strict";
{
  const form = document.getElementById("settings_form");
  const status = form.querySelector("[data-part=status]");
  const groups = [...form.querySelectorAll("fieldset")];

  const choose = (chosen) => {
    for (const radio of form.elements) {
      if (radio.type === "radio") radio.checked = radio.value === (chosen[radio.name] ?? "");
    }
    // A choice that is no longer there counts as none.
    for (const group of groups) {
      if (!group.querySelector(":checked")) group.querySelector("[value='']").checked = true;
    }
  };

  const keep = (chosen) => {
    dispatchEvent(new CustomEvent("insyn-settings", { detail: chosen }));
    try {
      if (Object.keys(chosen).length) localStorage.setItem("insyn-settings", JSON.stringify(chosen));
      else localStorage.removeItem("insyn-settings");
      return true;
    } catch {
      return false;
    }
  };

  form.addEventListener("change", ({ target }) => {
    const chosen = Object.fromEntries([...new FormData(form)].filter(([, value]) => value));
    const group = target.closest("fieldset").querySelector("legend").textContent;
    const choice = target.closest("label").textContent.trim();
    const sentence = keep(chosen) ? form.dataset.kept : form.dataset.lost;
    status.textContent = sentence.replace("{group}", group).replace("{choice}", choice);
  });
  form.querySelector("button").addEventListener("click", () => {
    choose({});
    keep({});
    status.textContent = form.dataset.back;
  });

  const show = () => choose(document.documentElement.dataset);
  show();
  addEventListener("storage", show);
  addEventListener("pageshow", show);
  form.hidden = false;
}
