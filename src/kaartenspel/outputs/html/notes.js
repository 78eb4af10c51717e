/* One button folds and unfolds all notes of the facilitator. */
(() => {
  const notes = [...document.querySelectorAll("details.notes")];
  const button = document.getElementById("fold");
  button.hidden = !notes.length;
  button.addEventListener("click", () => {
    const open = !notes.some((each) => each.open);
    for (const each of notes) each.open = open;
    button.textContent = open ? button.dataset.fold : button.dataset.unfold;
  });
})();
