/* When everything happens, by the rules of plan/schedule.py; tests compare the two. Times are minutes after midnight
   of the meeting's day, and need not be whole. `extra` has the minutes that an item, or the way to it (`way:` and its
   key), was made longer or shorter. Pinned items stay where they are, buffers take up what comes earlier, and what
   runs past a pinned item is late: it is told, and never solved in silence. */
const timetable = (() => {
  const minutes = (item, extra) => Math.max(0, item.minutes + (extra[item.key] || 0));

  class Line {
    constructor(start, walks, extra, rooms = new Map()) {
      Object.assign(this, { now: start, walks, extra, rooms, slots: [], late: [] });
    }

    lay(items) {
      for (const item of items) {
        if (item.kind === "change") {
          this.add("change", item, minutes(item, this.extra));
          continue;
        }
        this.walk(item);
        if (item.at !== null) this.pin(item);
        if (item.strands.length) this.strands(item);
        else this.add(item.kind, item, minutes(item, this.extra));
        this.arrive(item);
      }
      return this;
    }

    add(kind, item, lasts, more = {}) {
      this.slots.push({ kind, item, start: this.now, end: this.now + lasts, strands: [], ...more });
      this.now += lasts;
    }

    /* From room to room: a break that is long enough has the way in it. */
    walk(item) {
      if (!item.place || item.sort === "break") return;
      const way = this.way(item.place) + (this.extra[`way:${item.key}`] || 0);
      if (way > 0) this.add("walk", item, way);
    }

    way(place) {
      const ways = [...this.rooms].map(([here, had]) => this.apart(here, place) - had);
      return Math.max(0, ...ways);
    }

    apart(here, place) {
      return here === place ? 0 : Math.max(this.walks[here] || 0, this.walks[place] || 0);
    }

    arrive(item) {
      if (item.strands.length) return;
      const spare = item.sort === "break" ? minutes(item, this.extra) : 0;
      if (item.place) this.rooms = new Map([[item.place, Math.max(0, spare - this.way(item.place))]]);
      else this.rooms = new Map([...this.rooms].map(([room, had]) => [room, spare ? had + spare : 0]));
    }

    pin(item) {
      const lacking = this.now - item.at;
      if (lacking > 0) this.late.push({ item, minutes: lacking, at: item.at });
      else if (lacking < 0) this.add("buffer", item, -lacking);
      this.now = item.at;
    }

    /* Strands start together; each is filled up to the end of the longest. */
    strands(item) {
      const lines = item.strands.map((strand) =>
        new Line(this.now, this.walks, this.extra, new Map(this.rooms)).lay(strand.items));
      const end = Math.max(this.now, ...lines.map((line) => line.now));
      this.rooms = new Map();
      for (const line of lines) {
        const spare = end - line.now;
        if (spare) line.add("buffer", item, spare);
        this.late.push(...line.late);
        for (const [room, had] of line.rooms)
          this.rooms.set(room, Math.min(this.rooms.get(room) ?? Infinity, had + spare));
      }
      this.add(item.kind, item, end - this.now, { strands: lines.map((line) => line.slots) });
    }
  }

  /* All slots of a meeting, what is late, and when it is over. */
  const lay = (meeting, start, extra) => {
    const { slots, late, now } = new Line(start, meeting.walks, extra).lay(meeting.items);
    return { slots, late, end: now, over: meeting.end === null ? 0 : Math.max(0, now - meeting.end) };
  };

  /* The slot that runs at a time: of two at once the later one, since that is the one that stands fast. */
  const running = (slots, now) => slots.map((slot) => slot.start <= now && now < ends(slots, slot)).lastIndexOf(true);

  /* When a slot must make way: at its own end, or where a later one that stands fast begins. */
  const ends = (slots, slot) =>
    slots.slice(slots.indexOf(slot) + 1).reduce((end, later) => Math.min(end, later.start), slot.end);

  return { lay, running, ends, minutes };
})();
