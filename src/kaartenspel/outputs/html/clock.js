/* The clock: what it knows, what time it is, and what one can do. What was changed on the way is kept in sessionStorage, so that a reload loses nothing; nothing else
   is kept, and nothing is sent. A test may put a clock of its own in window.kaartenspelNow. */
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
