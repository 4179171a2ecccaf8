/** Says what is broken at a kiosk, and what to do now. */
package vn.tiepdon.kiosk.doctor;
