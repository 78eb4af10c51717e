/* The clock view. What was changed on the way is kept in sessionStorage, so that a reload loses nothing; nothing else
   is kept, and nothing is sent. A test may put a clock of its own in window.kaartenspelNow. */
(() => {
  const DATA = JSON.parse(document.getElementById("clock-data").textContent);
  const WORDS = DATA.words;
  const STAGES = [{ name: "one", minutes: 1 }, { name: "five", minutes: 5 }];
  const KEY = `kaartenspel:${DATA.name}:${DATA.edition}`;
  const FRESH = { meeting: 0, began: null, anchor: null, shift: 0, extra: {}, paused: null, undo: [] };
  const at = (id) => document.getElementById(`clock-${id}`);
  const script = document.getElementById("script");
  const view = document.getElementById("klok");
  const millis = () => (window.kaartenspelNow ? window.kaartenspelNow() : Date.now());
  const fill = (word, values = {}) => WORDS[word].replace(/\{(\w+)\}/g, (_all, name) => values[name]);
  const two = (part) => String(part).padStart(2, "0");
  const clock = (time) => {
    const whole = (((Math.floor(time + state.shift + 1e-6)) % 1440) + 1440) % 1440;
    return `${two(Math.floor(whole / 60))}:${two(whole % 60)}`;
  };
  const span = (time) => {
    const seconds = Math.max(0, Math.ceil(time * 60 - 1e-6));
    const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
    return `${hours ? `${hours}:${two(minutes)}` : minutes}:${two(seconds % 60)}`;
  };
  const make = (name, text = "", classes = "") => {
    const made = document.createElement(name);
    made.textContent = text;
    if (classes) made.className = classes;
    return made;
  };
  const put = (id, text) => { if (at(id).textContent !== text) at(id).textContent = text; };

  // --- what is kept

  const recall = () => {
    try { return { ...FRESH, ...JSON.parse(sessionStorage.getItem(KEY)) }; } catch { return { ...FRESH }; }
  };
  const keep = () => {
    try { sessionStorage.setItem(KEY, JSON.stringify(state)); } catch { /* a reload then starts over */ }
  };
  let state = recall();
  let sound = null;
  let said = "";

  // --- the time

  const meeting = () => DATA.meetings[state.meeting];

  /* Minutes of today, taken for those of the day before or after where that is nearer to the meeting. */
  const ofDay = () => {
    const day = new Date(millis());
    const minutes = day.getHours() * 60 + day.getMinutes() + day.getSeconds() / 60 + day.getMilliseconds() / 60000;
    const off = minutes - meeting().start;
    return minutes + (off < -720 ? 1440 : off >= 720 ? -1440 : 0);
  };
  const now = () => (millis() - state.anchor) / 60000;

  /* What the clock shows: pausing makes what runs longer, until it goes on. */
  const extras = (time) => {
    const extra = { ...state.extra };
    if (state.paused) for (const key of state.paused.keys) extra[key] = (extra[key] || 0) + time - state.paused.time;
    return extra;
  };
  const plan = (time) => timetable.lay(meeting(), state.began, extras(time));

  /* What can be made longer in a slot: itself, the way, or what runs in each strand. Time to spare cannot. */
  const leaves = (slot, time) => {
    if (!slot || slot.kind === "buffer") return [];
    if (!slot.strands.length) return [slot];
    return slot.strands.flatMap((slots) => leaves(slots[timetable.running(slots, time)], time));
  };
  const keyOf = (slot) => (slot.kind === "walk" ? `way:${slot.item.key}` : slot.item.key);

  /* What can be shorter in a slot: to its least, or to the minutes that have passed. */
  const shortable = (slot, time) => {
    if (slot.strands.length) return slot.strands.flat().flatMap((inner) => shortable(inner, time));
    if (!["block", "round"].includes(slot.kind) || slot.item.least === null || slot.end <= time) return [];
    const lasts = slot.end - slot.start;
    const least = Math.max(slot.item.least, Math.ceil(time - slot.start));
    return least < lasts - 0.5 ? [{ slot, lasts, least }] : [];
  };

  // --- what one can do

  const change = (changes) => {
    const { undo, ...before } = state;
    state = { ...state, ...changes, undo: [...undo, before].slice(-20) };
    keep();
    tick();
  };
  const lengthen = (slots, by) => {
    const extra = { ...state.extra };
    for (const slot of slots) extra[keyOf(slot)] = (extra[keyOf(slot)] || 0) + by;
    change({ extra });
  };
  const shorten = (short) => lengthen([short.slot], short.least - short.lasts);
  const shortened = (short) => fill("clock-shorten", { minutes: Math.round(short.lasts), least: short.least });
  const current = (time) => {
    const slots = plan(time).slots;
    return slots[timetable.running(slots, time)];
  };

  /* Who begins at quite another time, to try it out, takes along what stands fast. */
  const shiftNow = () => (Math.abs(ofDay() - meeting().start) > 60 ? ofDay() - meeting().start : 0);
  const begin = (planned) => {
    const shift = planned ? 0 : shiftNow();
    const time = ofDay() - shift;
    state = { ...state, shift, anchor: millis() - time * 60000, began: planned ? meeting().start : time, extra: {}, undo: [] };
    keep();
    tick();
    view.focus();
  };

  const pause = () => {
    const time = now();
    if (state.paused) change({ extra: extras(time), paused: null });
    else change({ paused: { time, keys: leaves(current(time), time).map(keyOf) } });
  };

  /* On to the next: what runs ends here, also what is still to come in its strands. */
  const goOn = () => {
    const time = now();
    const extra = extras(time);
    const end = (slot) => {
      if (slot.strands.length) slot.strands.flat().forEach(end);
      else if (slot.kind !== "buffer" && slot.end > time)
        extra[keyOf(slot)] = (extra[keyOf(slot)] || 0) - (slot.end - Math.max(slot.start, time));
    };
    end(current(time));
    change({ extra, paused: null });
  };

  /* What ran before this was not done yet: it ends five minutes from now. */
  const before = (slots, index, time) => {
    const slot = slots[index - 1];
    const fits = slot && !slot.strands.length && slot.kind !== "buffer" && slots[index].item.at === null;
    return fits && time - slot.end < 10 ? slot : null;
  };

  // --- what is seen

  const shortButton = (short) => {
    const made = make("button", shortened(short), "button small");
    made.type = "button";
    made.append(make("span", ` (${short.slot.item.title})`, "unseen"));
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
    about.append(...shortable(slot, time).map(shortButton));
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
    made.append(...slots.flatMap((each) => shortable(each, time)).map(shortButton));
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

  // --- sound, screen, doors

  const sung = new Set();
  const sing = (moment, pitch) => {
    if (sung.has(moment)) return;
    sung.add(moment);
    if (!sound) return;
    const tone = sound.createOscillator();
    const volume = sound.createGain();
    const start = sound.currentTime;
    tone.frequency.value = pitch;
    volume.gain.setValueAtTime(0.0001, start);
    volume.gain.exponentialRampToValueAtTime(0.12, start + 0.15);
    volume.gain.exponentialRampToValueAtTime(0.0001, start + 1.6);
    tone.connect(volume).connect(sound.destination);
    tone.start(start);
    tone.stop(start + 1.7);
  };

  const open = () => {
    const shown = location.hash === "#klok";
    if (shown === !view.hidden) return;
    view.hidden = !shown;
    script.hidden = shown;
    (shown ? view : at("open")).focus();
    window.scrollTo(0, 0);
    tick();
  };

  const wire = () => {
    const on = (id, act) => at(id).addEventListener("click", act);
    on("run-now", () => begin(false));
    on("run-by", () => begin(true));
    on("longer", () => lengthen(leaves(current(now()), now()), 5));
    on("shorten", () => shorten(shortable(current(now()), now())[0]));
    on("pause", pause);
    on("on", goOn);
    on("still", () => {
      const time = now();
      const slots = plan(time).slots;
      const slot = before(slots, timetable.running(slots, time), time);
      lengthen([slot], time + 5 - slot.end);
    });
    on("undo", () => {
      const undo = [...state.undo];
      state = { ...state, ...undo.pop(), undo };
      keep();
      tick();
    });
    on("again", () => {
      state = { ...FRESH, meeting: state.meeting };
      sung.clear();
      keep();
      tick();
      at("run-now").focus();
    });
    on("sound", () => {
      sound = sound ? null : new AudioContext();
      at("sound").setAttribute("aria-pressed", String(Boolean(sound)));
    });
    on("full", () => (document.fullscreenElement ? document.exitFullscreen() : view.requestFullscreen()));
    at("full").hidden = !document.fullscreenEnabled;
    at("meeting").addEventListener("change", (event) => { state.meeting = Number(event.target.value); keep(); tick(); });
  };

  /* The meeting of today, where one says so. */
  const today = () => {
    const day = new Date(millis());
    const date = [day.getFullYear(), day.getMonth() + 1, day.getDate()].map((part) => two(part)).join("-");
    return Math.max(0, DATA.meetings.findIndex((each) => each.date === date));
  };

  if (state.began === null) state.meeting = today();
  at("meeting").value = String(state.meeting);
  wire();
  window.addEventListener("hashchange", open);
  document.querySelector("header .actions").hidden = false;
  open();
  setInterval(tick, 250);
})();
