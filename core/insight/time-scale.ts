import { dayNumber, dayParts, type TimeSpan } from './time-span.ts';

/** A line of the scale: an EDTF date, `2020` or `2020-11`, and where it stands. */
export interface TimeTick {
  readonly date: string;
  readonly x: number;
}

/** Turns days since 1 January 1970 into positions, earlier to the left. */
export interface TimeScale {
  readonly from: number;
  readonly to: number;
  readonly x: (day: number) => number;
  readonly ticks: readonly TimeTick[];
}

/** How a span is drawn, in the units of the scale. A fade lies outside `x` to `x + width`; 0 is a hard end. */
export interface DrawnSpan {
  readonly x: number;
  readonly width: number;
  readonly fadeBefore: number;
  readonly fadeAfter: number;
  /** Too short for a bar: its middle is drawn as a point. */
  readonly isPoint: boolean;
  readonly isOpenBefore: boolean;
  readonly isOpenAfter: boolean;
}

/** The room that a tick's words need. */
const tickRoom = 64;
const monthSteps = [1, 2, 3, 6];
const yearSteps = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000];

/** Bars narrower than this are points. */
const narrowestBar = 7;
/** A soft end fades over this share of its bar, within these bounds. */
const fadeShare = 0.3;
const [shortestFade, longestFade] = [14, 44];

/** Months since the year 0; years of four digits only. */
const monthOf = (day: number): number => {
  const [year, month] = dayParts(day);
  return year * 12 + month - 1;
};
const dayOfMonth = (month: number): number => dayNumber(Math.floor(month / 12), (month % 12) + 1, 1);

function ticksFor(first: number, last: number, width: number, x: (day: number) => number): TimeTick[] {
  const months = last - first;
  const room = Math.max(1, Math.floor(width / tickRoom));
  const inMonths = monthSteps.find((step) => months / step <= room);
  const step = inMonths ?? 12 * (yearSteps.find((years) => months / 12 / years <= room) ?? 10_000);
  const ticks: TimeTick[] = [];
  for (let month = Math.ceil(first / step) * step; month <= last; month += step) {
    const year = String(Math.floor(month / 12)).padStart(4, '0');
    const date = inMonths === undefined ? year : `${year}-${String((month % 12) + 1).padStart(2, '0')}`;
    ticks.push({ date, x: x(dayOfMonth(month)) });
  }
  return ticks;
}

/** A scale over whole months that holds all `spans` with a month around them, from `left` to `right`; `null` without any. */
export function createTimeScale(spans: readonly TimeSpan[], left: number, right: number): TimeScale | null {
  const days = spans.flatMap(({ start, end }) => [start, end === null ? null : end - 1].filter((day) => day !== null));
  if (days.length === 0) return null;
  const first = monthOf(days.reduce((a, b) => Math.min(a, b))) - 1;
  const last = monthOf(days.reduce((a, b) => Math.max(a, b))) + 2;
  const [from, to] = [dayOfMonth(first), dayOfMonth(last)];
  const x = (day: number): number => left + ((day - from) / (to - from)) * (right - left);
  return { from, to, x, ticks: ticksFor(first, last, right - left, x) };
}

/** Where and how `span` is drawn on `scale`. */
export function drawSpan({ start, end, isStartSoft, isEndSoft }: TimeSpan, scale: TimeScale): DrawnSpan {
  const [x, right] = [scale.x(start ?? scale.from), scale.x(end ?? scale.to)];
  const width = right - x;
  const fade = Math.min(longestFade, Math.max(shortestFade, width * fadeShare));
  return {
    x,
    width,
    fadeBefore: isStartSoft ? fade : 0,
    fadeAfter: isEndSoft ? fade : 0,
    isPoint: width < narrowestBar && start !== null && end !== null,
    isOpenBefore: start === null,
    isOpenAfter: end === null,
  };
}
