package dev.tocsin.web.schedules.timeline;

/** What a lane tells. */
public enum LaneKind {
  /** Who is on call. */
  FINAL,
  /** Who stands in for somebody. */
  OVERRIDES,
  /** Who is away. */
  LEAVE,
  /** Whose turn it is in one layer, as if it stood alone. */
  LAYER
}
