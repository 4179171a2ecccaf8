/** The kiosk's card reader, scanner and printer, as the rest of the kiosk sees them. */
package vn.tiepdon.kiosk.device;
