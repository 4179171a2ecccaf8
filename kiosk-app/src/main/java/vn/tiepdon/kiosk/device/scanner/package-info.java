/** The code scanner on a serial port. */
package vn.tiepdon.kiosk.device.scanner;
