/** The patient card on the reader: read, checked, and made to prove that it is no copy. */
package vn.tiepdon.kiosk.device.card;
