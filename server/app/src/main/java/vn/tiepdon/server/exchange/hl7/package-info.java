/**
 * HL7 v2.5.1 over MLLP: what the hospital's older systems speak. The library behind it is loaded by the first message,
 * so that a hospital that does not use it pays nothing for it.
 */
package vn.tiepdon.server.exchange.hl7;
