/** Spoken guidance from prepared clips. */
package vn.tiepdon.kiosk.sound;
