/* What is seen of the clock: shown anew a few times a second, and touched only where it changed. */
/* A button that says its block aloud, and shows it where a row holds several. */
const shortButton = (several) => (short) => {
  const made = make("button", shortened(short), "button small");
  made.type = "button";
  made.append(make("span", ` (${short.slot.item.title})`, several ? "" : "unseen"));
  made.dataset.key = short.slot.item.key;
  made.addEventListener("click", () => shorten(short));
  return made;
};

const titleOf = (slot) => {
  if (slot.kind === "buffer") return WORDS.buffer;
  return slot.kind === "walk" ? fill("walk", { room: slot.item.room }) : slot.item.title;
};

const row = (slot, time, planned, lost) => {
  const made = make("li", "", `${slot.kind} sort-${slot.item.sort} ${slot.item.colour}`);
  const about = make("span", "", "about");
  made.append(make("span", clock(slot.start), "clock"), make("span", titleOf(slot), "title"), about);
  const was = planned.get(slot.kind + keyOf(slot));
  if (was !== undefined && clock(was) !== clock(slot.start)) about.append(make("span", fill("clock-planned", { clock: clock(was) })));
  if (slot.item.at !== null && slot.start === slot.item.at && slot.kind !== "buffer") about.append(make("span", WORDS.pinned, "pin"));
  if (lost) about.append(make("span", WORDS["clock-lost"], "lost"));
  about.append(...shortable(slot, time).map(shortButton(slot.strands.length > 0)));
  return made;
};

/* Rows are made anew only when they changed, and the button that had the focus gets it back. */
const rows = (list, made) => {
  const fresh = make("ol");
  fresh.append(...made);
  if (list.innerHTML === fresh.innerHTML) return;
  const held = list.contains(document.activeElement) ? document.activeElement.dataset.key : null;
  list.replaceChildren(...fresh.childNodes);
  const again = held && [...list.querySelectorAll("button")].find((each) => each.dataset.key === held);
  if (held) (again || at("then")).focus();
};

const hereOf = (slot, time) => {
  if (slot.strands.length) return slot.strands.map((slots, index) => strandOf(slot, slots, index, time));
  if (!slot.item.here.length || slot.kind !== "round") return [];
  const table = make("table");
  const head = table.createTHead().insertRow();
  for (const word of [WORDS.station, WORDS.groups]) {
    const cell = make("th", word);
    cell.scope = "col";
    head.append(cell);
  }
  const body = table.createTBody();
  for (const [station, ...groups] of slot.item.here) {
    const line = body.insertRow();
    const cell = make("th", station);
    cell.scope = "row";
    line.append(cell, make("td", groups.join(", ")));
  }
  return [table];
};

const strandOf = (slot, slots, index, time) => {
  const strand = slot.item.strands[index];
  const inner = slots[timetable.running(slots, time)];
  const made = make("section", "", "strand");
  made.append(make("h3", [strand.title, strand.room].filter(Boolean).join(", ")));
  if (inner) made.append(make("p", titleOf(inner), "title"), make("p", fill("clock-until", { clock: clock(inner.end) })));
  made.append(...slots.flatMap((each) => shortable(each, time)).map(shortButton(true)));
  return made;
};

/* What is too late for something that stands fast and has not begun yet, and for the end. */
const showLate = (made, time) => {
  const told = made.late.filter((late) => late.at > time).map((late) => fill("clock-overlap", {
    minutes: Math.ceil(late.minutes - 1e-6), title: late.item.title, clock: clock(late.at) }));
  if (made.over >= 1) told.push(fill("clock-overrun", { minutes: Math.round(made.over), clock: clock(meeting().end) }));
  rows(at("late"), told.map((text) => make("li", text)));
  at("late").hidden = !told.length;
};

const say = (text) => {
  if (text === said) return;
  said = text;
  put("said", text);
};

const stageOf = (left, whole) => STAGES.find((stage) => left <= stage.minutes && whole > stage.minutes);

const showCurrent = (slot, end, time) => {
  const left = end - time;
  const whole = end - slot.start;
  const stage = slot.kind === "buffer" || state.paused ? null : stageOf(left, whole);
  at("current").className = `current ${slot.kind} ${slot.item.colour} ${hereOf(slot, time).length ? "full" : ""}`;
  put("label", slot.item.label);
  put("what", titleOf(slot));
  put("left", span(left));
  put("left-word", WORDS["clock-left"]);
  put("until", fill("clock-until", { clock: clock(end) }));
  showBar(whole ? 1 - left / whole : 1);
  rows(at("here"), hereOf(slot, time));
  warn(state.paused ? "paused" : stage?.name);
  const running = fill("clock-now-running", { title: titleOf(slot), clock: clock(end) });
  say(stage ? `${WORDS[`clock-${stage.name}`]}: ${titleOf(slot)}` : running);
  if (stage) sing(`${slot.item.key} ${stage.name}`, stage.name === "one" ? 660 : 520);
};

const showBar = (part) => {
  const hundredths = Math.round(Math.min(1, Math.max(0, part)) * 100);
  at("bar").setAttribute("aria-valuenow", hundredths);
  at("fill").style.width = `${Math.min(100, Math.max(0, part * 100))}%`;
};

const warn = (name) => {
  at("warning").hidden = !name;
  at("warning").className = `warning ${name || ""}`;
  put("warning", name ? WORDS[`clock-${name}`] : "");
  view.dataset.stage = name || "";
};

/* Before it starts, and when it is over. */
const showRest = (time, made) => {
  const waits = time < state.began;
  at("current").className = waits ? "current rest" : "current over";
  put("label", "");
  put("what", waits ? fill("clock-before", { clock: clock(state.began) }) : WORDS["clock-done"]);
  put("left", waits ? span(state.began - time) : "");
  put("left-word", waits ? WORDS["clock-left"] : "");
  put("until", "");
  showBar(waits ? 0 : 1);
  rows(at("here"), []);
  warn("");
  say(at("what").textContent);
  if (!waits && made.slots.length) sing("done", 440);
};

const showRun = (time) => {
  const made = plan(time);
  const planned = new Map(timetable.lay(meeting(), meeting().start, {}).slots.map((slot) => [slot.kind + keyOf(slot), slot.start]));
  const index = timetable.running(made.slots, time);
  const slot = made.slots[index];
  const rest = index < 0 ? (time < state.began ? made.slots : []) : made.slots.slice(index + 1);
  if (slot) showCurrent(slot, timetable.ends(made.slots, slot), time);
  else showRest(time, made);
  const lost = (each) => timetable.ends(made.slots, each) < each.end && timetable.ends(made.slots, each) <= each.start;
  rows(at("then"), rest.map((each) => row(each, time, planned, lost(each))));
  const next = rest.find((each) => !lost(each));
  put("next", next ? `${WORDS["clock-then"]}: ${clock(next.start)} ${titleOf(next)}` : slot ? WORDS["clock-last"] : "");
  at("coming").hidden = !rest.length;
  showLate(made, time);
  steer(slot, index, made.slots, time);
};

const steer = (slot, index, slots, time) => {
  const able = leaves(slot, time).length > 0;
  const [short] = slot && !slot.strands.length ? shortable(slot, time) : [];
  const earlier = slot ? before(slots, index, time) : null;
  at("longer").disabled = at("pause").disabled = !able;
  at("on").disabled = !slot || slot.kind === "buffer";
  at("undo").disabled = !state.undo.length;
  put("pause", WORDS[state.paused ? "clock-resume" : "clock-pause"]);
  at("shorten").hidden = !short;
  if (short) put("shorten", shortened(short));
  at("still").hidden = !earlier;
  if (earlier) put("still", fill("clock-still", { title: titleOf(earlier) }));
};

const tick = () => {
  if (view.hidden) return;
  put("wall", clock(ofDay() - state.shift));
  at("begin").hidden = state.began !== null;
  at("run").hidden = state.began === null;
  if (state.began === null) {
    put("run-by", fill("clock-run-by", { clock: clock(meeting().start) }));
    put("other", shiftNow() ? fill("clock-other", { clock: clock(meeting().start) }) : "");
  } else showRun(now());
};
