/**
 * The desk's bridge: lets the reception's browser reach the card reader of its computer, and carries out the desk's
 * orders. See docs/desk.md.
 */
package vn.tiepdon.kiosk.bridge;
