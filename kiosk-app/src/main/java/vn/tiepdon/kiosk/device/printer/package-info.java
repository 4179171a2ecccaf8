/** Tickets as a picture, and the ESC/POS printer that is asked how it is before and after. */
package vn.tiepdon.kiosk.device.printer;
