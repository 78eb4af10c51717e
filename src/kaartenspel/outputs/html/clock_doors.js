/* Sound, screen, and the doors between the script and its clock. */
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
