/**
 * Reading a patient card where there is no line: whose it is, that it is no copy, and what the hospital has written for
 * a doctor. Nothing is kept. See docs/station.md.
 */
package vn.tiepdon.kiosk.station;
