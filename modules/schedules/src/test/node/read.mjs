// Reads a calendar from standard input and writes what ical.js understood of it as JSON.
import { readFileSync } from "node:fs";
import ICAL from "ical.js";

const calendar = new ICAL.Component(ICAL.parse(readFileSync(0, "utf8")));
const instant = (time) => time.toJSDate().toISOString();

process.stdout.write(
  JSON.stringify({
    refresh: calendar.getFirstPropertyValue("refresh-interval").toString(),
    events: calendar.getAllSubcomponents("vevent").map((component) => {
      const event = new ICAL.Event(component);
      return {
        uid: event.uid,
        sequence: event.sequence,
        summary: event.summary,
        description: event.description,
        start: instant(event.startDate),
        end: instant(event.endDate),
        stamp: instant(component.getFirstPropertyValue("dtstamp")),
        transparency: component.getFirstPropertyValue("transp"),
      };
    }),
  }),
);
