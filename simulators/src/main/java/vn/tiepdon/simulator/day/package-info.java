/**
 * A day of the invented hospital: people who come, wait, are called, go to the laboratory and back, pay and fetch their
 * medicine; rooms that open late, pause and send. Everything goes through what the server offers to kiosks and browsers.
 */
package vn.tiepdon.simulator.day;
