'use client';

import { Component, createRef, type ReactNode } from 'react';

export interface SteadyListProps {
  /** The ids of the rows, in their order. Only another array counts as a change. */
  order: readonly string[];
  /** The id of a row's element. */
  elementId: (id: string) => string;
  /** The row that the keys stand on; the row under the pointer goes before it. */
  focusId?: string;
  /** Rows that came in above what is seen. */
  onAbove: (ids: readonly string[]) => void;
  /** The row that the keys stood on is gone; the one that took its place, if any. */
  onLost: (instead: string | undefined) => void;
  children: ReactNode;
}

interface Snapshot {
  /** What was on screen: the row to keep in place, then those to keep if it is gone; each with its distance from the top. */
  places: [id: string, top: number][];
  focused: Element | null;
}

/**
 * A list whose rows come and go by themselves: the row under the pointer, or the one that the keys stand on, stays where
 * it is on the screen, and the keyboard's focus stays where it was. Stands in a PageBody.
 */
export class SteadyList extends Component<SteadyListProps> {
  private readonly box = createRef<HTMLDivElement>();
  private readonly spacer = createRef<HTMLDivElement>();

  override componentDidMount(): void {
    this.findScroller()?.addEventListener('scroll', this.trimSpacer, { passive: true });
  }

  override componentWillUnmount(): void {
    this.findScroller()?.removeEventListener('scroll', this.trimSpacer);
  }

  override getSnapshotBeforeUpdate(before: SteadyListProps): Snapshot | null {
    const box = this.box.current;
    if (before.order === this.props.order || !box) return null;
    const focused = box.contains(document.activeElement) ? document.activeElement : null;
    return { places: this.measurePlaces(before), focused };
  }

  override componentDidUpdate(before: SteadyListProps, _state: unknown, snapshot: Snapshot | null): void {
    if (!snapshot) return;
    const { order, focusId, onAbove, onLost } = this.props;
    this.keepPlace(snapshot.places);
    const { focused } = snapshot;
    // A row that is moved in the document loses the focus.
    if (focused instanceof HTMLElement && focused.isConnected && document.activeElement !== focused) {
      focused.focus({ preventScroll: true });
    }
    const known = new Set(before.order);
    const top = this.findScroller()?.getBoundingClientRect().top ?? 0;
    const above = order.filter(
      (id) => !known.has(id) && (this.findRow(id)?.getBoundingClientRect().bottom ?? top) < top,
    );
    if (above.length > 0) onAbove(above);
    if (focusId && known.has(focusId) && !order.includes(focusId)) {
      onLost(
        before.order.slice(before.order.indexOf(focusId)).find((id) => order.includes(id)) ?? order.at(-1),
      );
    }
  }

  override render(): ReactNode {
    return (
      <div ref={this.box}>
        {this.props.children}
        <div ref={this.spacer} aria-hidden />
      </div>
    );
  }

  private findRow(id: string): HTMLElement | null {
    return document.getElementById(this.props.elementId(id));
  }

  private findScroller(): HTMLElement | null {
    return this.box.current?.closest<HTMLElement>('[data-scroller]') ?? null;
  }

  private measurePlaces({ order, focusId }: SteadyListProps): [string, number][] {
    const scroller = this.findScroller();
    if (!scroller) return [];
    const frame = scroller.getBoundingClientRect();
    const seen = order.flatMap((id): { id: string; top: number; hovered: boolean }[] => {
      const row = this.findRow(id);
      const { top = 0, bottom = 0 } = row?.getBoundingClientRect() ?? {};
      const visible = row !== null && bottom > frame.top && top < frame.bottom;
      return visible ? [{ id, top, hovered: row.matches(':hover') }] : [];
    });
    const hovered = seen.findIndex((row) => row.hovered);
    const anchor = hovered >= 0 ? hovered : seen.findIndex(({ id }) => id === focusId);
    // Nobody points at a row: who reads further down keeps their place, who is at the top sees what is new there.
    const from = anchor >= 0 ? anchor : scroller.scrollTop > 0 ? 0 : seen.length;
    return seen.slice(from).map(({ id, top }) => [id, top]);
  }

  private keepPlace(places: Snapshot['places']): void {
    const scroller = this.findScroller();
    const kept = places.find(([id]) => this.findRow(id));
    const spacer = this.spacer.current;
    if (!scroller || !kept || !spacer) return;
    const [id, oldTop] = kept;
    const moved = (this.findRow(id)?.getBoundingClientRect().top ?? oldTop) - oldTop;
    if (Math.abs(moved) < 1) return;
    const wanted = scroller.scrollTop + moved;
    const content = scroller.scrollHeight - spacer.offsetHeight;
    // A short list is made long enough to be scrolled that far.
    spacer.style.height = `${Math.max(0, wanted + scroller.clientHeight - content)}px`;
    scroller.scrollTop = wanted;
  }

  private readonly trimSpacer = (): void => {
    const scroller = this.findScroller();
    const spacer = this.spacer.current;
    if (!scroller || !spacer || spacer.offsetHeight === 0) return;
    const content = scroller.scrollHeight - spacer.offsetHeight;
    const needed = Math.max(0, scroller.scrollTop + scroller.clientHeight - content);
    if (needed < spacer.offsetHeight) spacer.style.height = `${needed}px`;
  };
}
